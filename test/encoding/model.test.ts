// What the detector knows of languages: letter pairs and characters with their prices. Everything is unpacked anew.
import { describe, expect, test } from "vitest";
import { SINGLE_BYTE_CANDIDATES } from "../../src/encoding/candidates.ts";
import { PACKED_SCRIPTS, RAREST_LEVEL } from "../../src/encoding/model.generated.ts";
import {
  CLASSES,
  EMPTY_CELL,
  FOREIGN,
  findLowest,
  lowestLevels,
  SET_SHAPES,
  unpackCells,
  unpackScript,
  type CellSet,
} from "../../src/encoding/model.ts";
import { CASELESS, createReading, LOWER, PLAIN, readsAlike, readingOf, SYMBOL, UPPER, type Reading } from "../../src/encoding/reading.ts";
import { countBytes } from "../../src/encoding/sample.ts";
import { IN_WORD, NO_CHARACTER, symbolPrice } from "../../src/encoding/symbols.ts";
import { unicodeLevels } from "../../src/encoding/unicode-levels.ts";
import { encode } from "./encode.ts";
import { checksum, goldenOf } from "../support/golden.ts";

const scripts = PACKED_SCRIPTS.map(({ script }) => script);
const SETS = Object.keys(SET_SHAPES) as CellSet[];

/** Level of a pair of lower-case letters in a language; a blank is no letter. */
function createLevelOf(script: (typeof scripts)[number]): (language: string, pair: string) => number {
  const { classes, languages } = unpackScript(script);
  return (language, pair) => {
    const [first = 0, second = 0] = [...pair].map((letter) => (letter === " " ? 0 : (classes.get(letter) ?? FOREIGN)));
    return languages.find((model) => model.language === language)!.levels[first * CLASSES + second]!;
  };
}

describe("letter pairs", () => {
  test("are those that the trainer counted", () => {
    const golden = scripts.map((script) => {
      const { classes, languages } = unpackScript(script);
      const sums = languages.map(({ language, levels }) => [language, checksum(levels)] as const);
      return [script, { letters: Array.from(classes.keys()).join(""), levels: Object.fromEntries(sums) }] as const;
    });
    const pairs = Object.fromEntries(golden);
    expect(pairs).toEqual(goldenOf(new URL("goldens/letter-pairs.json", import.meta.url), pairs));
  });

  test("frequent ones have low levels, rare and foreign ones high levels", () => {
    const latin = createLevelOf("latin");
    expect(latin("en", "th")).toBeLessThan(latin("en", "tq"));
    expect(latin("de", "ch")).toBeLessThan(latin("de", "cß"));
    expect(latin("en", "qü")).toBe(RAREST_LEVEL);
    expect(latin("en", "aж")).toBe(RAREST_LEVEL);
    // A letter behind a foreign one costs what it costs alone.
    expect(latin("en", "жe")).toBeLessThan(latin("en", "жz"));
    const cyrillic = createLevelOf("cyrillic");
    expect(cyrillic("ru", "ст")).toBeLessThan(cyrillic("ru", "ъы"));
    expect(cyrillic("uk", "ії")).toBeLessThan(cyrillic("ru", "ії"));
  });

  test("blanks in a row cost nothing, and classes are numbered from 1 without a gap", () => {
    for (const script of scripts) {
      const { classes, languages } = unpackScript(script);
      expect([...classes.values()]).toEqual([...classes.keys()].map((_, index) => index + 1));
      expect(classes.size).toBeLessThan(FOREIGN);
      for (const { levels } of languages) {
        expect(levels[0]).toBe(0);
        expect(Math.max(...levels)).toBe(RAREST_LEVEL);
      }
    }
    expect([..."az"].map((letter) => unpackScript("latin").classes.get(letter))).toEqual([1, 26]);
    expect(unpackScript("cyrillic").classes.has("a")).toBe(false);
  });

  test("the bound for some languages is the least of them", () => {
    const { languages } = unpackScript("latin");
    const [czech, polish] = ["cs", "pl"].map((name) => languages.find(({ language }) => language === name)!.levels);
    const lowest = findLowest("latin", new Map([["cs", 0] as const, ["pl", 0] as const]));
    expect(lowest).toEqual(czech!.map((level, at) => Math.min(level, polish![at]!)));
    expect(lowest).not.toEqual(findLowest("latin", new Map([["cs", 0] as const])));
    expect(findLowest("latin", new Map([["cs", 0] as const]))).toEqual(czech);
    const kept = lowestLevels("latin", new Map([["pl", 0] as const]));
    expect(kept).toEqual(polish);
    expect(lowestLevels("latin", new Map([["pl", 0] as const]))).toBe(kept);
  });
});

