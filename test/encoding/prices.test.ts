// What the statistics charge for bytes, in nats, counted by hand from what is said in `score-double.ts` and `translate.ts`.
import { describe, expect, test } from "vitest";
import { SINGLE_BYTE_CANDIDATES } from "../../src/encoding/candidates.ts";
import { CLASSES, scriptModel } from "../../src/encoding/model.ts";
import { readingOf } from "../../src/encoding/reading.ts";
import { countBytes, takeSample, type Sample } from "../../src/encoding/sample.ts";
import { openDoubleBytes, priceDoubleByte, scoreDoubleBytes } from "../../src/encoding/score-double.ts";
import { floorsOf, otherScriptCost, priceSingleByte, scoreSingleBytes } from "../../src/encoding/score-single.ts";
import { sumPairs, translate } from "../../src/encoding/translate.ts";
import { encode } from "./encode.ts";
import { goldenOf } from "../support/golden.ts";
import { TEXTS } from "./texts.ts";

const bytesOf = (text: string, encoding: string): Uint8Array => {
  const bytes = encode(text, encoding);
  if (bytes === null) throw new Error(`${encoding} cannot write ${text}`);
  return bytes;
};
const hex = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g)!, (byte) => parseInt(byte, 16));
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const free = (): number => 0;

/** A sample of given bytes, all of which the first round reads. */
function sampleOf(bytes: Uint8Array, parts: Partial<Sample> = {}): Sample {
  return { bytes, firstRound: bytes.length, plain: new Uint8Array(0), counts: countBytes(bytes), startsAtHead: false, ...parts };
}

