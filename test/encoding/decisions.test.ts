// How what is known of a record is weighed: evidence of the bytes, statistics, priors, hints and declarations.
import { describe, expect, test } from "vitest";
import { detectEncoding, type DetectEncodingOptions } from "../../src/encoding/detect.ts";
import { confirmExpected } from "../../src/encoding/expected.ts";
import { plainGuess, type EncodingGuess } from "../../src/encoding/guess.ts";
import { createEncodingPrior, priorCost } from "../../src/encoding/prior.ts";
import { countBytes, type Sample } from "../../src/encoding/sample.ts";
import type { ScoredEncoding } from "../../src/encoding/score-single.ts";
import { hasOtherPart } from "../../src/encoding/segments.ts";
import { detectByStatistics, type OutsideEvidence } from "../../src/encoding/statistics.ts";
import { voteByChardet } from "../../src/encoding/vote.ts";
import { encode } from "./encode.ts";
import { goldenOf } from "../support/golden.ts";
import { TEXTS } from "./texts.ts";

const bytesOf = (text: string, encoding: string): Uint8Array => {
  const bytes = encode(text, encoding);
  if (bytes === null) throw new Error(`${encoding} cannot write ${text}`);
  return bytes;
};
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const textOf = (language: string): string => TEXTS.find((text) => text.language === language)!.sentences.join("\n");
const NOTHING: OutsideEvidence = { declared: null, inMarkup: null, prior: undefined, hint: undefined };
const byStatistics = (bytes: Uint8Array, outside: Partial<OutsideEvidence> = {}): EncodingGuess =>
  detectByStatistics(bytes, countBytes(bytes), { ...NOTHING, ...outside });

describe("a prior", () => {
  test("counts the guesses that were sure and rest on something, in the order of the names", () => {
    const guesses = [
      plainGuess("windows-1251", 0.9, "statistics"),
      plainGuess("windows-1251", 1, "declared"),
      plainGuess("koi8-r", 0.95, "statistics"),
      plainGuess("ibm866", 0.89, "statistics"),
      plainGuess("utf-8", 1, "ascii"),
      plainGuess("utf-8", 1, "utf-8-valid"),
      plainGuess("windows-1252", 1, "none"),
    ];
    const { counts } = createEncodingPrior(guesses);
    expect(counts).toEqual({ "koi8-r": 1, "utf-8": 1, "windows-1251": 2 });
    expect(Object.keys(counts)).toEqual(["koi8-r", "utf-8", "windows-1251"]);
    expect(createEncodingPrior([])).toEqual({ counts: {} });
  });

  test("speaks against what was met less often, by the logarithm and up to five nats", () => {
    const prior = { counts: { "windows-1251": 9, "koi8-r": 4, "utf-8": 0 } };
    expect(priorCost(prior, "windows-1251")).toBe(0);
    expect(priorCost(prior, "koi8-r")).toBeCloseTo(Math.log(9.5 / 4.5), 9);
    expect(priorCost(prior, "utf-8")).toBeCloseTo(Math.log(19), 9);
    expect(priorCost(prior, "ibm866")).toBeCloseTo(Math.log(19), 9);
    expect(priorCost(prior, "constructor")).toBeCloseTo(Math.log(19), 9);
    expect(priorCost({ counts: { "windows-1251": 1000 } }, "koi8-r")).toBe(5);
    expect(priorCost({ counts: {} }, "koi8-r")).toBe(0);
  });
});

