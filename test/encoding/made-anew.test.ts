// What decoders and the detector make once and keep, made anew.
import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { describe, expect, test } from "vitest";
import { SINGLE_BYTE_CANDIDATES } from "../../src/encoding/candidates.ts";
import { decode } from "../../src/encoding/decode.ts";
import { createPairDecoder, listFourByteCodes, type PairEncoding } from "../../src/encoding/double-byte.ts";
import { createWitness } from "../../src/encoding/expected.ts";
import { johabHangul, johabPair, listCodeUnits } from "../../src/encoding/johab.ts";
import { createGate, createReadings } from "../../src/encoding/mojibake.ts";
import { readingOf } from "../../src/encoding/reading.ts";
import { createTable, singleByteNames, unpackUpperHalves } from "../../src/encoding/single-byte.ts";
import { unicodeLevels } from "../../src/encoding/unicode-levels.ts";
import { listFrequentUnits } from "../../src/encoding/wide.ts";

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const isIn = (byte: number, ...ranges: (readonly [from: number, to: number])[]): boolean =>
  ranges.some(([from, to]) => byte >= from && byte <= to);

interface Shape {
  isLead: (byte: number) => boolean;
  isTrail: (byte: number) => boolean;
  pointer: (lead: number, trail: number) => number;
  /** Lead bytes that begin no plain pair. */
  shifts?: readonly number[];
  singles?: (byte: number) => number | undefined;
}