describe("characters of several bytes", () => {
  // Levels of frequent characters by 0.95 from 2 on, extensions 11.5, private and unknown ones 15, broken bytes 12;
  // ASCII letters 3 and as much for standing right beside a high byte.
  test.each<[encoding: string, nats: number, sequences: string]>([
    ["gb18030", 3.9, "b5c4"],
    ["gb18030", 15.3, "a1a1 f7fe a8bc"],
    ["gb18030", 12, "80 ff 81 81"],
    ["gb18030", 11.5, "8140 817e 8180 81fe a0a1 aa40 f7a1"],
    ["gb18030", 24, "81ff"],
    ["gb18030", 18, "8040 ff40 817f 813f 8130"],
    ["gb18030", 15, "a940 a140 a1a0 fea1 f8a1 81308130 8139fe39"],
    ["gb18030", 39, "81308030 8130ff30 81308129 8130813a 813a8130 812f8130"],
    ["gb18030", 33, "813081"],
    ["big5", 3.9, "aaba"],
    ["big5", 15.3, "a140 a17e a1a1 f9d5 f9fe"],
    ["big5", 18, "a17f 8640 ff40"],
    ["big5", 24, "a1a0 a1ff"],
    ["big5", 9.6, "a1fe"],
    ["big5", 12, "a1"],
    ["big5", 15, "8740 a040 fa40 fea1"],
    ["euc-kr", 3.9, "c0cc b0a1"],
    ["euc-kr", 15.3, "fda1 a1fe"],
    ["euc-kr", 15, "fea1"],
    ["euc-kr", 24, "80a1 ffa1 a1ff 8180 c7a0"],
    ["euc-kr", 11.5, "a0a1 a1a0 8141 815a 8161 817a 8181 81fe c641 c6a0"],
    ["euc-kr", 18, "8140 815b 8160 817b c741"],
    ["euc-kr", 12, "c6 a2"],
    ["euc-jp", 2, "a4ce"],
    ["euc-jp", 15.3, "a1a1"],
    ["euc-jp", 24, "a1a0 a1ff a0a1 ffa1 8ee0 8ea0 8fa1 80a1"],
    ["euc-jp", 11.5, "ada1 f5a1 fea1"],
    ["euc-jp", 13.4, "f4a1"],
    ["euc-jp", 10, "8ea1 8edf"],
    ["euc-jp", 12, "8e a4"],
    ["euc-jp", 15, "8fa1a1 8ffefe"],
    ["euc-jp", 36, "8fa1a0 8fa0a1 8fffa1 8fa1ff"],
    ["shift_jis", 2, "82cc"],
    ["shift_jis", 15.3, "8140 817e 8180 81fc e040 9f9f 9f9e"],
    ["shift_jis", 18, "8040 a040 817f 813f fd40"],
    ["shift_jis", 24, "81fd"],
    ["shift_jis", 12, "80 a0 e0"],
    ["shift_jis", 6, "a1 df"],
    ["shift_jis", 11.5, "fcfc 8740 ed40 eaa4"],
    ["shift_jis", 13.4, "88a0"],
    ["shift_jis", 9.6, "889f"],
    ["euc-tw", 3.9, "c4a1"],
    ["euc-tw", 7.5, "a4a1 a7fe"],
    ["euc-tw", 15, "a8a1 c3fe fdcc fdfe fea1 8ea1a1a1 8eafa1a1 8ea2fefe"],
    ["euc-tw", 11.5, "c4fe fdcb"],
    ["euc-tw", 24, "ffa1 a0a1 c4a0 c4ff"],
    ["euc-tw", 12, "c4"],
    ["euc-tw", 39, "8eb0a1a1"],
    ["euc-tw", 31.5, "8ea0a1a1 8ea2a1a0 8ea2a1ff"],
    ["euc-tw", 48, "8ea2a0a1 8ea2ffa1"],
    ["euc-tw", 19.5, "8ea2a1"],
    ["johab", 3.9, "8861"],
    ["johab", 15.3, "8841"],
    ["johab", 18, "8441 8431 8430 fa31 d831 df31 d97f 8440 8860"],
    ["johab", 24, "83ff d7a1"],
    ["johab", 12.5, "f931 e031 f9fe"],
    ["johab", 8.5, "d931 d9a1 dea1"],
    ["johab", 12, "88"],
    ["utf-8", 5, "c280 dfbf"],
    ["utf-8", 30, "c1bf c2c0"],
    ["utf-8", 18, "c27f e08041"],
    ["utf-8", 15, "c2 e080 f09080 f090 f0 80 bf"],
    ["utf-8", 7.5, "e0a080 efbfbf"],
    ["utf-8", 11, "f0908080 f4808080"],
    ["utf-8", 60, "f5808080"],
    ["utf-8", 33, "f0904180"],
  ])("%s: %s nats for %s", (encoding, nats, sequences) => {
    for (const sequence of sequences.split(" ")) {
      expect([sequence, priceDoubleByte(sampleOf(hex(sequence)), encoding)]).toEqual([sequence, expect.closeTo(nats, 6)]);
    }
  });

  test("blanks cost nothing, letters do, and more so beside East Asian characters", () => {
    const price = (sequence: string, encoding = "gb18030"): number => priceDoubleByte(sampleOf(hex(sequence)), encoding)!;
    const character = price("b5c4");
    expect(price("20")).toBe(0);
    expect(price("41")).toBe(3);
    expect(price("412041")).toBe(6);
    expect(price("20b5c420b5c4")).toBeCloseTo(2 * character);
    expect(price("41b5c4")).toBeCloseTo(character + 6);
    expect(price("b5c441")).toBeCloseTo(character + 6);
    expect(price("b5c44142")).toBeCloseTo(character + 9);
    // UTF-8 writes letters of words with high bytes, too.
    expect(price("41c280", "utf-8")).toBe(8);
    expect(price("c28041", "utf-8")).toBe(8);
  });

  test("at the head of a record the rest of a cut character costs half a broken one", () => {
    const cut = sampleOf(hex("c4b5c4"), { startsAtHead: true });
    expect(priceDoubleByte(cut, "gb18030")).toBeCloseTo(6 + priceDoubleByte(sampleOf(hex("b5c4")), "gb18030")!);
    expect(priceDoubleByte({ ...cut, startsAtHead: false }, "gb18030")).toBeGreaterThan(20);
    const whole = sampleOf(hex("b5c4"), { startsAtHead: true });
    expect(priceDoubleByte(whole, "gb18030")).toBe(priceDoubleByte({ ...whole, startsAtHead: false }, "gb18030"));
  });

  test("no price is known in an encoding of single bytes", () => {
    expect(priceDoubleByte(sampleOf(hex("e9")), "windows-1252")).toBeNull();
  });

  test("frequent characters are cheaper than rare ones, each in its own encoding", () => {
    for (const [encoding, often, seldom] of [
      ["gb18030", "的国人", "鼍龠齄"],
      ["big5", "的國人", "龘籲鱻"],
      ["shift_jis", "のはを", "龠龕黻"],
      ["euc-jp", "のはを", "龠龕黻"],
      ["euc-kr", "이다의", "伽佳假"],
      ["johab", "이다의", "伽佳假"],
    ] as const) {
      const [low, high] = [often, seldom].map((text) => priceDoubleByte(sampleOf(bytesOf(text, encoding)), encoding)!);
      expect(low! / 3, encoding).toBeLessThan(5);
      expect(high! / 3, encoding).toBeGreaterThan(9);
    }
  });

  test("rarity, language and ASCII words around are added once; those far behind are left out", () => {
    const sample = sampleOf(bytesOf("国人的", "gb18030"));
    const open = openDoubleBytes(sample, free);
    const headOf = (encoding: string, of = open): number => of.find(({ candidate }) => candidate.encoding === encoding)!.head;
    const price = priceDoubleByte(sample, "gb18030")!;
    expect(headOf("gb18030")).toBeCloseTo(price + 0.5);
    expect(headOf("johab")).toBeCloseTo(priceDoubleByte(sample, "johab")! + 3);
    expect(headOf("utf-8")).toBeCloseTo(priceDoubleByte(sample, "utf-8")! + 4);
    const hinted = openDoubleBytes(sample, (language) => (language === "zh" ? 0 : 3));
    expect(headOf("gb18030", hinted)).toBeCloseTo(price + 0.5);
    expect(headOf("euc-kr", hinted)).toBeCloseTo(headOf("euc-kr") + 3);
    expect(headOf("utf-8", hinted)).toBeCloseTo(headOf("utf-8"));
    const plain = openDoubleBytes({ ...sample, plain: new Uint8Array(24) }, free);
    expect(headOf("gb18030", plain)).toBeCloseTo(price + 2.5);
    expect(headOf("utf-8", plain)).toBeCloseTo(headOf("utf-8"));

    const cheapest = Math.min(...open.map(({ head }) => head));
    const scored = scoreDoubleBytes(sample, open, cheapest, Infinity);
    expect(scored.find(({ encoding }) => encoding === "gb18030")).toEqual({
      encoding: "gb18030",
      language: "zh",
      cost: expect.closeTo(price + 0.5, 6),
    });
    expect(scoreDoubleBytes(sample, open, cheapest - 81, Infinity)).toEqual([]);
    expect(scoreDoubleBytes(sample, open, cheapest - 79, Infinity)).toHaveLength(1);
    expect(scoreDoubleBytes(sample, open, cheapest, price + 0.51).map(({ encoding }) => encoding)).toEqual(["gb18030"]);
    expect(scoreDoubleBytes(sample, open, cheapest, price + 0.49)).toEqual([]);
  });

  test("the first round reads the head only", () => {
    const bytes = bytesOf("国人的龠龠", "gb18030");
    const [head] = [openDoubleBytes(sampleOf(bytes, { firstRound: 6 }), free)].map((open) => open[1]!.head);
    expect(head).toBeCloseTo(priceDoubleByte(sampleOf(bytes.subarray(0, 6)), "gb18030")! + 0.5);
  });
});