describe("without high bytes, or with a few", () => {
  const japanese = bytesOf("市議会は来年度の予算案を可決し、学校の修理に費用を充てる", "iso-2022-jp");

  test("escapes decide where no more than three bytes are stray", () => {
    expect(detectEncoding(japanese)).toMatchObject({ encoding: "iso-2022-jp", evidence: "escapes", confidence: 0.98 });
    expect(detectEncoding(join(japanese, latin(" é é é ")))).toMatchObject({ encoding: "iso-2022-jp", evidence: "escapes" });
    expect(detectEncoding(join(japanese, japanese, latin(" é é é é "))).evidence).not.toBe("escapes");
    expect(detectEncoding(join(japanese, latin(" \u00c3\u00a9 ")))).toMatchObject({ encoding: "iso-2022-jp" });
    expect(detectEncoding(join(japanese, latin(" \u00ef\u00bf\u00bd ")))).toMatchObject({ encoding: "iso-2022-jp" });
  });

  test("a text of wide units is told before its sequences are", () => {
    expect(detectEncoding(bytesOf("Plain words", "utf-16be"))).toMatchObject({
      encoding: "utf-16be",
      evidence: "nul-pattern",
      confidence: 0.98,
    });
    expect(detectEncoding(bytesOf("Plain words é", "utf-8"))).toMatchObject({ encoding: "utf-8", evidence: "utf-8-valid", confidence: 1 });
  });

  test("one bad sequence for four good ones is damage to UTF-8, more are another encoding", () => {
    const good = "\u00c3\u00a9 ";
    expect(detectEncoding(latin(`${good.repeat(4)}\u00ff`))).toMatchObject({
      encoding: "utf-8",
      evidence: "utf-8-damaged",
      confidence: 0.95,
    });
    expect(detectEncoding(latin(`${good.repeat(3)}\u00ff x`)).evidence).toBe("statistics");
    expect(detectEncoding(latin(`${good.repeat(8)}\u00ff \u00ff x`)).evidence).toBe("utf-8-damaged");
    expect(detectEncoding(latin(`${good.repeat(7)}\u00ff \u00ff x`)).evidence).toBe("statistics");
  });
});

describe("a declaration", () => {
  const detect = (bytes: Uint8Array, declared: string): EncodingGuess => detectEncoding(bytes, { declared });

  test("is not rejected where it gives the same text", () => {
    expect(detect(latin("plain"), "windows-1252")).toMatchObject({ encoding: "utf-8", declared: "windows-1252", declaredRejected: false });
    expect(detect(latin("plain"), "utf-16")).toMatchObject({ encoding: "utf-8", declared: "utf-16le", declaredRejected: true });
  });

  test("is taken as long as no other text is much more plausible, and then is all but sure", () => {
    expect(detect(bytesOf("Più", "windows-1252"), "iso-8859-15")).toMatchObject({
      encoding: "iso-8859-15",
      confidence: 0.95,
      evidence: "declared",
    });
    expect(detect(bytesOf(textOf("zh"), "gb18030"), "gb2312")).toMatchObject({
      encoding: "gb18030",
      evidence: "declared",
      declaredRejected: false,
    });
    expect(detect(bytesOf(textOf("ru"), "windows-1251"), "big5")).toMatchObject({
      encoding: "windows-1251",
      evidence: "statistics",
      declaredRejected: true,
    });
  });

  test("of the record's own markup is a hint only", () => {
    const word = latin("<meta charset=macintosh> n\u008e");
    expect(detectEncoding(word).encoding).toBe("macintosh");
    expect(detectEncoding(word.subarray(24)).encoding).not.toBe("macintosh");
    const russian = join(latin("<meta charset=windows-1252> "), bytesOf(textOf("ru"), "koi8-r"));
    expect(detectEncoding(russian)).toMatchObject({ encoding: "koi8-r", declared: null });
    const bytes = bytesOf("国", "gb18030");
    expect(byStatistics(bytes, { inMarkup: "gbk" })).toMatchObject({ evidence: "statistics" });
  });
});

