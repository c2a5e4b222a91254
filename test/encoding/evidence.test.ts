// What speaks for an encoding before any statistics: code units, escapes, sequences of UTF-8, declarations.
import { describe, expect, test } from "vitest";
import { findDeclaredEncoding } from "../../src/encoding/declared.ts";
import { findByte, holdsByte } from "../../src/encoding/find-byte.ts";
import { countBytes, takeSample } from "../../src/encoding/sample.ts";
import { findSevenBitEncoding } from "../../src/encoding/seven-bit.ts";
import { findInvalidUtf8, isSurelyUtf8, surveyUtf8 } from "../../src/encoding/utf8.ts";
import { findWideEncoding } from "../../src/encoding/wide.ts";
import { encode } from "./encode.ts";
import { TEXTS } from "./texts.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const bytesOf = (...parts: (string | number | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : typeof part === "string" ? ascii(part) : Array.from(part))));
const shown = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const sentencesOf = (language: string): readonly string[] => TEXTS.find((text) => text.language === language)!.sentences;

const unitsAs = (units: readonly number[], littleEndian: boolean): Uint8Array =>
  Uint8Array.from(units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));

describe("wide units without a byte order mark", () => {
  /** Whether a text of letters and one other unit, in a share, is taken as wide. */
  const isWide = (letters: number, others: readonly number[]): boolean => {
    const units = [...Array.from({ length: letters }, (_, index) => 0x61 + (index % 26)), ...others];
    const [little, big] = [true, false].map((littleEndian) => findWideEncoding(unitsAs(units, littleEndian)));
    expect([little, big]).toEqual(little === null ? [null, null] : ["utf-16le", "utf-16be"]);
    return little !== null;
  };
  const many = (unit: number): number[] => Array<number>(10).fill(unit);

  test.each([
    0x20, 0x7e, 0x09, 0x0a, 0x0d, 0xa0, 0x13ff, 0x1780, 0x1fff, 0x200b, 0x203a, 0x20ac, 0x2116, 0x2122, 0x2026, 0x3000, 0x3003, 0x3005,
    0x3020, 0x3041, 0x30ff, 0xff01, 0xff9f,
  ])("text has the unit %s", (unit) => {
    expect(isWide(10, many(unit))).toBe(true);
  });

  test.each([
    0x1400, 0x177f, 0x2000, 0x200a, 0x203b, 0x20ab, 0x20ad, 0x2e7f, 0x2e80, 0x2fff, 0x3004, 0x3021, 0x3040, 0x3100, 0x4dff, 0xa000, 0xabff,
    0xd7a4, 0xd7ff, 0xf900, 0xff00, 0xffa0, 0xffef,
  ])("text hardly has the unit %s, but it may stand in one", (unit) => {
    expect(isWide(10, many(unit))).toBe(false);
    expect(isWide(18, [unit, unit])).toBe(true);
  });

  test.each([0x01, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x80, 0x9f, 0xd800, 0xdfff, 0xe000, 0xf8ff, 0xfff0, 0xffff])(
    "text has no unit %s",
    (unit) => {
      expect(isWide(18, [unit, 0x61, unit])).toBe(false);
    },
  );

  test("pairs of surrogates are characters, halves are none", () => {
    expect(isWide(12, [0xd83d, 0xde00, 0xdbff, 0xdfff, 0xd800, 0xdc00])).toBe(true);
    expect(isWide(12, [0xde00, 0xd83d, 0x61, 0xde00])).toBe(false);
    expect(isWide(18, [0xd83d, 0x61, 0xd83d])).toBe(false);
    expect(isWide(24, [0xd83d])).toBe(true);
  });

  test("ideographs and Hangul have to be frequent ones", () => {
    const frequent = [..."的一是不了人我在有他这中大来上国"].map((character) => character.charCodeAt(0));
    expect(isWide(0, frequent)).toBe(true);
    expect(
      isWide(
        4,
        [..."이다는의가을에하고지로"].map((character) => character.charCodeAt(0)),
      ),
    ).toBe(true);
    const rare = Array.from({ length: 30 }, (_, index) => 0x9f00 + index);
    expect(isWide(4, rare)).toBe(false);
    // A few among many letters are not asked.
    expect(isWide(40, rare.slice(0, 8))).toBe(true);
    expect(isWide(24, rare.slice(0, 8))).toBe(false);
  });

  test("a text is of few scripts", () => {
    const letters = (blocks: number): number[] => Array.from({ length: blocks }, (_, index) => index * 0x100 + 0xc0);
    expect(isWide(20, letters(8))).toBe(true);
    expect(isWide(20, letters(9))).toBe(false);
  });

  test("a text without zero bytes has to be long enough and look wide at its head", () => {
    const russian = [..."Город"].map((character) => character.charCodeAt(0));
    expect(findWideEncoding(unitsAs(russian, true))).toBeNull();
    expect(findWideEncoding(unitsAs([...russian, ...russian.slice(0, 2)], true))).toBeNull();
    expect(findWideEncoding(unitsAs([...russian, ...russian.slice(0, 3)], true))).toBe("utf-16le");
    const late = bytesOf(
      "plain words that fill the first sixty-four bytes, as all legacy text",
      0xe9,
      unitsAs(Array(400).fill(0x431), true),
    );
    expect(findWideEncoding(late)).toBeNull();
    expect(findWideEncoding(bytesOf("only ASCII, with line ends\r\n\tand \u000b\u000c as well, is never wide"))).toBeNull();
    expect(findWideEncoding(Uint8Array.of(0x61, 0))).toBeNull();
    expect(findWideEncoding(Uint8Array.of(0x71, 0, 0x78, 0))).toBe("utf-16le");
    expect(findWideEncoding(Uint8Array.of(0x61, 0, 0x62))).toBeNull();
    expect(findWideEncoding(new Uint8Array(0))).toBeNull();
  });

  test("only the head is read", () => {
    const words = unitsAs(Array(2048).fill(0x61), true);
    expect(findWideEncoding(bytesOf(words, new Uint8Array(3000).fill(0xe0)))).toBe("utf-16le");
    expect(findWideEncoding(bytesOf(words.subarray(0, 3000), new Uint8Array(3000).fill(0xe0)))).toBeNull();
  });

  const quads = (codes: readonly number[], littleEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(codes.length * 4);
    codes.forEach((code, index) => new DataView(bytes.buffer).setUint32(index * 4, code, littleEndian));
    return bytes;
  };

  test("four bytes a character", () => {
    for (const [codes, is] of [
      [[0x41, 0x42], true],
      [[0x416, 0x41, 0x1f600], true],
      [[0x10_ffff, 0x41], true],
      [[0x11_0041, 0x41], false],
      [[0x100_0041, 0x41], false],
      [[...Array<number>(38).fill(0x41), 0x11_0041], true],
      [[...Array<number>(18).fill(0x41), 0x11_0041], false],
    ] as const) {
      const found = [true, false].map((littleEndian) => findWideEncoding(quads(codes, littleEndian)));
      if (is) expect([codes, found]).toEqual([codes, ["utf-32le", "utf-32be"]]);
      else expect([codes, found.includes("utf-32le"), found.includes("utf-32be")]).toEqual([codes, false, false]);
    }
    expect(findWideEncoding(quads([0x41], true))).not.toBe("utf-32le");
    expect(findWideEncoding(quads([0x41, 0x42], true).subarray(0, 7))).not.toBe("utf-32le");
    expect(findWideEncoding(new Uint8Array(16))).toBeNull();
    // What fits in both orders is told by the number that fit.
    expect(findWideEncoding(quads([0x100, 0x200, 0x43], true))).toBe("utf-32le");
    expect(findWideEncoding(quads([0x100, 0x200, 0x43], false))).toBe("utf-32be");
    expect(findWideEncoding(quads([0x100, 0x200], true))).toBeNull();
  });
});