const readingIn = (encoding: string) => readingOf(SINGLE_BYTE_CANDIDATES.find((candidate) => candidate.encoding === encoding)!);

/** Nats of a text besides those of its letter pairs. */
function costOf(text: string, encoding = "windows-1251", isJudged = false): number {
  const bytes = bytesOf(text, encoding);
  return translate(readingIn(encoding), bytes, 0, Infinity, isJudged ? countBytes(bytes) : null)!.cost;
}

describe("words in an encoding of single bytes", () => {
  test.each<[text: string, nats: number]>([
    ["жук жуки", 0],
    ["Жук", 1.9],
    ["Жук Жук", 3.8],
    ["ЖУК", 4.2],
    ["ЖУКИ", 4.2],
    ["ЖУ жук", 4.2],
    ["ЖУки", 7.2],
    ["Жуки ЖУки", 9.1],
    ["жУк", 6],
    ["жуК", 6],
    ["ЖуК", 7.9],
    ["ЖуКИ", 10.2],
  ])("capitals: %s costs %s nats", (text, nats) => {
    expect(costOf(text)).toBeCloseTo(nats, 6);
    const latin: Readonly<Record<string, string>> = { ж: "b", Ж: "B", у: "u", У: "U", к: "g", К: "G", и: "o", И: "O" };
    expect(
      costOf(
        text.replaceAll(/\S/g, (letter) => latin[letter]!),
        "windows-1252",
      ),
    ).toBeCloseTo(nats, 6);
  });

  test.each<[text: string, nats: number, why: string]>([
    ["zzz", 9, "letters of another script"],
    ["жzук", 13, "a letter of another script inside a word"],
    ["жz", 8, "one at its end"],
    ["zж", 8, "one at its head"],
    ["жу z", 3, "one apart"],
    ["ЖУzк", 20.2, "one between capitals and small letters"],
    ["ж©у", 14, "a symbol between letters"],
    ["ж© у", 8, "a symbol behind a word"],
    ["©у", 8, "a symbol before a word"],
    ["z©у", 17, "a symbol between scripts"],
    ["у©z", 17, "a symbol between scripts"],
    ["ж’у", 5, "an apostrophe, which words have"],
    ["©©", 9.6, "a symbol twice"],
    ["©®", 16, "two symbols"],
    ["’’", 6, "an apostrophe twice"],
    ["ЖУ©ки", 18.2, "a symbol that ends a word of capitals"],
    [" я ", 3, "a word of one letter"],
    [" Я ", 4.9, "a word of one capital"],
    ["я ", 3, "a word of one letter at the head"],
    [" я", 0, "a letter that may go on"],
    ["ая ", 0, "a word of two"],
    [" © ", 8, "a symbol alone"],
    [" z ", 3, "a Latin letter alone"],
    ["©®ж", 16, "two symbols before a word"],
    ["©®z", 19, "two symbols before Latin letters"],
    ["©z", 11, "a symbol before Latin letters"],
    ["z©z", 20, "a symbol between Latin letters"],
    ["жу’z", 8, "Latin letters behind an apostrophe"],
  ])("%s costs %s nats: %s", (text, nats) => {
    expect(costOf(text)).toBeCloseTo(nats, 6);
  });

  test("a word of one letter is nothing odd in the Latin script", () => {
    expect(costOf(" b ", "windows-1252")).toBe(0);
    expect(costOf(" b ", "windows-1258")).toBe(0);
    expect(costOf(" א ", "windows-1255")).toBe(3);
  });

  test("letters without case are neither small nor capital", () => {
    expect(costOf("אתא", "windows-1255")).toBe(0);
    expect(costOf("אzא", "windows-1255")).toBe(13);
    expect(costOf("א©א", "windows-1255")).toBe(14);
  });

  test("odd bytes that stand once are damage, which parts words; no more than two are", () => {
    expect(costOf("жу¬ку", "windows-1251")).toBe(16.5);
    expect(costOf("жу¬ку", "windows-1251", true)).toBe(11);
    expect(costOf("жу¬у ку", "windows-1251", true)).toBe(14);
    expect(costOf("¬ку¬ку", "windows-1251", true)).toBe(27);
    expect(costOf("¬ ¶ ¤", "windows-1251", true)).toBe(35);
    expect(costOf("©¬©", "windows-1251", true)).toBe(27);
    expect(costOf("ж©у", "windows-1251", true)).toBe(14);
  });

  test("letters are told in order, tones behind their letters", () => {
    const { classes } = scriptModel("vietnamese");
    const reading = readingIn("viscii");
    const read = translate(reading, bytesOf("bế ", "viscii"), 0, Infinity, null)!;
    expect([...read.classes]).toEqual(["b", "ê", "\u0301", " "].map((letter) => classes.get(letter) ?? 0));
  });

  test("what is dearer than the limit is given up, what is not is not", () => {
    const reading = readingIn("windows-1251");
    for (const text of ["Жук и мак", "Жуки ели маки и были рады, а мы нет"]) {
      const bytes = bytesOf(text, "windows-1251");
      const { classes, cost } = translate(reading, bytes, 2, Infinity, null)!;
      const least = cost + sumPairs(classes, reading.lowest, Infinity);
      expect(cost).toBe(costOf(text) + 2);
      expect(translate(reading, bytes, 2, least, null)).toEqual({ classes, cost });
      expect(translate(reading, bytes, 2, least - 0.001, null)).toBeNull();
    }
    const tones = bytesOf("Tiếng Việt rất đẹp", "viscii");
    const { classes, cost } = translate(readingIn("viscii"), tones, 0, Infinity, null)!;
    const least = cost + sumPairs(classes, readingIn("viscii").lowest, Infinity);
    expect(translate(readingIn("viscii"), tones, 0, least, null)).not.toBeNull();
    expect(translate(readingIn("viscii"), tones, 0, least - 0.001, null)).toBeNull();
  });

  test("long texts are read whole", () => {
    const word = "жук ".repeat(2000);
    const read = translate(readingIn("windows-1251"), bytesOf(word, "windows-1251"), 0, Infinity, null)!;
    const { classes } = scriptModel("cyrillic");
    expect(read.classes).toHaveLength(8000);
    expect([...read.classes.subarray(-4)]).toEqual(["ж", "у", "к", " "].map((letter) => classes.get(letter) ?? 0));
  });
});

