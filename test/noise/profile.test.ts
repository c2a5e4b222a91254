import { describe, expect, test } from "vitest";
import {
  mergeProfiles,
  parseDump,
  profileDump,
  readDump,
  readProfile,
  writeProfile,
  type Article,
  type NoiseProfile,
} from "../../src/index.ts";
import { countElsewhere, createProfileBuilder, isNoiseProfile } from "../../src/noise/profile.ts";
import { addBits, ALL_CELLS, createLevel, entriesOf, LEVELS, MOST_BITS } from "../../src/noise/profile-sketch.ts";
import { countOf, hashOf } from "./count-of.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A number in letters, since numbers count as one. */
const inLetters = (number: number): string =>
  number.toString(20).replaceAll(/./g, (digit) => "bcdfghjklmnpqrstvwxz"[Number.parseInt(digit, 20)]!);

/** A text of its own for each number. */
function body(record: number): string {
  const sentence = (place: string): string =>
    `${place} ${inLetters(record)} the river rose and fell ${"and rose again and fell again ".repeat(8)}${inLetters(record)}.`;
  return ["Early", "Then", "Later"].map(sentence).join("\n\n");
}

const FURNITURE = "All stories of the day are found here";
const record = (number: number): string =>
  ` date 2025-11-11 EN\n${body(number)}\n\n${FURNITURE}\n\nThe ${body(number + 500).slice(0, 260)}.\n`;
const dump = (records: readonly number[]): string => records.map(record).join("");
const numbers = Array.from({ length: 40 }, (_, index) => index);

/** What is counted for the lines of a record that begins somewhere in a dump. */
function elsewhere(profile: NoiseProfile, lines: readonly string[]): number[] {
  let byteStart = 1000;
  const ranges = lines.map((line) => {
    const start = byteStart;
    byteStart += encode(line).length + 1;
    return { byteStart: start, byteEnd: byteStart - 1 };
  });
  return [...countElsewhere(profile, encode(lines.join("\n")), 1000, ranges)];
}

test("lines that recur in records are counted, others are not", () => {
  const profile = profileDump(dump(numbers));
  expect(countOf(profile, FURNITURE)).toBeGreaterThan(20);
  expect(countOf(profile, `  ${FURNITURE.toUpperCase()}\r`)).toBe(countOf(profile, FURNITURE));
  expect(countOf(profile, "A line that is nowhere")).toBe(0);
});

test("the same article many times does not make furniture of its lines", () => {
  const profile = profileDump(Array.from({ length: 40 }, () => `${record(1)}A short line of its own\n`).join(""));
  expect(countOf(profile, FURNITURE)).toBeLessThanOrEqual(2);
});

test("what an article repeats between its own paragraphs is not furniture", () => {
  const answers = numbers.slice(0, 12).flatMap((number) => ["The experts say:", body(number)]);
  const text = ` date 2025-11-11 EN\n${answers.join("\n\n")}\n`;
  const { paragraphs, removed } = parseDump(text, { noiseRules: { model: false } }).articles[0]!;
  expect(removed).toEqual([]);
  expect(paragraphs.filter((paragraph) => paragraph === "The experts say:")).toHaveLength(12);
});

test("the record's own places are taken off, once between two long lines", () => {
  const profile = profileDump(dump(numbers));
  const all = countOf(profile, FURNITURE);
  const long = body(900).split("\n\n")[0]!;
  expect(elsewhere(profile, [FURNITURE])).toEqual([all - 1]);
  expect(elsewhere(profile, [FURNITURE, FURNITURE, "nowhere else"])).toEqual([all - 1, all - 1, 0]);
  expect(elsewhere(profile, [FURNITURE, long, FURNITURE, "", FURNITURE, long, FURNITURE])).toEqual([
    all - 3,
    0,
    all - 3,
    0,
    all - 3,
    0,
    all - 3,
  ]);
});

test("any chunks give the same profile", async () => {
  const bytes = encode(dump(numbers));
  const whole = writeProfile(profileDump(bytes));
  for (const size of [1, 7, 199, 4096]) {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    }
    expect(writeProfile(await profileDump(chunks()))).toEqual(whole);
  }
});

test("merging does not depend on the order and counts a shard once", () => {
  const [a, b, c] = [numbers.slice(0, 10), numbers.slice(10, 25), numbers.slice(25)].map((part) => profileDump(dump(part)));
  const merged = writeProfile(mergeProfiles(a!, b!, c!));
  expect(writeProfile(mergeProfiles(c!, mergeProfiles(b!, a!), a!))).toEqual(merged);
  expect(countOf(readProfile(merged), FURNITURE)).toBeGreaterThan(20);
});