describe("cells of the East Asian sets", () => {
  const frequent: Readonly<Record<CellSet, [label: string, often: string, seldom: string]>> = {
    gb: ["gb18030", "的", "鼍"],
    big5: ["big5", "的", "龘"],
    jis: ["euc-jp", "の", "龠"],
    ksx: ["euc-kr", "이", "뷁"],
  };

  test("are those that the trainer counted", () => {
    const sums = Object.fromEntries(SETS.map((set) => [set, checksum(unpackCells(set))]));
    expect(sums).toEqual(goldenOf(new URL("goldens/cells.json", import.meta.url), sums));
  });

  test.each(SETS)("%s: frequent characters have low levels, the same by cell and by code unit", (set) => {
    const [label, often, seldom] = frequent[set];
    const { first, last, cells } = SET_SHAPES[set];
    const levels = unpackCells(set);
    expect(levels).toHaveLength((last - first + 1) * cells);
    const levelOf = (character: string): number => {
      const bytes = encode(character, label);
      if (bytes === null) return EMPTY_CELL;
      const [lead, trail] = bytes as unknown as [number, number];
      return levels[(lead - first) * cells + trail - (cells === 94 ? 0xa1 : trail < 0x7f ? 0x40 : 0x62)] ?? EMPTY_CELL;
    };
    const byUnit = unicodeLevels(set, EMPTY_CELL - 1);
    expect(levelOf(often)).toBeLessThanOrEqual(2);
    expect(levelOf(seldom)).toBeGreaterThanOrEqual(14);
    for (const character of [often, seldom, "年", "…", "ㄅ", "\u0100"])
      expect([character, byUnit[character.charCodeAt(0)]]).toEqual([character, levelOf(character)]);
    // A few characters stand in two cells.
    const doubled = levels.filter((level) => level < EMPTY_CELL).length - byUnit.filter((level) => level < EMPTY_CELL).length;
    expect([0, 9, 13]).toContain(doubled);
    const few = unicodeLevels(set, 7);
    expect(few).toEqual(byUnit.map((level) => (level <= 7 ? level : EMPTY_CELL)));
    expect(few).toHaveLength(0x10000);
  });
});

const candidateOf = (encoding: string) => SINGLE_BYTE_CANDIDATES.find((candidate) => candidate.encoding === encoding)!;
const byteOf = (character: string, encoding: string): number => encode(character, encoding)![0]!;
/** What a reading says about the bytes of some characters. */
const rowOf = (values: ArrayLike<number>, characters: string, encoding: string): number[] =>
  [...characters].map((character) => values[byteOf(character, encoding)]!);