describe("statistics", () => {
  test("few high bytes are of the Latin script", () => {
    expect(byStatistics(bytesOf("Дат", "windows-1251")).encoding).not.toBe("windows-1251");
    expect(byStatistics(bytesOf("Дата выхода", "windows-1251")).encoding).toBe("windows-1251");
  });

  test("two or three high bytes without a letter beside them are no evidence, unless something else is known", () => {
    const none = { encoding: "windows-1252", confidence: 0, evidence: "none", alternatives: [], language: null };
    expect(byStatistics(latin("1 \u00a4\u00bd 2"))).toMatchObject(none);
    expect(byStatistics(latin("\u00a4\u00bd\u00c3"))).toMatchObject(none);
    expect(byStatistics(latin("1 \u00a4 2 \u00bd 3 \u00c3"))).toMatchObject(none);
    for (const text of ["1 \u00a4 2", "1 a\u00a4\u00bd 2", "1 \u00a4\u00bdZ 2", "1 A\u00a4 \u00bdz", "1 \u00a4\u00bd\u00c3\u00d0"])
      expect([text, byStatistics(latin(text)).evidence]).toEqual([text, "statistics"]);
    for (const text of ["@\u00a4\u00bd", "\u00a4\u00bd[", "`\u00a4\u00bd{"])
      expect([text, byStatistics(latin(text)).evidence]).toEqual([text, "none"]);
    for (const outside of [{ declared: "koi8-r" }, { inMarkup: "koi8-r" }, { prior: { counts: {} } }, { hint: "ru" }])
      expect(byStatistics(latin("1 \u00a4\u00bd 2"), outside).evidence).not.toBe("none");
  });

  test("a hint names a language, whatever its region and case", () => {
    const bytes = bytesOf("perché", "windows-1252");
    for (const hint of ["it", "IT", "it-CH"]) expect(byStatistics(bytes, { hint }).language).toBe("it");
    expect(byStatistics(bytesOf(textOf("zh-Hant"), "big5"), { hint: "zh-TW" })).toMatchObject({ encoding: "big5", language: "zh-Hant" });
  });

  test("alternatives are at most five, best first, and give another text", () => {
    const { encoding, alternatives, confidence } = byStatistics(bytesOf("né", "windows-1252"));
    expect(alternatives).toHaveLength(5);
    expect(alternatives.map((one) => one.confidence)).toEqual(
      alternatives.map((one) => one.confidence).sort((left, right) => right - left),
    );
    expect(alternatives.map((one) => one.encoding)).not.toContain(encoding);
    expect(alternatives.map((one) => one.encoding)).not.toContain("iso-8859-15");
    expect(confidence).toBeCloseTo(1 - alternatives[0]!.confidence, 3);
  });

  test("a text that nothing reads soundly is no sure answer", () => {
    let state = 11;
    const noise = Uint8Array.from({ length: 400 }, () => (state = (state * 48271) % 2147483647) & 255);
    const guess = byStatistics(noise);
    expect(guess.confidence).toBeLessThanOrEqual(0.7);
    expect(byStatistics(bytesOf(textOf("ru"), "koi8-r")).confidence).toBe(1);
  });

  test("decisions are those that they were", () => {
    const short: [text: string, encoding: string, options?: DetectEncodingOptions][] = [
      ["né", "windows-1252"],
      ["né", "ibm850"],
      ["naïve façade", "macintosh"],
      ["Größe über 30 °C", "ibm437"],
      ["«Дождь»", "windows-1251"],
      ["Дождь и снег", "ibm866"],
      ["Дождь и снег", "koi8-r", { prior: { counts: { "windows-1251": 30, "koi8-r": 3 } } }],
      ["žluťoučký kůň", "iso-8859-2"],
      ["žluťoučký kůň", "windows-1250", { hint: "cs" }],
      ["łódź i żaba", "iso-8859-2", { hint: "pl-PL" }],
      ["İstanbul ışığı", "iso-8859-3"],
      ["Ķīna un Ēģipte", "windows-1257"],
      ["Οι δρόμοι", "iso-8859-7"],
      ["Tiếng Việt rất đẹp", "windows-1258"],
      ["Tiếng Việt rất đẹp", "viscii"],
      ["これは", "shift_jis"],
      ["ﾃｽﾄ中", "shift_jis"],
      ["新聞記事", "euc-jp"],
      ["新闻", "gb18030"],
      ["新聞", "big5", { declared: "big5" }],
      ["뉴스 기사", "euc-kr"],
      ["ข่าวด่วน", "windows-874"],
      ["خبر عاجل", "windows-1256"],
      ["חדשות היום", "windows-1255"],
    ];
    const golden = short.map(([text, encoding, options]) => {
      const { alternatives, ...guess } = detectEncoding(bytesOf(text, encoding), options);
      const key = options === undefined ? "" : ` with ${JSON.stringify(options)}`;
      return [`${text} in ${encoding}${key}`, { ...guess, alternatives: alternatives.map((one) => `${one.encoding} ${one.confidence}`) }];
    });
    const decisions = Object.fromEntries(golden);
    expect(decisions).toEqual(goldenOf(new URL("goldens/decisions.json", import.meta.url), decisions));
  });
});