describe("sequences of UTF-8", () => {
  const EDGES = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
  const LEADS = [0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];

  test("bad ones are those that the standard's decoder replaces", () => {
    const loose = new TextDecoder("utf-8", { ignoreBOM: true });
    for (const lead of LEADS) {
      for (const second of EDGES) {
        for (const third of EDGES) {
          for (const rest of [[], [0x80], [0xbf, 0x41]]) {
            const bytes = Uint8Array.from([lead, second, third, ...rest]);
            const count = loose.decode(bytes).split("\uFFFD").length - 1;
            expect([[...bytes], findInvalidUtf8(bytes)?.count ?? 0]).toEqual([[...bytes], count]);
          }
        }
      }
    }
    expect(findInvalidUtf8(bytesOf("ab", 0xc3, 0xa9, "c", 0xff, 0xe4, 0xb8, "d"))).toEqual({ count: 2, firstOffset: 5 });
    expect(findInvalidUtf8(utf8("é€😀"))).toBeNull();
  });

  test.each<[what: string, bytes: Uint8Array, survey: { good: number; bad: number; lost: number }]>([
    ["ASCII", utf8("abc"), { good: 0, bad: 0, lost: 0 }],
    ["two, three and four bytes", utf8("é€😀"), { good: 3, bad: 0, lost: 0 }],
    ["U+FFFD", utf8("a\uFFFDé\uFFFD"), { good: 1, bad: 0, lost: 2 }],
    ["its neighbours", utf8("\uFFFC\uFFFE\uFF7D"), { good: 3, bad: 0, lost: 0 }],
    ["stray bytes", bytesOf("a", 0xff, 0xc3, 0xa9, 0xe9, "b"), { good: 1, bad: 2, lost: 0 }],
    ["a cut head", bytesOf(0xa9, 0x80, 0x80, utf8("é")), { good: 1, bad: 0, lost: 0 }],
    ["a head of four bytes", bytesOf(0xa9, 0x80, 0x80, 0x80, utf8("é")), { good: 1, bad: 1, lost: 0 }],
    ["a cut tail", bytesOf(utf8("é"), 0xe2, 0x82), { good: 1, bad: 0, lost: 0 }],
    ["a tail of a lead byte", bytesOf(utf8("é"), 0xf4), { good: 1, bad: 0, lost: 0 }],
    ["a tail that is no lead byte", bytesOf(utf8("é"), 0xf5), { good: 1, bad: 1, lost: 0 }],
    ["a tail of a byte too low", bytesOf(utf8("é"), 0xc1), { good: 1, bad: 1, lost: 0 }],
    ["a cut head and tail alone", bytesOf(0x80, 0x80, "a", 0xc3), { good: 0, bad: 3, lost: 0 }],
    ["a cut tail behind U+FFFD", bytesOf(utf8("\uFFFD"), 0xc3), { good: 0, bad: 0, lost: 1 }],
    ["a lead byte before ASCII", bytesOf(utf8("é"), 0xc3, "a"), { good: 1, bad: 1, lost: 0 }],
    ["nothing", new Uint8Array(0), { good: 0, bad: 0, lost: 0 }],
  ])("%s", (_, bytes, survey) => {
    expect(surveyUtf8(bytes)).toEqual(survey);
  });

  test("a hopeless text is not read to its end, a damaged one is", () => {
    const { bad } = surveyUtf8(bytesOf(utf8("é"), new Uint8Array(500).fill(0xff)));
    expect(bad).toBe(200);
    const damaged = surveyUtf8(bytesOf(utf8("é".repeat(300)), new Uint8Array(250).fill(0xff), utf8("é".repeat(100))));
    expect(damaged).toEqual({ good: 400, bad: 250, lost: 0 });
    expect(surveyUtf8(bytesOf(utf8("é".repeat(200)), new Uint8Array(250).fill(0xff))).bad).toBe(201);
  });

  test("surely UTF-8 is what has good sequences, no bad one and no zero byte", () => {
    expect(isSurelyUtf8(utf8("é"), { good: 1, bad: 0, lost: 0 })).toBe(true);
    expect(isSurelyUtf8(utf8("é\0"), { good: 1, bad: 0, lost: 0 })).toBe(false);
    expect(isSurelyUtf8(utf8("é"), { good: 1, bad: 1, lost: 0 })).toBe(false);
    expect(isSurelyUtf8(utf8("a"), { good: 0, bad: 0, lost: 0 })).toBe(false);
  });
});

