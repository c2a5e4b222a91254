import { expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { detectEncoding } from "../../src/encoding/detect.ts";
import { confirmExpected } from "../../src/encoding/expected.ts";
import { countBytes } from "../../src/encoding/sample.ts";
import { createEncodingPrior } from "../../src/encoding/prior.ts";
import { findWideEncoding } from "../../src/encoding/wide.ts";
import { encode } from "./encode.ts";
import { TEXTS } from "./texts.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (text: string, encoding: string): Uint8Array => {
  const bytes = encode(text, encoding);
  if (bytes === null) throw new Error(`${encoding} cannot write ${text}`);
  return bytes;
};
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => Array.from(part)));

test.each(
  TEXTS.flatMap(({ language, encodings, sentences }) =>
    [...encodings, "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"].map((encoding) => [language, encoding, sentences] as const),
  ),
)("text in %s written in %s is read as it was written", (_, encoding, sentences) => {
  for (const sentence of sentences) {
    const bytes = bytesOf(sentence, encoding);
    const guess = detectEncoding(bytes);
    expect([guess.encoding, decode(bytes, guess.encoding).text]).toEqual([guess.encoding, sentence]);
    expect(guess.confidence).toBeGreaterThan(0);
  }
});

test("a mixed dump comes out right record by record, with hostile records between", () => {
  const hostile = [
    Uint8Array.from([..."Plain report. \u001b$B \u001b$B \u001b$B \u001b$B \u001b$B The end."].map((character) => character.charCodeAt(0))),
    join(
      utf8("Report with stray bytes "),
      Uint8Array.from([0xff, 0xfe, 0xc0, 0x81, 0x9d, 0xf8]),
      utf8(" in the middle of an English sentence."),
    ),
    join(utf8("Zeros"), new Uint8Array(9), utf8("inside a record of plain words, as broken disks leave them.")),
    Uint8Array.from({ length: 300 }, (_, index) => (index * 73) % 256),
    new Uint8Array(0),
  ];
  const records: { bytes: Uint8Array; text: string | null }[] = [];
  for (let round = 0; records.length < 260; round++) {
    for (const { encodings, sentences } of TEXTS) {
      const text = `${sentences[round % sentences.length]!}\n${sentences[(round + 1) % sentences.length]!}\n`;
      for (const encoding of [encodings[round % encodings.length]!, "utf-8"]) records.push({ bytes: bytesOf(text, encoding), text });
      records.push({ bytes: hostile[records.length % hostile.length]!, text: null });
    }
  }
  const prior = createEncodingPrior(records.slice(0, 30).map(({ bytes }) => detectEncoding(bytes)));
  const shuffled = records
    .map((record, index) => ({ ...record, key: (index * 7919) % records.length }))
    .sort((left, right) => left.key - right.key);
  const used = new Set<string>();
  for (const { bytes, text } of shuffled) {
    const { encoding } = detectEncoding(bytes, { prior });
    if (text === null) continue;
    used.add(encoding);
    expect(decode(bytes, encoding).text).toBe(text);
  }
  expect(records.filter(({ text }) => text !== null).length).toBeGreaterThan(160);
  expect(records.length).toBeGreaterThanOrEqual(200);
  expect(used.size).toBeGreaterThanOrEqual(8);
});