describe("the sum of letter pairs", () => {
  const levels = new Uint8Array(CLASSES * CLASSES);
  levels[1] = 5;
  levels[CLASSES + 2] = 7;
  levels[2 * CLASSES + 3] = 1;
  levels[3 * CLASSES + 1] = 100;

  test("goes from the blank before the first letter to the last letter", () => {
    expect(sumPairs(Uint8Array.from([1, 2, 3]), levels, Infinity)).toBe(13);
    expect(sumPairs(Uint8Array.from([1, 2, 3, 1]), levels, Infinity)).toBe(113);
    expect(sumPairs(new Uint8Array(0), levels, Infinity)).toBe(0);
  });

  test("is whole up to the limit, and above it only said to be above", () => {
    const classes = Uint8Array.from({ length: 60 }, (_, index) => 1 + (index % 3));
    const whole = 5 + 19 * 100 + 20 * 8;
    expect(sumPairs(classes, levels, Infinity)).toBe(whole);
    expect(sumPairs(classes, levels, whole)).toBe(whole);
    const early = sumPairs(classes, levels, 50);
    expect(early).toBeGreaterThan(50);
    expect(early).toBeLessThan(whole);
  });
});

describe("candidates of single bytes", () => {
  const costIn = (sample: Sample, encoding: string, languageCost: (language: string) => number = free): number | undefined =>
    scoreSingleBytes(sample, languageCost, Infinity).scored.find((entry) => entry.encoding === encoding)?.cost;

  test("the price is that of the letter pairs and of all else", () => {
    const bytes = bytesOf("Жук", "windows-1251");
    const { classes, languages } = scriptModel("cyrillic");
    const { levels } = languages.find(({ language }) => language === "uk")!;
    const [first, second, third] = [..."жук"].map((letter) => classes.get(letter)!) as [number, number, number];
    const pairs = levels[first]! + levels[first * CLASSES + second]! + levels[second * CLASSES + third]!;
    expect(priceSingleByte(sampleOf(bytes), "windows-1251", "uk")).toBeCloseTo(1.9 + pairs, 6);
  });

  test("no price is known of a language that an encoding is not tried for, nor of another kind of encoding", () => {
    const sample = sampleOf(bytesOf("Жук", "windows-1251"));
    expect(priceSingleByte(sample, "windows-1251", "el")).toBeNull();
    expect(priceSingleByte(sample, "windows-1251", null)).toBeNull();
    expect(priceSingleByte(sample, "gb18030", "zh")).toBeNull();
  });

  test("ASCII words speak against other scripts, a nat for twelve letters and eight at most", () => {
    const costs = [0, 6, 12, 96, 240].map((length) => otherScriptCost(sampleOf(new Uint8Array(0), { plain: new Uint8Array(length) })));
    expect(costs).toEqual([0, 0.5, 1, 8, 8]);
  });

  test("encodings that read the bytes alike differ by their rarity", () => {
    const sample = sampleOf(bytesOf("é à la fête", "windows-1252"));
    expect(costIn(sample, "iso-8859-15")! - costIn(sample, "windows-1252")!).toBeCloseTo(1.5, 6);
    expect(costIn(sample, "windows-1251")).toBeUndefined();
  });

  test("a language that is unlikely from outside costs more", () => {
    const sample = sampleOf(bytesOf("Жуки", "windows-1251"));
    const cost = costIn(sample, "windows-1251")!;
    expect(costIn(sample, "windows-1251", () => 3)).toBeCloseTo(cost + 3, 6);
    const { scored } = scoreSingleBytes(sample, (language) => (language === "bg" ? 0 : 30), Infinity);
    expect(scored.find(({ encoding }) => encoding === "windows-1251")).toMatchObject({ language: "bg" });
    expect(scored.find(({ encoding }) => encoding === "x-mac-cyrillic")).toMatchObject({ language: "bg" });
  });

  test("what is far behind the best is left out, be that of several bytes", () => {
    const sample = sampleOf(bytesOf("Жуки ели маки", "windows-1251"));
    const { scored, head } = scoreSingleBytes(sample, free, Infinity);
    const names = scored.map(({ encoding }) => encoding);
    expect(names).toContain("windows-1251");
    expect(names).not.toContain("ibm866");
    expect(Math.min(...scored.map(({ cost }) => cost))).toBeGreaterThanOrEqual(head);
    expect(scoreSingleBytes(sample, free, head - 17)).toEqual({ scored: [], head: head - 17 });
    expect(scoreSingleBytes(sample, free, head - 15).scored.length).toBeGreaterThan(0);
    expect(scoreSingleBytes(sample, free, head - 15).head).toBe(head - 15);
  });

  test("low opening quotes that nothing closes cost four nats each, three of them at most", () => {
    const bytes = bytesOf("příští týden", "windows-1250");
    const withQuotes = (opened: number, closed: number): number => {
      const counts = countBytes(bytes);
      counts[0x84] = opened;
      counts[0x93] = closed;
      return costIn(sampleOf(bytes, { counts }), "windows-1250")!;
    };
    const cost = withQuotes(0, 0);
    expect([1, 2, 3, 4].map((opened) => withQuotes(opened, 0) - cost)).toEqual([4, 8, 12, 12].map((nats) => expect.closeTo(nats, 6)));
    expect(withQuotes(3, 1)).toBeCloseTo(cost, 6);
  });

  test("in a text with enough high bytes, odd bytes are damage", () => {
    const bytes = bytesOf("жуки¬ели маки", "windows-1251");
    const costWith = (counts: Int32Array): number => costIn(sampleOf(bytes, { counts }), "windows-1251")!;
    const counts = countBytes(bytes);
    expect(costWith(counts)).toBeLessThan(60);
    const fewer = counts.slice();
    fewer[0xe0]! -= 1; // а
    fewer[0xe8]! -= 1; // и
    const judged = costOf("жуки¬ели маки", "windows-1251", true);
    expect(costOf("жуки¬ели маки") - judged).toBe(5.5);
    expect(costWith(fewer) - costWith(counts)).toBeCloseTo(5.5, 6);
  });

  test("the floor of a candidate is what its bytes cost at least", () => {
    const readings = ["windows-1251", "windows-1252", "viscii"].map(readingIn);
    const floor = (text: string, index: number): number => floorsOf(readings, latin1(text))[index]!;
    const { floors, prices, lowest } = readings[0]!;
    // High bytes with a part of their floors, ASCII bytes with their prices.
    expect(floor("\u00e6\u00f3\u00e6 z3", 0)).toBeCloseTo(0.8 * (2 * floors[0xe6]! + floors[0xf3]!) + prices[0x7a]! + prices[0x33]!, 6);
    expect(lowest).not.toBe(readings[1]!.lowest);
    for (const index of [1, 2]) {
      const reading = readings[index]!;
      const pair = (first: number, second: number): number => reading.lowest[first * CLASSES + second]!;
      // Pairs of plain letters and blanks as well, where the language writes them; none beside a high byte.
      expect(floor("ab Z", index)).toBeCloseTo(pair(1, 2) + pair(2, 0) + pair(0, 26), 6);
      expect(floor("a\u00e9b", index)).toBeCloseTo(0.8 * reading.floors[0xe9]!, 6);
      expect(floor("a1[b", index)).toBeCloseTo(pair(1, 0) + pair(0, 2) + 6, 6);
      expect(floor("a\u0080b ", index)).toBeCloseTo(0.8 * reading.floors[0x80]! + pair(2, 0), 6);
    }
    expect(floor("ab Z", 0)).toBe(9);
  });

  test("no candidate costs less than its floor", () => {
    const readings = SINGLE_BYTE_CANDIDATES.map(readingOf);
    for (const text of ["Город и река", "größer über", "Łódź i żaba", "un café très bon"]) {
      const encoding = /[а-я]/.test(text) ? "koi8-r" : /[łż]/i.test(text) ? "iso-8859-2" : "windows-1252";
      const bytes = bytesOf(text, encoding);
      floorsOf(readings, bytes).forEach((floor, index) => {
        const reading = readings[index]!;
        const { classes, cost } = translate(reading, bytes, 0, Infinity, null)!;
        expect(floor).toBeLessThanOrEqual(cost + sumPairs(classes, reading.lowest, Infinity) + 1e-6);
      });
    }
  });

  test("marks alone do not make a text one of another script", () => {
    const marks = sampleOf(Uint8Array.of(0xab, 0x20, 0xbb, 0x20));
    const { prices } = readingIn("windows-1251");
    expect(costIn(marks, "windows-1251")).toBeCloseTo(6 + prices[0xab]! + prices[0xbb]!, 6);
    const letter = sampleOf(Uint8Array.of(0xab, 0x20, 0xbb, 0x20), { counts: countBytes(Uint8Array.of(0xab, 0xbb, 0xe6)) });
    expect(costIn(letter, "windows-1251")).toBeCloseTo(prices[0xab]! + prices[0xbb]!, 6);
    expect(costIn(marks, "windows-1252")).toBeCloseTo(prices[0xab]! + prices[0xbb]!, 6);
  });

  test("ASCII words tell the language: English ones less than others", () => {
    const languageOf = (plain: string, text = "é"): string | null =>
      scoreSingleBytes(sampleOf(bytesOf(text, "windows-1252"), { plain: bytesOf(plain, "utf-8") }), free, Infinity).scored.find(
        ({ encoding }) => encoding === "windows-1252",
      )!.language;
    expect(languageOf("le conseil a vote dans la ville avec les maires ")).toBe("fr");
    expect(languageOf("der rat stimmte gestern in der stadt mit den schulen ab ")).toBe("de");
    expect(languageOf("the council voted in the town with all the mayors ", "größer über für")).toBe("de");
  });
});