describe("what bytes are in an encoding", () => {
  test("is for each candidate what it was", () => {
    const golden = SINGLE_BYTE_CANDIDATES.map((candidate) => {
      const { upper, shapes, classes, tones, prices, floors, models, openQuote, closeQuotes } = createReading(candidate);
      expect(upper).toHaveLength(128);
      return [
        candidate.encoding,
        {
          shapes: shapes.subarray(128).join(""),
          ascii: checksum([
            ...shapes.subarray(0, 128),
            ...classes.subarray(0, 128),
            ...Array.from(prices.subarray(0, 128), (price) => price * 10),
          ]),
          classes: checksum(classes),
          tones: checksum(tones),
          prices: checksum(Array.from(prices, (price) => price * 10)),
          floors: checksum(Array.from(floors, (price) => price * 10)),
          languages: models.map(({ language }) => language).join(" "),
          quotes: [openQuote, ...closeQuotes].map((byte) => byte.toString(16)).join(" "),
        },
      ];
    });
    const readings = Object.fromEntries(golden);
    expect(readings).toEqual(goldenOf(new URL("goldens/readings.json", import.meta.url), readings));
  });

  test("Cyrillic letters have case, Latin ones among them are plain, marks are symbols", () => {
    const { shapes, prices, classes, tones } = createReading(candidateOf("windows-1251"));
    expect(rowOf(shapes, "жЖzZ«", "windows-1251")).toEqual([LOWER, UPPER, PLAIN, PLAIN, SYMBOL]);
    expect(rowOf(prices, "жЖzZ«", "windows-1251")).toEqual([0, 0, 3, 3, symbolPrice("«")]);
    expect(rowOf(classes, "жЖ", "windows-1251")).toEqual(Array(2).fill(unpackScript("cyrillic").classes.get("ж")));
    expect(rowOf(classes, "zZ«", "windows-1251")).toEqual([0, 0, 0]);
    expect(Math.max(...tones)).toBe(0);
    const { units } = createReading(candidateOf("windows-1251"));
    expect([units.length, units[0x41], units[0xe6]]).toEqual([256, 0x41, 0x436]);
  });

  test("ASCII marks cost a plain letter where they may be second bytes, and nothing before digits", () => {
    const { prices, shapes } = createReading(candidateOf("windows-1252"));
    expect(rowOf(prices, " !/09:?@[`{~\u007f", "windows-1252")).toEqual([0, 0, 0, 3, 3, 0, 0, 3, 3, 3, 3, 3, 3]);
    expect(rowOf(prices, "azAZ", "windows-1252")).toEqual([0, 0, 0, 0]);
    expect(rowOf(shapes, "azAZ 0@", "windows-1252")).toEqual([LOWER, LOWER, UPPER, UPPER, 0, 0, 0]);
  });

  test("a byte without a character costs most, a letter of no language of the script is foreign", () => {
    const western = createReading(candidateOf("windows-1252"));
    expect(western.prices[0x81]).toBe(symbolPrice("\u0081"));
    expect(createReading(candidateOf("windows-1253")).prices[0xaa]).toBe(NO_CHARACTER);
    expect(western.classes[0xaa]).toBe(FOREIGN); // ª is a Latin letter
    expect(western.shapes[0xaa]).toBe(LOWER);
  });

  test("scripts without case have letters without case", () => {
    for (const [encoding, letters] of [
      ["windows-1255", "את\u05b7"],
      ["windows-1256", "اي\u064b"],
      ["windows-874", "กเ\u0e31"],
    ] as const) {
      expect(rowOf(createReading(candidateOf(encoding)).shapes, letters, encoding)).toEqual([CASELESS, CASELESS, CASELESS]);
    }
  });

  test("Vietnamese letters are read as letter and tone, whichever way they are written", () => {
    const { classes } = unpackScript("vietnamese");
    const viscii = createReading(candidateOf("viscii"));
    expect([rowOf(viscii.classes, "ếẾ", "viscii"), rowOf(viscii.tones, "ếẾ", "viscii")]).toEqual([
      Array(2).fill(classes.get("ê")),
      Array(2).fill(classes.get("\u0301")),
    ]);
    expect(rowOf(viscii.tones, "êđ", "viscii")).toEqual([0, 0]);
    expect(rowOf(viscii.shapes, "ếẾ", "viscii")).toEqual([LOWER, UPPER]);
    const windows = createReading(candidateOf("windows-1258"));
    const tone = byteOf("\u0301", "windows-1258");
    expect([windows.classes[tone], windows.shapes[tone], windows.tones[tone]]).toEqual([classes.get("\u0301"), CASELESS, 0]);
  });

  test("today's Romanian letters share the class of the older ones", () => {
    const today = createReading(candidateOf("iso-8859-16"));
    const older = createReading(candidateOf("windows-1250"));
    expect(rowOf(today.classes, "șțȘȚ", "iso-8859-16")).toEqual(rowOf(older.classes, "şţŞŢ", "windows-1250"));
    const { classes } = unpackScript("latin");
    expect(rowOf(createReading(candidateOf("windows-1254")).classes, "İı", "windows-1254")).toEqual([classes.get("i"), classes.get("ı")]);
  });

  test("symbols that stand inside words are told from others", () => {
    const { shapes } = createReading(candidateOf("windows-1252"));
    expect(rowOf(shapes, "’–…©€", "windows-1252")).toEqual([SYMBOL + 1, SYMBOL + 1, SYMBOL + 1, SYMBOL, SYMBOL]);
    expect(IN_WORD.has("\u00ad")).toBe(true);
  });

  test("low opening quotes and those that close them have their bytes", () => {
    const { openQuote, closeQuotes } = createReading(candidateOf("windows-1250"));
    expect([openQuote, ...closeQuotes]).toEqual([0x84, 0x93, 0x94]);
    expect(createReading(candidateOf("iso-8859-2"))).toMatchObject({ openQuote: 0, closeQuotes: [] });
    expect(createReading(candidateOf("iso-8859-16"))).toMatchObject({ openQuote: 0xa5, closeQuotes: [0xb5] });
  });

  test("no byte costs less than its floor, whatever stands before it", () => {
    const reading = createReading(candidateOf("koi8-r"));
    const { floors, prices, classes, lowest } = reading;
    for (let byte = 0; byte < 256; byte++) {
      const least = Math.min(...Array.from({ length: CLASSES }, (_, first) => lowest[first * CLASSES + classes[byte]!]!));
      expect(floors[byte]).toBe(prices[byte]! + (classes[byte] === 0 ? 0 : least));
    }
  });
});