/** The standard's pointers: https://encoding.spec.whatwg.org/#legacy-multi-byte-japanese-encodings and its neighbours. */
const CHINESE: Shape = {
  isLead: (byte) => isIn(byte, [0x81, 0xfe]),
  isTrail: (byte) => isIn(byte, [0x40, 0x7e], [0x80, 0xfe]),
  pointer: (lead, trail) => (lead - 0x81) * 190 + trail - (trail < 0x7f ? 0x40 : 0x41),
  singles: (byte) => (byte === 0x80 ? 0x20ac : undefined),
};
const SHAPES: Readonly<Record<PairEncoding, Shape>> = {
  gb18030: CHINESE,
  gbk: CHINESE,
  big5: {
    isLead: (byte) => isIn(byte, [0x81, 0xfe]),
    isTrail: (byte) => isIn(byte, [0x40, 0x7e], [0xa1, 0xfe]),
    pointer: (lead, trail) => (lead - 0x81) * 157 + trail - (trail < 0x7f ? 0x40 : 0x62),
  },
  "euc-kr": {
    isLead: (byte) => isIn(byte, [0x81, 0xfe]),
    isTrail: (byte) => isIn(byte, [0x41, 0xfe]),
    pointer: (lead, trail) => (lead - 0x81) * 190 + trail - 0x41,
  },
  shift_jis: {
    isLead: (byte) => isIn(byte, [0x81, 0x9f], [0xe0, 0xfc]),
    isTrail: (byte) => isIn(byte, [0x40, 0x7e], [0x80, 0xfc]),
    pointer: (lead, trail) => (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 188 + trail - (trail < 0x7f ? 0x40 : 0x41),
    singles: (byte) => (byte === 0x80 ? 0x80 : isIn(byte, [0xa1, 0xdf]) ? 0xff61 - 0xa1 + byte : undefined),
  },
  "euc-jp": {
    isLead: (byte) => isIn(byte, [0xa1, 0xfe]),
    isTrail: (byte) => isIn(byte, [0xa1, 0xfe]),
    pointer: (lead, trail) => (lead - 0xa1) * 94 + trail - 0xa1,
    shifts: [0x8e, 0x8f],
  },
};

describe("pointers of pairs are the standard's", () => {
  test.each(Object.entries(SHAPES))("%s", (encoding, { isLead, isTrail, pointer, shifts = [], singles }) => {
    const decoder = createPairDecoder(encoding as PairEncoding);
    const wrong: number[][] = [];
    for (let lead = 0; lead < 256; lead++) {
      const begins = isLead(lead) || shifts.includes(lead);
      expect(decoder.singles[lead]).toBe(begins ? 0xffff : (singles?.(lead) ?? (lead < 0x80 ? lead : 0xfffd)));
      for (let trail = 0; trail < 256; trail++) {
        const found = Math.max(-1, decoder.rows[lead]! + decoder.columns[trail]!);
        if (found !== (isLead(lead) && isTrail(trail) ? pointer(lead, trail) : -1)) wrong.push([lead, trail]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("codes of four bytes are those of the standard's ranges", () => {
  const codes = listFourByteCodes();
  const bytes = Uint8Array.from({ length: 4 * codes.length }, (_, at) => {
    const pointer = at >> 2;
    return [
      0x81 + Math.floor(pointer / 12_600),
      0x30 + (Math.floor(pointer / 1260) % 10),
      0x81 + (Math.floor(pointer / 10) % 126),
      0x30 + (pointer % 10),
    ][at & 3]!;
  });
  const expected = new Reference("gb18030").decode(bytes);
  expect(codes).toHaveLength(39_420);
  expect(Array.from(codes).findIndex((code, index) => code !== expected.charCodeAt(index))).toBe(-1);
});

test("Johab's code units are its syllables, letters and pairs", () => {
  const units = listCodeUnits();
  expect(units).toHaveLength(0x8000);
  for (let code = 0x8000; code < 0x10000; code++) {
    const pair = johabPair(code >> 8, code & 0xff);
    const text = pair === null ? (johabHangul(code) ?? "\0") : decode(pair, "euc-kr").text;
    if (units[code - 0x8000] !== text.charCodeAt(0)) expect([code, units[code - 0x8000]]).toEqual([code, text.charCodeAt(0)]);
  }
});

test("tables of single bytes know which bytes are other code points, and whether some are none", () => {
  const halves = unpackUpperHalves();
  for (const name of singleByteNames()) {
    const { units, hasHoles, isOther } = createTable(name, halves);
    const { text, invalid } = decode(EVERY_BYTE, name);
    expect(String.fromCharCode(...units)).toBe(text);
    expect(hasHoles).toBe(invalid !== null);
    expect([...isOther]).toEqual(Array.from(units, (unit, byte) => (unit === byte ? 0 : 1)));
  }
});

describe("the readings that mojibake comes from", () => {
  const readings = createReadings();

  test("know the bytes of their encodings, and the control characters of ISO 8859", () => {
    expect(readings.map(({ encoding, fewest }) => `${encoding} ${fewest}`)).toEqual([
      "windows-1252 1",
      "windows-1251 2",
      "koi8-r 2",
      "ibm866 2",
      "windows-1250 2",
      "ibm850 2",
      "ibm437 2",
    ]);
    for (const { encoding, bytes } of readings) {
      const upper = decode(EVERY_BYTE.subarray(128), encoding).text;
      const expected = new Map(Array.from({ length: 32 }, (_, index) => [String.fromCharCode(128 + index), 128 + index]));
      Array.from(upper).forEach((character, index) => expected.set(character, 128 + index));
      expected.delete("\uFFFD");
      if (encoding === "ibm850") expected.set("Ã", 0xff); // the mark of windows-1252
      expect(new Map(bytes), encoding).toEqual(expected);
    }
  });

  test("have a gate that tells lead bytes, those that go on, and marks that may be genuine", () => {
    const { leads, continuations, typographic } = createGate(readings);
    for (let unit = 0; unit < 0x2600; unit++) {
      const bytes = readings.map((reading) => reading.bytes.get(String.fromCharCode(unit)) ?? 0);
      const bits = (isSet: (byte: number) => boolean): number =>
        bytes.reduce((sum, byte, index) => sum + (isSet(byte) ? 1 << index : 0), 0);
      const expected = [bits((byte) => byte >= 0xc2 && byte <= 0xf4), bits((byte) => byte >= 0x80 && byte <= 0xbf)];
      if (leads[unit] !== expected[0] || continuations[unit] !== expected[1])
        expect([unit, leads[unit], continuations[unit]]).toEqual([unit, ...expected]);
    }
    const marks = Array.from(typographic.keys()).filter((unit) => typographic[unit] === 1);
    expect(String.fromCharCode(...marks)).toBe("\u00a0«»–—‘’“”„•…");
  });
});

test("an expected encoding knows bytes out of place, and its rivals", () => {
  const readingIn = (encoding: string) => readingOf(SINGLE_BYTE_CANDIDATES.find((candidate) => candidate.encoding === encoding)!);
  const reading = readingIn("windows-1251");
  const { flags, rivals } = createWitness(reading);
  const names = rivals.map(({ candidate }) => candidate.encoding);
  expect(names).toContain("x-mac-cyrillic");
  expect(names).not.toContain("windows-1251");
  expect(names).not.toContain("koi8-r");
  const isOut = (byte: number): boolean => (flags[byte]! & 1) === 1;
  expect([0xab, 0xb9, 0xe6, 0xa4, 0xa9, 0x98].map(isOut)).toEqual([false, false, false, true, true, true]);
  rivals.forEach(({ units }, at) => {
    for (let byte = 128; byte < 256; byte++) expect((flags[byte]! & (2 << at)) !== 0).toBe(units[byte] !== reading.units[byte]);
  });
  expect(createWitness(readingIn("windows-1255")).rivals.map(({ candidate }) => candidate.encoding)).toContain("iso-8859-8");
});

test("frequent units are those of any East Asian set", () => {
  const frequent = listFrequentUnits();
  const sets = (["gb", "big5", "jis", "ksx"] as const).map((set) => unicodeLevels(set, 7));
  expect(frequent).toEqual(sets[0]!.map((_, unit) => Math.min(...sets.map((levels) => levels[unit]!))));
});