test("a second opinion is asked only of encodings that it knows", () => {
  const russian = bytesOf(textOf("ru"), "koi8-r");
  expect(voteByChardet(russian, "koi8-r", "windows-1251")).toBe("koi8-r");
  expect(voteByChardet(russian, "windows-1251", "koi8-r")).toBe("koi8-r");
  expect(voteByChardet(russian, "koi8-r", "ibm866")).toBeNull();
  expect(voteByChardet(russian, "ibm866", "koi8-r")).toBeNull();
  expect(voteByChardet(bytesOf(textOf("ko"), "euc-kr"), "euc-kr", "windows-1253")).toBe("euc-kr");
  expect(voteByChardet(new Uint8Array(0), "iso-8859-8", "big5")).not.toBe("windows-1252");
});

describe("a record that reads as expected", () => {
  const confirm = (bytes: Uint8Array, counts: Record<string, number> = { "windows-1251": 3 }, used = countBytes(bytes)) =>
    confirmExpected(bytes, used, { counts });
  const russian = bytesOf(textOf("ru"), "windows-1251");

  test("is confirmed with its language, and then not looked at any further", () => {
    expect(confirm(russian)).toEqual({ encoding: "windows-1251", language: "ru" });
    expect(confirm(bytesOf(textOf("uk"), "windows-1251"))).toEqual({ encoding: "windows-1251", language: "uk" });
    for (const [language, encoding] of [
      ["el", "iso-8859-7"],
      ["he", "windows-1255"],
      ["ar", "windows-1256"],
    ] as const)
      expect(confirm(bytesOf(textOf(language), encoding), { [encoding]: 5 })).toEqual({ encoding, language });
    const prior = { counts: { "windows-1251": 3 } };
    expect(detectEncoding(russian, { prior })).toMatchObject({ confidence: 0.999, alternatives: [] });
    expect(detectEncoding(russian, { prior, hint: "ru" }).confidence).not.toBe(0.999);
    expect(detectEncoding(russian, { prior, declared: "windows-1251" }).evidence).toBe("declared");
  });

  test("needs three records of its encoding, a fifth of all", () => {
    expect(confirm(russian, { "windows-1251": 2 })).toBeNull();
    expect(confirm(russian, { "windows-1251": 3, "utf-8": 12 })).not.toBeNull();
    expect(confirm(russian, { "windows-1251": 3, "utf-8": 13 })).toBeNull();
    expect(confirm(russian, {})).toBeNull();
  });

  test("is of no Latin script", () => {
    expect(confirm(bytesOf(textOf("cs"), "windows-1250"), { "windows-1250": 50 })).toBeNull();
    const vietnamese = bytesOf("Tiếng Việt rất đẹp và mọi người đều thích đọc báo mỗi ngày ở thành phố".repeat(4), "viscii");
    expect(confirm(vietnamese, { viscii: 50 })).toBeNull();
  });

  test("has letters enough, most of its bytes", () => {
    const word = "город ";
    const words = (count: number): Uint8Array => bytesOf(word.repeat(count), "windows-1251");
    expect(confirm(words(13))).not.toBeNull();
    expect(confirm(words(11))).toBeNull();
    expect(confirm(bytesOf("а bcdef ".repeat(60), "windows-1251"))).toBeNull();
    expect(confirm(bytesOf("город 123,456 ".repeat(40), "windows-1251"))).not.toBeNull();
  });

  test("has no byte out of place, and no other reading of its letters", () => {
    const withByte = (byte: number): Int32Array => {
      const counts = countBytes(russian);
      counts[byte]!++;
      return counts;
    };
    expect(confirm(russian, undefined, withByte(0xab))).not.toBeNull(); // «
    expect(confirm(russian, undefined, withByte(0xb9))).not.toBeNull(); // №
    expect(confirm(russian, undefined, withByte(0xa4))).toBeNull(); // ¤
    expect(confirm(russian, undefined, withByte(0xa9))).toBeNull(); // ©
    for (const encoding of ["koi8-r", "ibm866", "iso-8859-5"]) expect(confirm(bytesOf(textOf("ru"), encoding))).toBeNull();
    // Small letters of x-mac-cyrillic are those of windows-1251 but for я.
    expect(confirm(bytesOf(textOf("ru"), "x-mac-cyrillic"))).toBeNull();
    expect(confirm(bytesOf(textOf("ru"), "x-mac-cyrillic"), { "x-mac-cyrillic": 9 })).toEqual({
      encoding: "x-mac-cyrillic",
      language: "ru",
    });
    expect(confirm(bytesOf(textOf("uk"), "koi8-u"), { "koi8-u": 9 })).toEqual({ encoding: "koi8-u", language: "uk" });
    expect(confirm(bytesOf(textOf("ru"), "koi8-r"), { "koi8-u": 9 })).toEqual({ encoding: "koi8-u", language: "ru" });
  });

  test("the encoding met most often is tried first, the next one after it", () => {
    expect(confirm(russian, { "koi8-r": 20, "windows-1251": 10 })).toEqual({ encoding: "windows-1251", language: "ru" });
    expect(confirm(bytesOf(textOf("ru"), "koi8-r"), { "koi8-u": 9, "koi8-r": 10 })).toEqual({ encoding: "koi8-r", language: "ru" });
    expect(confirm(bytesOf(textOf("ru"), "koi8-r"), { "koi8-u": 11, "koi8-r": 10 })).toEqual({ encoding: "koi8-u", language: "ru" });
  });
});