describe("whether two encodings give the same text", () => {
  const read = (...encodings: string[]): Reading[] => encodings.map((encoding) => readingOf(candidateOf(encoding)));
  const alike = (left: string, right: string, bytes: readonly number[]): boolean => {
    read("windows-1252", "iso-8859-15", "windows-1254", "windows-1251");
    return readsAlike(left, right, countBytes(Uint8Array.from(bytes)));
  };

  test("is asked of the high bytes that the record holds", () => {
    expect(alike("windows-1252", "iso-8859-15", [0x41, 0xe9, 0xff])).toBe(true);
    expect(alike("windows-1252", "iso-8859-15", [0x41, 0xe9, 0xa4])).toBe(false);
    expect(alike("windows-1252", "windows-1254", [0xf0])).toBe(false);
    expect(alike("windows-1252", "windows-1251", [0x41])).toBe(true);
    expect(alike("windows-1252", "windows-1251", [0x80, 0x80])).toBe(false);
    expect(alike("windows-1252", "windows-1251", [0xff])).toBe(false);
  });

  test("is so of one and the same, and never of one that is no single-byte encoding", () => {
    expect(alike("gb18030", "gb18030", [0xff])).toBe(true);
    expect(alike("gb18030", "windows-1252", [0x41])).toBe(false);
    expect(alike("windows-1252", "gb18030", [0x41])).toBe(false);
  });
});

test("symbols cost the more, the seldomer news holds them", () => {
  const prices = ["—", "№", "©", "¬", "─", "ж", "\u0085", "¤"].map(symbolPrice);
  expect(prices).toEqual([5, 6.5, 8, 10.5, 11, 9.5, 13, 13]);
  expect(["\uFFFD", "\uE000", "\uF8FF", "\u00a0", "¡", "\u2190", "\u23ff", "\u2500", "\u25ff", "\u2600"].map(symbolPrice)).toEqual([
    NO_CHARACTER,
    13,
    13,
    5,
    6.5,
    11,
    11,
    11,
    11,
    10.5,
  ]);
});