test("a byte is found from a place on", () => {
  const bytes = Uint8Array.of(5, 7, 5);
  expect([findByte(bytes, 5, 0), findByte(bytes, 5, 1), findByte(bytes, 5, 3), findByte(bytes, 9, 0)]).toEqual([0, 2, -1, -1]);
  expect([holdsByte(bytes, 5), holdsByte(bytes, 7), holdsByte(bytes, 6), holdsByte(new Uint8Array(0), 0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe("escapes and shifts", () => {
  const japanese = encode(sentencesOf("ja")[0]!, "iso-2022-jp")!;
  const korean = encode(sentencesOf("ko")[0]!, "iso-2022-kr")!;
  const chinese = encode(sentencesOf("zh")[0]!, "hz")!;
  /** Runs of pairs by the high bytes of another encoding. */
  const shifted = (text: string, encoding: string): number[] => [...encode(text, encoding)!].map((byte) => byte & 0x7f);
  const read = (...parts: (string | number | Uint8Array)[]): string | null => findSevenBitEncoding(bytesOf(...parts));
  const PAIRS = shifted("市議会は来年度の予算", "euc-jp");

  test("are told by what stands between them", () => {
    expect([read(japanese), read(korean), read(chinese)]).toEqual(["iso-2022-jp", "iso-2022-kr", "hz"]);
    const simplified = shifted("市议会通过了明年的预算", "gb18030");
    expect(read("\u001b$)A\u000e", Uint8Array.from(simplified), "\u000f a")).toBe("iso-2022-cn");
    const traditional = [0x44, 0x21, 0x44, 0x2c, 0x44, 0x38, 0x45, 0x23];
    expect(read("\u001b$)G\u000e", Uint8Array.from(traditional), "\u000f a")).toBe("iso-2022-cn");
    const syllables = shifted("시의회는", "euc-kr");
    expect(read("\u001b$)C\u000e", Uint8Array.from(syllables), "\u000f")).toBe("iso-2022-kr");
    expect(read("\u000e", Uint8Array.from(syllables), "\u000f")).toBe("iso-2022-kr");
    expect(read("ASCII only")).toBeNull();
    expect(read("a ~ b {c} ~~")).toBeNull();
  });

  test.each(["$@", "$B", "$(D", "$(O", "$(P", "$(Q"])("the escape %s begins pairs", (escape) => {
    expect(read(`\u001b${escape}`, Uint8Array.from(PAIRS), "\u001b(B end")).toBe("iso-2022-jp");
  });

  test.each(["(B", "(J", "(I"])("the escape %s ends pairs", (escape) => {
    const words = "and here are words of the text that are no pairs";
    expect(read("\u001b$B", Uint8Array.from(PAIRS), `\u001b${escape}${words}`)).toBe("iso-2022-jp");
    expect(read("\u001b$B", Uint8Array.from(PAIRS), words)).toBeNull();
  });

  test.each(["$(A", "(H", "$C", "$$", "x", "\u001b(B"])("an unknown escape %j speaks against the whole", (escape) => {
    expect(read(`\u001b${escape} \u001b$B`, Uint8Array.from(PAIRS.slice(0, 14)), "\u001b(B end")).toBeNull();
    const long = [...PAIRS, ...PAIRS];
    expect(read(`\u001b${escape} \u001b$B`, Uint8Array.from(long), "\u001b(B end")).toBe("iso-2022-jp");
  });

  test("an escape cut by the end is no harm, nor a pair cut by it", () => {
    for (const tail of ["\u001b", "\u001b(", "\u001b$", "\u001b(B", "0"])
      expect(read("\u001b$B", Uint8Array.from(PAIRS.slice(0, 4)), tail)).toBe("iso-2022-jp");
  });

  test("a line end ends pairs, so that a lost escape harms one line only", () => {
    const words = "\nwords in the next line, which nobody takes for pairs";
    expect(read("\u001b$B", Uint8Array.from(PAIRS), words)).toBe("iso-2022-jp");
    expect(read("\u000e", Uint8Array.from(shifted("시의회는내년", "euc-kr")), words)).toBe("iso-2022-kr");
    expect(read("~{", Uint8Array.from(shifted("市议会通过了明年的预算", "gb18030")), words)).toBe("hz");
    expect(read("\u001b$B", Uint8Array.from(PAIRS), "\r\u001b(B")).toBe("iso-2022-jp");
  });

  test("high bytes and broken pairs are damage up to one for eight pairs", () => {
    const pairs = Uint8Array.from(PAIRS.slice(0, 16));
    expect(read("\u001b$B", pairs, "\u001b(B", 0xe9)).toBe("iso-2022-jp");
    expect(read("\u001b$B", pairs, "\u001b(B", 0xe9, 0xe9)).toBeNull();
    expect(read("\u001b$B", pairs, " \u001b(B")).toBe("iso-2022-jp");
    expect(read("\u001b$B", pairs, "  \u001b(B")).toBeNull();
    const syllables = Uint8Array.from(shifted("시의회는내년예산", "euc-kr"));
    expect(read("\u000e", syllables, "\u000f", 0xe9)).toBe("iso-2022-kr");
    expect(read("\u000e", syllables, "\u000f", 0xe9, 0xe9)).toBeNull();
    const simplified = Uint8Array.from(shifted("市议会通过了明年", "gb18030"));
    expect(read("~{", simplified, "~}", 0xe9)).toBe("hz");
    expect(read("~{", simplified, "~}", 0xe9, 0xe9)).toBeNull();
  });

  test("pairs have to be such as text has", () => {
    expect(read("\u001b$B", "words between as if they were pairs", "\u001b(B")).toBeNull();
    expect(read("~{words in braces~}")).toBeNull();
    expect(read("\u000ewords behind a shift\u000f")).toBeNull();
    expect(read("\u001b$)C\u000e\u000f words")).toBeNull();
  });

  test("blanks and control characters stand between shifted pairs", () => {
    const syllables = Uint8Array.from(shifted("시의회는", "euc-kr"));
    expect(read("\u000e", syllables, " \t", syllables, "\u000f words of ASCII")).toBe("iso-2022-kr");
    expect(read("\u000e", syllables, "\u000fwords of ASCII behind the other shift")).toBe("iso-2022-kr");
    expect(read("~{", Uint8Array.from(shifted("市议会通过", "gb18030")), "~}words of ASCII behind the other shift ~{")).toBe("hz");
  });
});

describe("a declaration in markup", () => {
  test.each<[markup: string, encoding: string | null]>([
    ['<meta charset="koi8-r">', "koi8-r"],
    ["<META CHARSET=KOI8-R>", "koi8-r"],
    ["<meta charset = 'koi8-r'>", "koi8-r"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"],
    ['<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"],
    ["<?XML encoding = 'gbk' ?>", "gbk"],
    ["words before <p> and <meta charset=gbk>", "gbk"],
    ["<metadata charset=gbk>", null],
    ["<p charset=gbk>", null],
    ["<meta name=x> charset=gbk", null],
    ["<meta name=x><meta charset=big5>", "big5"],
    ["<?xml version='1.0'?><meta charset=big5>", "big5"],
    ["<meta charset=no-such-encoding><meta charset=big5>", null],
    ["<meta charset=gbk", "gbk"],
    ["meta charset=gbk", null],
    ["<meta xcharset=gbk>", null],
    ["", null],
  ])("%s", (markup, encoding) => {
    expect(findDeclaredEncoding(utf8(markup))).toBe(encoding);
  });

  test("stands within the first kilobyte, not far behind the name of its tag", () => {
    const tag = "<meta charset=gbk>";
    expect(findDeclaredEncoding(utf8(" ".repeat(1024 - tag.length) + tag))).toBe("gbk");
    expect(findDeclaredEncoding(utf8(" ".repeat(1024) + tag))).toBeNull();
    const meta = (gap: number): string => `<meta${" ".repeat(gap)}charset=gbk>`;
    const xml = (gap: number): string => `<?xml${" ".repeat(gap)}encoding='gbk'?>`;
    expect([meta(200), meta(201), xml(100), xml(101)].map((markup) => findDeclaredEncoding(utf8(markup)))).toEqual([
      "gbk",
      null,
      "gbk",
      null,
    ]);
  });

  test("bytes above ASCII do not hide it", () => {
    expect(findDeclaredEncoding(bytesOf(0xcd, 0xee, "<", 0xff, "><meta charset=gbk>"))).toBe("gbk");
  });
});

describe("the sample that the statistics read", () => {
  const sampleOf = (bytes: Uint8Array, main?: number, rare?: number) => takeSample(bytes, countBytes(bytes), main, rare);
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test("bytes are counted, whatever the length", () => {
    for (let length = 0; length < 9; length++) {
      const counts = countBytes(Uint8Array.from({ length }, (_, index) => [0, 255, 7][index % 3]!));
      expect([counts[0], counts[255], counts[7], counts.length]).toEqual(
        [Math.ceil(length / 3), Math.ceil((length - 1) / 3), Math.ceil((length - 2) / 3), 256].map((count) => Math.max(0, count)),
      );
    }
  });

  test("is made of words with high bytes and what touches them, a blank between; words without are apart", () => {
    const { bytes, plain, firstRound, startsAtHead } = sampleOf(latin("The café in the <b>old</b> Zürich, 5 o'clock"));
    expect(shown(bytes)).toBe("café Zürich ");
    expect(shown(plain)).toBe("The in the old clock ");
    expect(firstRound).toBe(bytes.length);
    expect(startsAtHead).toBe(false);
    expect(sampleOf(latin("café")).startsAtHead).toBe(true);
    expect(sampleOf(latin("éa")).startsAtHead).toBe(true);
    expect(sampleOf(latin(" éa")).startsAtHead).toBe(false);
    expect(sampleOf(latin("plain words"))).toMatchObject({ bytes: new Uint8Array(0), firstRound: 0, startsAtHead: false });
  });

  test("takes digits and brackets behind a high byte only, where the second byte of a pair may stand", () => {
    expect(shown(sampleOf(latin("é0 é@é [é é~ é\u007f é/ é00 0é é_a")).bytes)).toBe("é0 é@é é é~ é é é0 é é_a ");
  });

  test("goes back no more than 24 letters to where a word begins", () => {
    const { bytes } = sampleOf(latin(`${"a".repeat(40)}é`));
    expect(shown(bytes)).toBe(`${"a".repeat(24)}é `);
  });

  test("leaves out U+FFFD of an earlier conversion", () => {
    const { bytes } = sampleOf(latin("a\u00ef\u00bf\u00bdb é\u00ef\u00bf\u00bdx \u00ef\u00bf\u00be"));
    expect(shown(bytes)).toBe("é \u00ef\u00bf\u00be ");
    expect(shown(sampleOf(latin("\u00ef\u00bf\u00bdé")).bytes)).toBe("é ");
  });

  test("leaves out what repeats a pair", () => {
    expect(shown(sampleOf(latin("äöäöäöäöäöx")).bytes)).toBe("äöäöx ");
    expect(shown(sampleOf(latin("äöäöäöä")).bytes)).toBe("äöäöä ");
    expect(shown(sampleOf(latin("äaäaäaäa")).bytes)).toBe("äaäa ");
    expect(shown(sampleOf(latin("äöäüäöäö")).bytes)).toBe("äöäüäöäö ");
    expect(shown(sampleOf(latin("äöüöäöüö")).bytes)).toBe("äöüöäöüö ");
  });

  test("the first round ends with the stretch that fills it", () => {
    const { bytes, firstRound } = sampleOf(latin("élan ".repeat(60)));
    expect(firstRound).toBe(115);
    expect(bytes.length).toBeGreaterThan(firstRound);
  });

  test("ends after so many bytes, but looks further for high bytes not met yet", () => {
    const text = `${"élan ".repeat(200)}${"mañana élan ".repeat(20)}`;
    const { bytes } = sampleOf(latin(text));
    expect(shown(bytes)).toBe(`${"élan ".repeat(96)}mañana `);
    expect(shown(sampleOf(latin(text), 20, 0).bytes)).toBe("élan ".repeat(4));
    expect(shown(sampleOf(latin(text), 20, 3).bytes)).toBe(`${"élan ".repeat(4)}mañana `);
    expect(sampleOf(latin("élan ".repeat(200))).bytes).toHaveLength(480);
    const distinct = String.fromCharCode(...Array.from({ length: 120 }, (_, index) => 0x80 + index)).split("");
    const rare = sampleOf(latin(`${"élan ".repeat(100)}${distinct.map((letter) => `${letter}aaa `).join("")}`));
    expect(rare.bytes.length).toBe(720);
  });

  test("text without blanks is cut", () => {
    const { bytes } = sampleOf(Uint8Array.from({ length: 700 }, (_, index) => 0xa1 + (index % 61)));
    expect(bytes.indexOf(0x20)).toBe(320);
    expect(bytes).toHaveLength(642);
  });

  test("plain words have 2 to 24 letters, stand outside markup, and 240 bytes of them are enough", () => {
    const plainOf = (text: string): string => shown(sampleOf(latin(text)).plain);
    expect(plainOf("a bb ccc")).toBe("bb ccc ");
    expect(plainOf(`${"x".repeat(24)} ${"y".repeat(25)} z1zz`)).toBe(`${"x".repeat(24)} zz `);
    expect(plainOf("one <tag with words> two\n<open tag\nthree four")).toBe("one two three four ");
    expect(plainOf("caféine seule")).toBe("seule ");
    expect(plainOf("words ".repeat(100))).toBe("words ".repeat(40));
    expect(plainOf("end")).toBe("end ");
  });
});