describe("parts of another encoding", () => {
  const text = textOf("ru");
  const long = bytesOf(text, "windows-1251");
  const wrong: ScoredEncoding = { encoding: "ibm866", language: "ru", cost: 0 };
  const better = (cost: number): ScoredEncoding[] => [
    { encoding: "windows-1251", language: "ru", cost: 0 },
    { ...wrong, cost },
  ];
  /** The answer, and the heads of the parts that were judged. */
  const look = (
    bytes: Uint8Array,
    chosen: ScoredEncoding,
    answer: readonly ScoredEncoding[],
    whole = 100,
  ): { other: boolean; parts: Sample[] } => {
    const parts: Sample[] = [];
    const other = hasOtherPart(bytes, chosen, whole, (sample) => {
      parts.push(sample);
      return answer;
    });
    return { other, parts };
  };

  test("are those where another encoding is clearly ahead", () => {
    expect(look(long, wrong, better(12.1))).toMatchObject({ other: true });
    expect(look(long, wrong, better(12))).toMatchObject({ other: false });
    expect(look(long, wrong, better(0).slice(0, 1))).toMatchObject({ other: true });
    expect(look(long, wrong, [])).toMatchObject({ other: false });
    expect(look(long, wrong, [{ ...wrong, cost: 0 }])).toMatchObject({ other: false });
  });

  test("head and tail are looked at, of a long text the middle too", () => {
    expect(look(long, wrong, better(0)).parts).toHaveLength(2);
    expect(look(join(...Array<Uint8Array>(12).fill(long)), wrong, better(0)).parts.length).toBeGreaterThanOrEqual(2);
    const lengths = [4096, 4097].map(
      (length) => look(join(...Array<Uint8Array>(20).fill(long)).subarray(0, length), wrong, better(0)).parts.length,
    );
    expect(lengths).toEqual([2, 3]);
    for (const part of look(long, wrong, better(0)).parts) expect(part.bytes.length).toBeLessThan(250);
    expect(look(long.subarray(0, 96), wrong, better(0)).parts).toHaveLength(2);
    expect(look(long.subarray(0, 95), wrong, better(0)).parts).toEqual([]);
  });

  test("a part that is sound as it was read is not judged, nor one with few high bytes", () => {
    expect(look(long, { encoding: "windows-1251", language: "ru", cost: 0 }, better(0)).parts).toEqual([]);
    expect(look(long, { ...wrong, language: "en" }, better(0)).parts).toEqual([]);
    expect(look(long, { ...wrong, cost: 100_000 }, better(0)).parts).toEqual([]);
    const western: ScoredEncoding = { encoding: "windows-1252", language: "fr", cost: 0 };
    expect(look(join(latin("plain words ".repeat(20)), latin("caf\u00e9")), western, better(0)).parts).toEqual([]);
    expect(look(bytesOf(textOf("ja"), "euc-jp"), { encoding: "gb18030", language: "zh", cost: 0 }, better(0)).parts.length).toBeGreaterThan(
      0,
    );
  });

  test("a text made of two encodings is no sure answer", () => {
    const mixed = join(bytesOf(text, "koi8-r"), latin("\n"), long);
    expect(byStatistics(mixed).confidence).toBeLessThanOrEqual(0.5);
    const later = join(...Array<Uint8Array>(6).fill(long), ...Array<Uint8Array>(4).fill(bytesOf(text, "koi8-r")));
    expect(byStatistics(later)).toMatchObject({ encoding: "windows-1251", confidence: 0.5 });
    expect(byStatistics(join(long, long, long)).confidence).toBe(1);
  });
});
