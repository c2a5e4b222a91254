import { describe, expect, test } from "vitest";
import { decode, parseDump, type ParseOptions } from "../../src/index.ts";
import { ENCODERS, encodeWindows1251 } from "../fuzz/encoders.ts";
import { join } from "../fuzz/mutate.ts";
import { checkPromises } from "../support/invariants.ts";
import { codesOf, frame, framed, utf8 } from "./frame.ts";
import { countInputs } from "./tally.ts";

const PLAIN: ParseOptions = { noise: "off", languages: false };
const UTF8: ParseOptions = { ...PLAIN, encoding: "utf-8" };
/** The platform's decoder says what damaged UTF-8 reads as; the library's own tables have no part in it. */
const standard = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes as the standard reads them, in a line of ASCII around them. */
function expectedLine(line: Uint8Array): string {
  return standard.decode(line).replaceAll(/\s+/g, " ").trim();
}

function lineOf(...damage: readonly number[]): Uint8Array {
  return join(utf8("Before it "), Uint8Array.from(damage), utf8(" and after it"));
}

/** Markus Kuhn's list of what a decoder meets, made anew from the definition of UTF-8. */
const DAMAGED_UTF8: readonly (readonly [string, readonly number[]])[] = [
  ...range(0x80, 0xc0).map((byte) => [`continuation byte ${hex(byte)} alone`, [byte]] as const),
  ...range(0xc0, 0x100).map((byte) => [`lead byte ${hex(byte)} before a blank`, [byte, 0x20]] as const),
  ...range(0xc0, 0x100).map((byte) => [`lead byte ${hex(byte)} before a letter`, [byte, 0x61]] as const),
  ...range(0xc0, 0x100).map((byte) => [`lead byte ${hex(byte)} before a lead byte`, [byte, 0xc3, 0xa9]] as const),
  ...range(2, 8).map((count) => [`${count} continuation bytes`, Array.from({ length: count }, () => 0x80)] as const),
  ...range(0xe0, 0xf0).flatMap((lead) =>
    [0x80, 0x9f, 0xa0, 0xbf].flatMap((second) => [
      [`${hex(lead)} ${hex(second)} without its end`, [lead, second]] as const,
      [`${hex(lead)} ${hex(second)} with an end`, [lead, second, 0x80]] as const,
    ]),
  ),
  ...range(0xf0, 0xf8).flatMap((lead) =>
    [0x80, 0x8f, 0x90, 0xbf].flatMap((second) => [
      [`${hex(lead)} ${hex(second)} 80 without its end`, [lead, second, 0x80]] as const,
      [`${hex(lead)} ${hex(second)} 80 with an end`, [lead, second, 0x80, 0x80]] as const,
    ]),
  ),
  ["a slash in two bytes", [0xc0, 0xaf]],
  ["a slash in three bytes", [0xe0, 0x80, 0xaf]],
  ["a slash in four bytes", [0xf0, 0x80, 0x80, 0xaf]],
  ["a slash in five bytes", [0xf8, 0x80, 0x80, 0x80, 0xaf]],
  ["a slash in six bytes", [0xfc, 0x80, 0x80, 0x80, 0x80, 0xaf]],
  ["NUL in two bytes", [0xc0, 0x80]],
  ["the largest overlong of two bytes", [0xc1, 0xbf]],
  ["the largest overlong of three bytes", [0xe0, 0x9f, 0xbf]],
  ["the largest overlong of four bytes", [0xf0, 0x8f, 0xbf, 0xbf]],
  ["beyond the last character", [0xf4, 0x90, 0x80, 0x80]],
  ...range(0xa0, 0xc0, 4).map((second) => [`surrogate ED ${hex(second)} 80`, [0xed, second, 0x80]] as const),
  ["a pair of surrogates (CESU-8)", [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
  ["bytes that are in no UTF-8", [0xfe, 0xfe, 0xff, 0xff]],
];

test("damaged UTF-8 reads as the standard says, and nothing around it changes", () => {
  for (const [name, damage] of DAMAGED_UTF8) {
    const line = lineOf(...damage);
    const parsed = checkPromises(frame(line), UTF8);
    expect(framed(parsed), name).toEqual([expectedLine(line)]);
    expect(codesOf(parsed).includes("invalid-bytes"), name).toBe(expectedLine(line).includes("\uFFFD"));
  }
  countInputs("damaged UTF-8, declared", DAMAGED_UTF8.length);
});

test("damaged UTF-8 that nothing declares keeps the ASCII around it", () => {
  for (const [name, damage] of DAMAGED_UTF8) {
    const parsed = checkPromises(frame(lineOf(...damage)), PLAIN);
    const [line = ""] = framed(parsed);
    expect(line, name).toMatch(/^Before it /);
    expect(line, name).toMatch(/ ?a?n?d? after it$/);
    expect(codesOf(parsed).some((code) => code === "invalid-bytes" || code === "encoding-uncertain") || line.length > 0, name).toBe(true);
  }
  countInputs("damaged UTF-8, detected", DAMAGED_UTF8.length);
});

test("a multibyte character that is cut at the end of the input is reported, and all before it is kept", () => {
  const characters = ["é", "Ж", "中", "한", "\u{1F600}", "\u{10FFFF}"];
  for (const character of characters) {
    const whole = utf8(character);
    for (let length = 1; length < whole.length; length++) {
      const bytes = join(
        utf8(" date 2025-01-02 EN\nRain fell on the city all Tuesday, and the river rose.\nThe end "),
        whole.subarray(0, length),
      );
      const parsed = checkPromises(bytes, UTF8);
      expect(parsed.articles[0]?.paragraphs.at(-1)).toBe("The end \uFFFD");
      expect(codesOf(parsed)).toContain("invalid-bytes");
      countInputs("cut at the end");
    }
  }
});

test("an invalid lead byte before ASCII takes nothing of it", () => {
  for (const lead of range(0xc2, 0xf5)) {
    for (const next of ["<", "a", "Z", "0", "/", "\n", " ", '"', "\u007E"]) {
      const parsed = checkPromises(frame(join(utf8("Before it "), Uint8Array.of(lead), utf8(`${next}and after it`))), UTF8);
      const text = framed(parsed).join("\n");
      expect(text).toBe(`Before it \uFFFD${next}and after it`.replace(/ *\n */g, "\n"));
      countInputs("invalid lead byte before ASCII");
    }
  }
});

describe("byte order marks", () => {
  test("twice, in the middle and against the declaration", () => {
    const MARK = "\uFEFF";
    const twice = checkPromises(join(utf8(MARK), utf8(MARK), frame("A line between")), PLAIN);
    expect(framed(twice)).toEqual(["A line between"]);
    const middle = checkPromises(frame(`A line ${MARK}between`), PLAIN);
    expect(framed(middle)).toEqual(["A line between"]);
    for (const label of ["windows-1252", "utf-16le", "shift_jis", "koi8-r", "utf-32le"]) {
      const declared = checkPromises(join(utf8(MARK), frame("Größe élan 中文")), { ...PLAIN, declaredEncoding: label });
      expect(framed(declared)).toEqual(["Größe élan 中文"]);
      countInputs("byte order marks");
    }
    countInputs("byte order marks", 2);
  });

  test("in the middle of a dump, where records are joined, are not text", () => {
    const parsed = checkPromises(join(frame("First"), utf8("\uFEFF"), frame("Second", "03")), PLAIN);
    expect(parsed.articles.map((article) => article.date)).toEqual(["2025-01-02", "2025-01-03"]);
    expect(JSON.stringify(parsed.articles)).not.toContain('\uFEFF"');
    countInputs("byte order marks");
  });
});

test("UTF-16 and UTF-32 with a mark and an odd number of bytes keep all whole characters", () => {
  const text = standard.decode(frame("Größe 中文 Ж \u{1F600}"));
  for (const encode of ENCODERS.slice(4, 8).filter((_, index) => index !== 2)) {
    const bytes = encode(text.startsWith("\uFEFF") ? text : text);
    for (const cut of [1, 2, 3]) {
      const parsed = checkPromises(bytes.subarray(0, bytes.length - cut), PLAIN);
      expect(parsed.articles).toHaveLength(1);
      expect(parsed.articles[0]?.paragraphs).toContain("Größe 中文 Ж \u{1F600}");
      countInputs("odd UTF-16 and UTF-32");
    }
  }
});

test("lone surrogates in UTF-16 become U+FFFD and are reported", () => {
  for (const unit of [0xd800, 0xdbff, 0xdc00, 0xdfff]) {
    const text = `\uFEFF${standard.decode(frame(`Before ${String.fromCharCode(unit)} after`))}`;
    const marked = `\uFEFF${standard.decode(frame("Before # after"))}`.replace("#", String.fromCharCode(unit));
    const bytes = new Uint8Array(marked.length * 2);
    for (let index = 0; index < marked.length; index++) new DataView(bytes.buffer).setUint16(index * 2, marked.charCodeAt(index), true);
    expect(text.length).toBe(marked.length);
    const parsed = checkPromises(bytes, PLAIN);
    expect(framed(parsed)).toEqual(["Before \uFFFD after"]);
    expect(codesOf(parsed)).toContain("invalid-bytes");
    countInputs("lone surrogates");
  }
});

test("a few NULs are removed and reported; many make a record binary", () => {
  for (const count of [1, 2, 3, 5, 8]) {
    const parsed = checkPromises(frame(`Before ${"\u0000".repeat(count)}after`), PLAIN);
    expect(framed(parsed)).toEqual(["Before after"]);
    expect(codesOf(parsed)).toContain("control-characters-removed");
    countInputs("NULs");
  }
  for (const count of [200, 1000, 5000]) {
    const parsed = checkPromises(join(frame("Good"), utf8(` date 2025-01-03 EN\n${"\u0000\u0001".repeat(count)}\n`)), PLAIN);
    expect(parsed.articles).toHaveLength(1);
    expect(parsed.rejected.map(({ reason }) => reason)).toEqual(["binary-record"]);
    countInputs("NULs");
  }
});

test("every C1 control is removed and counted, NEL is a blank", () => {
  for (const code of range(0x80, 0xa0)) {
    const parsed = checkPromises(frame(`Before${String.fromCharCode(code)}after`), UTF8);
    expect(framed(parsed)).toEqual([code === 0x85 ? "Before after" : "Beforeafter"]);
    expect(codesOf(parsed).includes("control-characters-removed")).toBe(code !== 0x85);
    countInputs("C1 controls");
  }
});

const RUSSIAN =
  "Дождь шёл весь вторник, и к вечеру река поднялась на полметра выше обычного уровня. В городе закрыли мосты, а школы не работали.";

test("records in other encodings between records of UTF-8 are each read in their own", () => {
  for (const encode of [encodeWindows1251, ENCODERS[0]!, ENCODERS[10]!]) {
    const hostile = encode(` date 2025-01-03 RU\n${RUSSIAN.replace("ё", "е")}\n`);
    const parsed = checkPromises(join(frame("Größe"), hostile, frame("中文 текст", "04")), PLAIN);
    expect(parsed.articles).toHaveLength(3);
    expect(parsed.articles[0]?.paragraphs).toContain("Größe");
    expect(parsed.articles[1]?.paragraphs.join(" ")).toContain("к вечеру река поднялась");
    expect(parsed.articles[2]?.paragraphs).toContain("中文 текст");
    countInputs("mixed encodings");
  }
});

const HOSTILE_LABELS: readonly string[] = [
  "",
  " ",
  "utf-7",
  "UTF-7",
  "replacement",
  "x-user-defined",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "utf-8\nwindows-1251",
  "utf-8;drop",
  "../../etc/passwd",
  "${jndi:ldap://example.org/a}",
  "%s%s%s%n",
  "ｕｔｆ-8",
  "utf-64",
  "utf-128",
  "bocu-1",
  "scsu",
  "cesu",
  "ebcdic-cp-us",
  "ibm037",
  "null",
  "undefined",
  "NaN",
  "0",
  "-1",
  "a".repeat(100_000),
  "utf-8 ".repeat(1000).trim(),
  "\uD800",
  "<script>alert(1)</script>",
  "' OR 1=1 --",
  "iso-2022-cn-ext-x",
  "hex",
  "base64",
  "binary",
];

test("hostile labels as an option are refused by name; as a declaration they change nothing", () => {
  const expected = JSON.stringify(parseDump(frame("Größe"), PLAIN).articles[0]?.paragraphs);
  for (const label of HOSTILE_LABELS) {
    expect(() => parseDump(frame("Größe"), { encoding: label }), JSON.stringify(label.slice(0, 40))).toThrow(
      expect.objectContaining({ code: "unknown-encoding" }),
    );
    const { articles } = checkPromises(frame("Größe"), { ...PLAIN, declaredEncoding: label });
    expect(JSON.stringify(articles[0]?.paragraphs)).toBe(expected);
    countInputs("hostile labels", 2);
  }
});

test("a label is read by its letters and digits alone, whatever stands between them", () => {
  for (const label of ["utf-8\u0000", "\u202Eutf-8", "utf\u20118", "[utf_8]", "utf-8;", "'utf8'"]) {
    expect(framed(checkPromises(frame("Größe"), { ...PLAIN, encoding: label }))).toEqual(["Größe"]);
    countInputs("hostile labels");
  }
});

test("UTF-7 is never decoded: its escapes stay text", () => {
  for (const text of ["+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "+AGEAYg-", "+/v8-text", "Hi Mom -+Jjo--!", "+-"]) {
    expect(framed(checkPromises(frame(text), PLAIN))).toEqual([text]);
    countInputs("UTF-7");
  }
});

const ESCAPES = [
  "\u001B$B",
  "\u001B$@",
  "\u001B(J",
  "\u001B(I",
  "\u001B$)C",
  "\u001B$)A",
  "\u001B$*H",
  "\u000E",
  "\u000F",
  "~{",
  "~}",
].concat(["\u001B$(D", "\u001B%G", "\u001B[31m", "\u001B]0;title\u0007", "\u001Bc"]);

test("an escape sequence in a record of UTF-8 does not flip its encoding", () => {
  for (const escape of ESCAPES) {
    for (const text of [`Größe ${escape} Straße`, `Größe ${escape}`, `${escape} Größe`]) {
      const parsed = checkPromises(frame(text), PLAIN);
      expect(framed(parsed).join(" "), JSON.stringify(text)).toContain("Größe");
      expect(parsed.articles[0]?.provenance.encoding.name).toBe("utf-8");
      countInputs("escape sequences");
    }
  }
});

test("an escape sequence in a record of ASCII loses no other line", () => {
  for (const escape of ESCAPES) {
    const parsed = checkPromises(frame(`A line with ${escape} in it`), PLAIN);
    expect(framed(parsed).join(" "), JSON.stringify(escape)).toMatch(/^A line with /);
    countInputs("escape sequences");
  }
});

test("no encoding throws on any byte, nor loses the ASCII that stands alone on a line", () => {
  const labels = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "utf-32le",
    "utf-32be",
    "ibm866",
    "iso-8859-2",
    "iso-8859-8",
    "koi8-r",
    "macintosh",
  ].concat([
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1255",
    "windows-1258",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "iso-2022-jp",
    "shift_jis",
    "euc-kr",
    "euc-tw",
    "johab",
    "hz",
    "iso-2022-kr",
    "viscii",
    "tcvn",
    "armscii-8",
  ]);
  for (const encoding of labels) {
    for (const lead of range(0x80, 0x100, 5)) {
      const bytes = join(utf8("First line\n"), Uint8Array.of(lead, 0x0a), utf8("Last line"));
      expect(decode(bytes, encoding).encoding).not.toBe("");
      const parsed = checkPromises(bytes, { ...PLAIN, encoding });
      const isWide = /^utf-(?:16|32)/.test(encoding);
      const texts = parsed.articles.flatMap(({ title, paragraphs, removed }) =>
        [title].concat(
          paragraphs,
          removed.map(({ text }) => text),
        ),
      );
      if (!isWide) expect(texts, `${encoding} ${hex(lead)}`).toEqual(expect.arrayContaining(["First line", "Last line"]));
      countInputs("a bad byte in every encoding");
    }
  }
});

function range(start: number, end: number, step = 1): number[] {
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, index) => start + index * step);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