test("a profile is read back as it was written, survives cloning, and other bytes are refused", () => {
  const profile = profileDump(dump(numbers));
  const bytes = writeProfile(profile);
  expect(writeProfile(readProfile(bytes))).toEqual(bytes);
  expect(countOf(structuredClone(profile), FURNITURE)).toBe(countOf(profile, FURNITURE));
  for (const wrong of [new Uint8Array(0), encode("not a profile"), bytes.subarray(0, 11)])
    expect(() => readProfile(wrong)).toThrow(
      expect.objectContaining({ code: "invalid-input", message: expect.stringContaining("no noise profile") }),
    );
});

test("a profile with a cell that there is not is refused", () => {
  const bytes = writeProfile(profileOf([5, 1]));
  expect([...entriesOf(readProfile(bytes).levels[0]!)]).toEqual([[5, 1]]);
  for (const cell of [ALL_CELLS, 0xffff_ffff]) {
    new DataView(bytes.buffer).setUint32(12, cell, true); // behind the head, the number of levels and of cells
    expect(() => readProfile(bytes)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  }
});

/** Bytes of a profile whose first level has these entries, the others none. */
function bytesOf(entries: readonly (readonly [cell: number, bits: number])[], rest: readonly number[] = []): Uint8Array {
  const words = [0x4e44_5031, LEVELS, entries.length, ...entries.flat(), ...Array.from({ length: LEVELS - 1 }, () => 0), ...rest];
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true);
  return new Uint8Array(view.buffer);
}

test("bytes that no profile is written as are refused, and no search in them is without end", () => {
  expect(readProfile(bytesOf([[5, 1]])).version).toBe(1);
  const wrong: readonly [string, unknown][] = [
    ["many cells without a bit", bytesOf(Array.from({ length: 300 }, (_, cell) => [cell, 0] as const))],
    ["a cell without a bit", bytesOf([[5, 0]])],
    [
      "a cell twice",
      bytesOf([
        [5, 1],
        [5, 2],
      ]),
    ],
    ["bytes behind the last level", bytesOf([[5, 1]], [0])],
    ["more entries than bytes", bytesOf([[5, 1]]).with(11, 0x7f)],
    ["a text", "NDP1"],
    ["nothing", null],
    ["words", new Uint32Array(64)],
  ];
  for (const [name, value] of wrong)
    expect(() => readProfile(value as Uint8Array), name).toThrow(expect.objectContaining({ code: "invalid-input" }));
});

/** Parts of a profile that are not what they should be. */
const WRONG_LEVELS: readonly (readonly [string, unknown])[] = [
  ["nothing in it", {}],
  ["a number", 5],
  ["undefined", undefined],
  ["a list for its cells", { cells: [1, 1], bits: 1 }],
  ["cells of bytes", { cells: new Uint8Array(512), bits: 0 }],
  ["a size that no table has", { cells: new Uint32Array(500), bits: 0 }],
  ["a size between the table and all cells", { cells: new Uint32Array(1 << 17), bits: 0 }],
  ["no free place", { cells: new Uint32Array(512).fill(1), bits: 9 }],
  ["a cell in a place that is not its own", { cells: new Uint32Array(512).fill(1, 0, 4), bits: 2 }],
  ["a cell that there is not", { cells: new Uint32Array(512).fill(ALL_CELLS + 1, 8, 9), bits: 1 }],
  ["bits that are no number", { cells: new Uint32Array(0), bits: Number.NaN }],
];

test("a profile made by hand is refused wherever it is given, whatever is wrong with a level", () => {
  const whole = profileOf();
  for (const [name, level] of WRONG_LEVELS) {
    const profile = { version: 1, levels: whole.levels.with(3, level as null) } as const;
    const isRefused = { code: "invalid-option", message: expect.stringContaining("profile must be") as string };
    expect(() => parseDump("", { profile }), name).toThrow(expect.objectContaining(isRefused));
    for (const call of [() => mergeProfiles(whole, profile), () => writeProfile(profile)])
      expect(call, name).toThrow(expect.objectContaining({ code: "invalid-input" }));
  }
});

test("what is no profile is not taken for one", () => {
  expect(isNoiseProfile(profileOf())).toBe(true);
  for (const other of [
    undefined,
    null,
    "profile",
    1,
    {},
    { version: 1 },
    { version: 2, levels: [] },
    { levels: [] },
    { version: 1, levels: [] },
  ])
    expect(isNoiseProfile(other), JSON.stringify(other)).toBe(false);
  expect(() => mergeProfiles(profileOf(), {} as NoiseProfile)).toThrow(
    expect.objectContaining({ code: "invalid-input", message: expect.stringContaining("profiles") }),
  );
});

/** A profile whose first level has these cells, the others none. */
function profileOf(...cells: readonly (readonly [cell: number, bits: number])[]): NoiseProfile {
  const { version, levels } = createProfileBuilder().finish();
  const level = createLevel();
  for (const [cell, bits] of cells) addBits(level, cell, bits);
  return { version, levels: levels.with(0, level) };
}