test("a byte order mark decides", () => {
  expect(detectEncoding(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toMatchObject({ encoding: "utf-8", evidence: "bom", confidence: 1 });
  expect(detectEncoding(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toMatchObject({ encoding: "utf-16le", evidence: "bom" });
});

test("ASCII is UTF-8, and stray escapes do not change that", () => {
  expect(detectEncoding(utf8("Plain words only."))).toMatchObject({ encoding: "utf-8", evidence: "ascii", confidence: 1 });
  expect(detectEncoding(utf8("\u001b$B words \u001b$B words and more words")).encoding).toBe("utf-8");
  expect(detectEncoding(utf8("a path like ~{home~} in a text")).encoding).toBe("utf-8");
  expect(detectEncoding(new Uint8Array(0)).encoding).toBe("utf-8");
});

test("a few bad bytes in much UTF-8 stay damage, a cut head or tail is none", () => {
  const whole = utf8(TEXTS[0]!.sentences.join("\n"));
  const damaged = whole.slice();
  damaged[41] = 0xff;
  damaged[90] = 0x20;
  expect(detectEncoding(damaged)).toMatchObject({ encoding: "utf-8", evidence: "utf-8-damaged" });
  expect(detectEncoding(whole.subarray(1, whole.length - 3))).toMatchObject({ encoding: "utf-8", evidence: "utf-8-valid" });
});

test("valid UTF-8 beats a declaration, and the guess says so", () => {
  const bytes = utf8("Новости дня");
  expect(detectEncoding(bytes, { declared: "windows-1251" })).toMatchObject({
    encoding: "utf-8",
    declared: "windows-1251",
    declaredRejected: true,
  });
  expect(detectEncoding(bytes, { declared: "UTF8" })).toMatchObject({ declared: "utf-8", declaredRejected: false });
});

test("a declaration beats statistics unless its text is impossible", () => {
  const short = bytesOf("Più", "macintosh");
  expect(detectEncoding(short, { declared: "macintosh" })).toMatchObject({
    encoding: "macintosh",
    evidence: "declared",
    declaredRejected: false,
  });
  const russian = bytesOf(TEXTS[0]!.sentences.join(" "), "koi8-r");
  expect(detectEncoding(russian, { declared: "windows-1252" })).toMatchObject({ encoding: "koi8-r", declaredRejected: true });
});

test("unknown labels and UTF-7 are no declarations", () => {
  const bytes = utf8("+ADw-script+AD4- plain");
  for (const declared of ["utf-7", "no-such-encoding", ""]) {
    expect(detectEncoding(bytes, { declared })).toMatchObject({ encoding: "utf-8", declared: null, declaredRejected: false });
  }
});

test("a prior decides between equals and yields to evidence", () => {
  const equal = bytesOf("né", "windows-1252");
  const western = { counts: { "windows-1252": 20 } };
  const cyrillic = { counts: { "windows-1251": 20 } };
  expect(detectEncoding(equal, { prior: western }).encoding).toBe("windows-1252");
  const russian = bytesOf(TEXTS[0]!.sentences[0]!, "koi8-r");
  expect(detectEncoding(russian, { prior: cyrillic }).encoding).toBe("koi8-r");
  expect(JSON.parse(JSON.stringify(createEncodingPrior([detectEncoding(russian)])))).toEqual({ counts: { "koi8-r": 1 } });
});

test("a prior does not depend on the order of the records", () => {
  const guesses = TEXTS.map(({ sentences, encodings }) => detectEncoding(bytesOf(sentences[0]!, encodings[0]!)));
  expect(JSON.stringify(createEncodingPrior(guesses))).toBe(JSON.stringify(createEncodingPrior(guesses.toReversed())));
});

test("a hint decides between languages that fit about equally", () => {
  const bytes = bytesOf("perché", "windows-1252");
  expect(detectEncoding(bytes, { hint: "it" })).toMatchObject({ language: "it" });
});

test("nothing throws, whatever the bytes", () => {
  let state = 7;
  for (let round = 0; round < 400; round++) {
    const bytes = Uint8Array.from({ length: round % 97 }, () => (state = (state * 48271) % 2147483647) & 255);
    const { encoding } = detectEncoding(bytes);
    expect(typeof decode(bytes, encoding).text).toBe("string");
  }
});

test("wide text without zero bytes is told from ASCII and from legacy text", () => {
  const chinese = bytesOf(TEXTS.find(({ language }) => language === "zh")!.sentences.join(""), "utf-16be");
  expect(findWideEncoding(chinese)).toBe("utf-16be");
  expect(findWideEncoding(utf8("Bush hid the facts"))).toBeNull();
  for (const { encodings, sentences } of TEXTS) {
    for (const encoding of encodings) expect(findWideEncoding(bytesOf(sentences[0]!, encoding))).toBeNull();
  }
});

test("two bytes among figures are no evidence, and the prior then decides", () => {
  const bytes = Uint8Array.from([0x31, 0x20, 0xa4, 0xbd, 0x20, 0x32]);
  expect(detectEncoding(bytes)).toMatchObject({ encoding: "windows-1252", confidence: 0, evidence: "none" });
  expect(detectEncoding(bytes, { prior: { counts: { "euc-jp": 50 } } }).encoding).toBe("euc-jp");
});

test("a text of two encodings is no sure answer", () => {
  const text = TEXTS[0]!.sentences.join("\n");
  expect(detectEncoding(join(bytesOf(text, "windows-1251"), bytesOf(text, "ibm866"))).confidence).toBeLessThanOrEqual(0.7);
});

test("a record that reads as expected is answered alike with and without the expectation", () => {
  const prior = { counts: { "windows-1251": 40, "koi8-r": 20 } };
  for (const encoding of ["windows-1251", "koi8-r"]) {
    const bytes = bytesOf(TEXTS[0]!.sentences.join("\n"), encoding);
    expect(confirmExpected(bytes, countBytes(bytes), prior)).toEqual({ encoding, language: "ru" });
    expect(detectEncoding(bytes, { prior })).toMatchObject({ encoding, evidence: "statistics", language: "ru" });
  }
  for (const encoding of ["ibm866", "x-mac-cyrillic", "iso-8859-5", "utf-8"]) {
    const other = bytesOf(TEXTS[0]!.sentences.join("\n"), encoding);
    expect(confirmExpected(other, countBytes(other), prior)).toBeNull();
  }
});