/** A text of each script, in the encodings that its language has. */
const GOLDEN_TEXTS: readonly (readonly [language: string, encoding: string])[] = [
  ["ru", "windows-1251"],
  ["ru", "koi8-r"],
  ["uk", "iso-8859-5"],
  ["cs", "windows-1250"],
  ["pl", "ibm852"],
  ["de", "macintosh"],
  ["fr", "windows-1252"],
  ["tr", "windows-1254"],
  ["el", "ibm737"],
  ["he", "windows-1255"],
  ["ar", "windows-1256"],
  ["th", "windows-874"],
  ["ja", "shift_jis"],
  ["ja", "euc-jp"],
  ["zh", "gb18030"],
  ["zh-Hant", "big5"],
  ["ko", "euc-kr"],
  ["ko", "johab"],
];

test("texts of many encodings have the prices that they had", () => {
  const rounded = (cost: number): number => Math.round(cost * 1000) / 1000;
  const golden = GOLDEN_TEXTS.map(([language, encoding]) => {
    const { sentences } = TEXTS.find((text) => text.language === language)!;
    const bytes = bytesOf(sentences.join("\n"), encoding);
    const sample = takeSample(bytes, countBytes(bytes));
    const open = openDoubleBytes(sample, free);
    const rival = Math.min(...open.map(({ head }) => head));
    const { scored, head } = scoreSingleBytes(sample, free, rival);
    const all = [...scored, ...scoreDoubleBytes(sample, open, head, Infinity)].sort((left, right) => left.cost - right.cost);
    const cheapest = all.slice(0, 6).map((entry) => `${entry.encoding} ${entry.language} ${rounded(entry.cost)}`);
    return [`${language} in ${encoding}`, { heads: [rounded(rival), rounded(head)], candidates: all.length, cheapest }];
  });
  const prices = Object.fromEntries(golden);
  expect(prices).toEqual(goldenOf(new URL("goldens/prices.json", import.meta.url), prices));
});
