import { describe, expect, test } from "vitest";
import { createDumpProfiler, profileBytes } from "../../src/noise/profile-lines.ts";
import { writeProfile } from "../../src/noise/profile.ts";
import { countOf } from "./count-of.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** About how many records of a dump have a line. */
const countIn = (dump: string, line: string): number => countOf(profileBytes(encode(dump)), line);

const NAMES = ["amber", "birch", "cedar", "dune", "ember", "fern", "grove", "heath", "inlet", "juniper"];
/** A long line of its own for each number. */
const long = (number: number, length = 260): string => `${NAMES[number]} ${"and so on ".repeat(150)}`.slice(0, length);

describe("a line's records are told by the long lines around it", () => {
  test("each between others counts", () => {
    expect(countIn([long(0), "Read more", long(1), "Read more", long(2)].join("\n".repeat(9)), "Read more")).toBe(1); // too near
    const far = [0, 1, 2, 3].map((number) => `${long(number, 1200)}\n`).join("Read more\n");
    expect(countIn(far, "Read more")).toBe(3);
    expect(countIn(far, "READ more ")).toBe(3);
  });

  test("the same long line is the same record, whatever stands behind its head", () => {
    const same = [0, 1, 2].map((number) => `${"same head ".repeat(7)}${long(number, 1200)}\n`).join("Read more\n");
    expect(countIn(same, "Read more")).toBe(1);
    const other = [0, 1, 2].map((number) => `${"same head ".repeat(6)}${long(number, 1200)}\n`).join("Read more\n");
    expect(countIn(other, "Read more")).toBe(2);
  });

  test("a line of 200 bytes is long, one of 199 is not", () => {
    const page = (length: number): string =>
      [0, 1, 2, 3].map((number) => `${long(number, length)}\n${"\n".repeat(1000)}`).join("Read more\n");
    expect(countIn(page(200), "Read more")).toBe(3);
    expect(countIn(page(199), "Read more")).toBe(1); // between the dump's beginning and its end
  });

  test("the dump's last lines count without a line end", () => {
    expect(countIn(`${long(0)}\nRead more`, "Read more")).toBe(1);
    expect(countIn(`Read more\n${"\n".repeat(1100)}${long(0)}\nRead more\n${long(1)}`, "Read more")).toBe(2);
  });
});

describe("what does not count", () => {
  test("a line that comes back within 1024 bytes", () => {
    const apart = (distance: number): string => {
      const line = "Read more\n";
      return `${long(0)}\n${line}${long(1)}\n${"\n".repeat(distance - line.length - 261)}${line}${long(2)}\n`;
    };
    expect(countIn(apart(1023), "Read more")).toBe(1);
    expect(countIn(apart(1024), "Read more")).toBe(2);
  });

  test("other lines nearby do", () => {
    const words = Array.from({ length: 200 }, (_, index) => `${NAMES[index % 10]}${"y".repeat(index % 7)} ${NAMES[(index >> 3) % 10]}`);
    const profile = profileBytes(encode(`${long(0)}\n${words.join("\n")}\n${long(1)}\n`));
    expect(words.filter((word) => countOf(profile, word) === 0)).toEqual([]);
  });

  test("lines that show nothing or one character", () => {
    const plain = [long(0), "Read more", long(1)];
    const profile = writeProfile(profileBytes(encode(plain.join("\n"))));
    for (const nothing of ["", " ", "-", " ".repeat(300)]) {
      const dump = [plain[0], nothing, plain[1], nothing, nothing, plain[2]].join("\n");
      expect(writeProfile(profileBytes(encode(dump))), JSON.stringify(nothing)).toEqual(profile);
    }
  });

  test("lines of a run that is longer than any article", () => {
    const run = Array.from({ length: 4096 }, (_, index) => `${index.toString(2).replaceAll("0", "a").replaceAll("1", "b")}c`);
    const dump = `${run.join("\n")}\nRead more\n${long(0)}\n`;
    expect(countIn(dump, run.at(-1)!)).toBeGreaterThan(0);
    expect(countIn(dump, "Read more")).toBe(0);
    expect(countIn(dump.replace("aac\n", ""), "Read more")).toBeGreaterThan(0);
  });
});

test("pieces of any size give the profile of the whole, near lines and long ones too", () => {
  const dump = [0, 1, 2, 3, 4, 5]
    .map((number) => `${long(number, 150 + number * 90)}\nRead more\nAll ${NAMES[number]}\n\n`)
    .join(`${long(6, 190)}\n`);
  const bytes = encode(dump);
  const whole = writeProfile(profileBytes(bytes));
  for (const size of [1, 13, 200, 500]) {
    const profiler = createDumpProfiler();
    for (let start = 0; start < bytes.length; start += size) profiler.push(bytes.subarray(start, start + size));
    expect(writeProfile(profiler.finish()), String(size)).toEqual(whole);
  }
});