describe("levels", () => {
  const cellCounts = ({ levels }: NoiseProfile): number[] => levels.map((level) => (level === null ? -1 : [...entriesOf(level)].length));

  test("a context is in the first ones, as many as its hash has zeros in front", () => {
    const builder = createProfileBuilder();
    builder.add(hashOf("Read more"), -1, 0x1fff_ffff); // no zeros, and three
    expect(cellCounts(builder.finish())).toEqual([4, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    const other = createProfileBuilder();
    other.add(hashOf("Read more"), 0x3fff_ffff, 0x7fff_ffff);
    expect(cellCounts(other.finish())).toEqual([4, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("where the first is too full the next one counts, each of whose contexts stands for two", () => {
    const builder = createProfileBuilder();
    for (const context of [1, 2, 3]) builder.add(hashOf("Read more"), context, context);
    const { version, levels } = builder.finish();
    expect(countOf({ version, levels }, "Read more")).toBe(3);
    expect(countOf({ version, levels: levels.with(0, null) }, "Read more")).toBe(6);
    expect(countOf({ version, levels: levels.with(0, null).with(1, null) }, "Read more")).toBe(12);
    expect(countOf({ version, levels: levels.map(() => null) }, "Read more")).toBe(0);
  });

  test("a line of 200 bytes or more, or that shows nothing, is in no record", () => {
    const builder = createProfileBuilder();
    const lines = ["a".repeat(199), "a".repeat(200), "-"];
    for (const line of lines) for (const context of [1, 2]) builder.add(hashOf(line), context, context);
    expect(elsewhere(builder.finish(), lines)).toEqual([1, 0, 0]);
  });

  describe("too full", () => {
    /** Fills the first level with so many bits, in every cell from the first on the same ones. */
    const withBits = (bits: number, shift = 0): NoiseProfile =>
      profileOf(...Array.from({ length: Math.ceil(bits / 8) }, (_, cell) => [cell, 0xff << shift] as const));

    test("levels are given up while lines are added, the others stay", () => {
      const builder = createProfileBuilder();
      for (let line = 0; line < MOST_BITS / 3; line++) {
        const context = 0x4000_0000 + line + (line >>> 16); // is in two levels
        builder.add(Math.imul(line, 0x9e37_79b1), context, context);
      }
      const { levels } = builder.finish();
      expect(levels.map((level) => level === null)).toEqual([true, true, ...Array.from({ length: 10 }, () => false)]);
      const [, , third] = levels;
      expect(third!.bits).toBe(0);
    });

    test("two shards together", () => {
      const [a, b] = [withBits(MOST_BITS * 0.6), withBits(MOST_BITS * 0.6, 8)];
      expect(mergeProfiles(a, a).levels[0]).not.toBeNull();
      const merged = mergeProfiles(a, b);
      expect(cellCounts(merged)).toEqual([-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect(mergeProfiles(profileOf(), merged).levels[0]).toBeNull();
    });

    test("a level is so when it is read back, too", () => {
      const full = mergeProfiles(withBits(MOST_BITS * 0.6), withBits(MOST_BITS * 0.6, 8));
      const bytes = writeProfile(full);
      expect(bytes.length).toBe(4 * (2 + 12));
      expect(cellCounts(readProfile(bytes))).toEqual(cellCounts(full));
      expect(readProfile(writeProfile(withBits(MOST_BITS * 1.2))).levels[0]).toBeNull();
      expect(readProfile(writeProfile(withBits(MOST_BITS * 0.9))).levels[0]).not.toBeNull();
    });
  });
});

test("the sketch keeps its error: of lines that stand alone few count as more", () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `alone ${inLetters(index)}`);
  const text = lines.map((line, index) => `${line}\n${index % 3 === 0 ? `${body(index)}\n` : ""}`).join("");
  const profile = profileDump(text);
  const wrong = lines.filter((line) => countOf(profile, line) > 2).length;
  console.log(`${wrong} of ${lines.length} lines that stand alone count as more`);
  expect(wrong / lines.length).toBeLessThan(1 / 30);
});

describe("with a profile", () => {
  const text = dump(numbers);

  test("a stream gives the same articles as the whole", async () => {
    const articles: Article[] = [];
    for await (const result of readDump([encode(text)], { profile: profileDump(text) }))
      if (result.kind === "article") articles.push(result.article);
    expect(articles).toEqual(parseDump(encode(text)).articles);
  });

  test("a recurring line is furniture wherever it stands", () => {
    const removed = parseDump(text).articles.flatMap((article) => article.removed.map((removal) => removal.text));
    expect(removed.filter((line) => line === FURNITURE).length).toBeGreaterThan(35);
  });

  test("no profile is made for rules alone, and a wrong one is refused", () => {
    expect(parseDump(text, { noise: "light" }).report.removedByRule).toEqual({});
    expect(() => parseDump(text, { profile: {} as NoiseProfile })).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});
