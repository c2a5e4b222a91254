// The tables that decoding and detection rest on are stored packed. Each is unpacked here anew, whatever is kept already.
import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { describe, expect, test } from "vitest";
import { createMixedCoder, createMixedReader, type MixedCoder } from "../../src/encoding/mixed-bits.ts";
import { LOW_LETTERS, PACKED_UPPER_HALVES, SINGLE_BYTE_NAMES } from "../../src/encoding/single-byte.generated.ts";
import { pointerOf, readStandardRows, STANDARD_ROWS, verifyStandardRows } from "../../src/encoding/standard-rows.ts";
import { codeTable, createSets, TWO_PLANES } from "../../src/encoding/table-layout.ts";
import { codeCells, codeMembers, codeRange, createCells, createPicker, membersOf } from "../../src/encoding/table-model.ts";
import { isHkscs, TABLE_SHAPES, type TableName } from "../../src/encoding/table-shapes.ts";
import { PACKED_TABLES, ROWS_CHECKSUM } from "../../src/encoding/tables.generated.ts";
import { checksum as checksumOf } from "../support/golden.ts";

/** Bytes of a pointer by the standard's own arithmetic, and the label of the encoding that reads them. */
const POINTERS: Readonly<Record<TableName, { label: string; bytes: (pointer: number) => number[] }>> = {
  big5: { label: "big5", bytes: big5Bytes },
  hkscs: { label: "big5", bytes: big5Bytes },
  jis0208: {
    label: "shift_jis",
    bytes: (pointer) => {
      const lead = Math.floor(pointer / 188);
      const trail = pointer % 188;
      return [lead + (lead < 31 ? 0x81 : 0xc1), trail + (trail < 63 ? 0x40 : 0x41)];
    },
  },
  gb18030: {
    label: "gb18030",
    bytes: (pointer) => [0x81 + Math.floor(pointer / 190), (pointer % 190) + (pointer % 190 < 63 ? 0x40 : 0x41)],
  },
  "euc-kr": { label: "euc-kr", bytes: (pointer) => [0x81 + Math.floor(pointer / 190), 0x41 + (pointer % 190)] },
  jis0212: { label: "euc-jp", bytes: (pointer) => [0x8f, 0xa1 + Math.floor(pointer / 94), 0xa1 + (pointer % 94)] },
};

function big5Bytes(pointer: number): number[] {
  return [0x81 + Math.floor(pointer / 157), (pointer % 157) + (pointer % 157 < 63 ? 0x40 : 0x62)];
}

/** Code point of each pointer by the reference decoder, 0 where there is none or where it is another table's. */
function referenceIndex(table: TableName): number[] {
  const { label, bytes } = POINTERS[table];
  const decoder = new Reference(label);
  return Array.from({ length: TABLE_SHAPES[table].size }, (_, pointer) => {
    if (label === "big5" && isHkscs(pointer) !== (table === "hkscs")) return 0;
    if (table === "jis0208" && pointer >= 8836 && pointer <= 10715) return 0; // private characters of Shift_JIS
    const characters = [...decoder.decode(Uint8Array.from(bytes(pointer)))];
    return characters.length === 1 && characters[0] !== "\uFFFD" ? characters[0]!.codePointAt(0)! : 0;
  });
}

const TABLES = Object.keys(TABLE_SHAPES) as TableName[];
const { texts, checksum } = readStandardRows(TextDecoder);
const indexes = new Map(TABLES.map((table) => [table, referenceIndex(table)]));

test("the rows of the standards have the checksum that the tables were packed with", () => {
  const read = readStandardRows(Reference);
  expect([checksum, read.checksum]).toEqual([ROWS_CHECKSUM, ROWS_CHECKSUM]);
  expect(read.texts).toEqual(texts);
  STANDARD_ROWS.forEach((rows, index) => {
    const codes = [...texts[index]!].map((character) => character.codePointAt(0)!);
    expect(codes).toHaveLength(rows.count);
    expect(codes).toEqual(codes.map((_, at) => indexes.get(rows.table)![pointerOf(rows, at)]));
  });
});

test("a decoder that lacks the encodings or reads them wrong is refused", () => {
  expect(verifyStandardRows(Reference)).toEqual(texts);
  class Missing {
    constructor(label: string) {
      throw new RangeError(`no ${label}`);
    }
    decode(): string {
      return "";
    }
  }
  class Wrong extends Reference {
    override decode(bytes?: Uint8Array): string {
      return super.decode(bytes).replace("亜", "亞");
    }
  }
  for (const [decoder, what] of [
    [Missing, "missing"],
    [Wrong, "wrong"],
  ] as const) {
    expect(() => verifyStandardRows(decoder)).toThrowError(
      expect.objectContaining({
        code: "unavailable-encoding",
        message: `East Asian encodings need a TextDecoder for gb18030, euc-jp, euc-kr, big5; this runtime's is ${what}`,
      }) as Error,
    );
  }
});

test("sets know the cells and the characters of the standards' rows, and no others", () => {
  const { standard, cells } = createSets(texts);
  for (const table of TABLES) {
    const rows = STANDARD_ROWS.flatMap((stretch, index) => (stretch.table === table ? Array.from(texts[index]!) : []));
    expect(membersOf(standard[table], 1, 0, 0x10000).length).toBe(new Set(rows).size);
    expect(cells[table].done.filter((done) => done === 1).length).toBe(rows.length);
    expect(cells[table].units.filter((unit) => unit !== 0).length).toBe(rows.length);
    expect(cells[table].units).toHaveLength(TABLE_SHAPES[table].size);
  }
});

describe("unpacked, a table is the standard's index", () => {
  test.each(TABLES)("%s", (table) => {
    const sets = createSets(texts);
    const cells = sets.cells[table];
    codeTable(createMixedReader(PACKED_TABLES[table]), table, cells, new Uint8Array(table === "hkscs" ? TWO_PLANES : 0), sets);
    expect(Array.from(cells.units, (unit, pointer) => unit + cells.astral[pointer]! * 0x20000)).toEqual(indexes.get(table));
  });

  test("upper halves of single-byte encodings", () => {
    const names = SINGLE_BYTE_NAMES.split(" ");
    const cells = createCells(names.length * 128, 128);
    codeCells(createMixedReader(PACKED_UPPER_HALVES), cells, []);
    const upper = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
    let compared = 0;
    names.forEach((name, index) => {
      const units = cells.units.subarray(index * 128, index * 128 + 128);
      expect(new Set(units).size, `${name} has a cell twice`).toBe(128 - Math.max(0, units.filter((unit) => unit === 0).length - 1));
      let reference;
      try {
        reference = new Reference(name);
      } catch {
        return; // the standard does not have it
      }
      compared++;
      expect(String.fromCharCode(...units).replaceAll("\0", "\uFFFD"), name).toBe(reference.decode(upper));
    });
    expect(compared).toBe(27);
    expect(Object.keys(LOW_LETTERS).every((name) => names.includes(name))).toBe(true);
  });
});

/** How many bits each table takes before they are packed, and their checksum. */
const WRITTEN_BITS: Readonly<Record<TableName, readonly [count: number, sum: string]>> = {
  big5: [6791, "91343ace"],
  hkscs: [96261, "5577f29c"],
  jis0208: [11324, "3b08ba35"],
  gb18030: [8509, "87924665"],
  "euc-kr": [10720, "ea6bc88b"],
  jis0212: [4800, "d6a9c7bb"],
};

/** A coder that writes down the bits it is given, and one that reads them again. */
function createTape(): { writer: MixedCoder; createReader: () => MixedCoder; bits: number[] } {
  const bits: number[] = [];
  const writer = createMixedCoder((_chance, known) => {
    bits.push(known);
    return known;
  });
  return {
    bits,
    writer,
    createReader() {
      let next = 0;
      return createMixedCoder(() => bits[next++]!);
    },
  };
}

describe("what is written is read again", () => {
  test.each(TABLES)("the table %s", (table) => {
    const { writer, createReader, bits } = createTape();
    const codes = indexes.get(table)!;
    const sets = createSets(texts);
    const written = createCells(TABLE_SHAPES[table].size, TABLE_SHAPES[table].row);
    written.done.set(sets.cells[table].done);
    const additions = new Uint8Array(table === "hkscs" ? TWO_PLANES : 0);
    codes.forEach((code, pointer) => {
      written.units[pointer] = code;
      written.astral[pointer] = code > 0xffff ? 1 : 0;
      const isIdeograph = (code >= 0x3400 && code < 0x4db6) || (code >= 0x4e00 && code < 0x9fa6) || code >= 0x20000;
      if (table === "hkscs" && isIdeograph && sets.standard.big5[code] !== 1) additions[code] = 1;
    });
    codeTable(writer, table, written, additions, sets);
    // Whatever more can be said of cells at once is said: the bits are as few as they were.
    expect([bits.length, checksumOf(bits)]).toEqual(WRITTEN_BITS[table]);

    const read = createSets(texts);
    codeTable(createReader(), table, read.cells[table], new Uint8Array(additions.length), read);
    expect(Array.from(read.cells[table].units, (unit, pointer) => unit + read.cells[table].astral[pointer]! * 0x20000)).toEqual(codes);
  });

  test("numbers of every width and gammas of every size", () => {
    const { writer, createReader } = createTape();
    const numbers = [0, 1, 2, 5, 127, 128, 255];
    const gammas = [0, 1, 2, 3, 4, 6, 7, 8, 30, 31, 32, 62, 63, 100, 1000, 12_345, 65_534, 65_535, 1_000_000];
    const code = (coder: MixedCoder, known: (value: number) => number): number[] => [
      coder.bit(1, 1, known(1)),
      coder.bit(1, 1, known(0)),
      ...numbers.map((value) => coder.number(2, 1, 8, known(value))),
      coder.number(2, 1, 16, known(0xbeef)),
      coder.number(2, 1, 1, known(1)),
      ...gammas.map((value) => coder.gamma(3, 2, known(value))),
    ];
    const all = [1, 0, ...numbers, 0xbeef, 1, ...gammas];
    expect(code(writer, (value) => value)).toEqual(all);
    expect(code(createReader(), () => 0)).toEqual(all);
  });

  test("which ideographs a set has besides the standard's, and which code points of a range", () => {
    const standard = new Uint8Array(0x10000);
    const other = new Uint8Array(0x10000);
    const members = new Uint8Array(0x10000);
    for (let code = 0x4e01; code < 0x9fa5; code += 3) standard[code] = 1;
    for (let code = 0x4e02; code < 0x9fa6; code += 6) other[code] = 1;
    for (const code of [0x3400, 0x3405, 0x3406, 0x4db5, 0x4e00, 0x4e02, 0x5004, 0x7778, 0x9fa5]) members[code] = 1;
    const { writer, createReader } = createTape();
    codeMembers(writer, members.slice(), standard, [other]);
    codeRange(writer, members.slice(), 0x3400, 0x4db6);
    const found = new Uint8Array(0x10000);
    const reader = createReader();
    codeMembers(reader, found, standard, [other]);
    codeRange(reader, found, 0x3400, 0x4db6);
    expect(membersOf(found, 1, 0, 0x10000)).toEqual(membersOf(members, 1, 0, 0x10000));
  });
});

test("members of a set are listed in order, those that it lacks too", () => {
  const set = Uint8Array.from([1, 0, 0, 1, 1, 0]);
  expect([...membersOf(set, 1, 0, 6)]).toEqual([0, 3, 4]);
  expect([...membersOf(set, 0, 1, 5)]).toEqual([1, 2]);
  expect(membersOf(new Uint8Array(0x10000), 0)).toHaveLength(0x9fa6 - 0x4e00);
});

describe("a picker", () => {
  const members = Int32Array.from([10, 20, 30, 40, 50, 60]);
  const pickAll = (codes: readonly number[]): { picked: number[]; bits: number[] } => {
    const { writer, bits } = createTape();
    const picker = createPicker(members, 0);
    return { picked: codes.map((code) => picker.pick(writer, code)), bits };
  };

  test("gives members in any order, each once", () => {
    const picker = createPicker(members, 0);
    const { writer } = createTape();
    const order = [30, 40, 10, 60, 50, 20];
    for (const code of order) {
      expect(picker.has(code)).toBe(true);
      expect(picker.pick(writer, code)).toBe(code);
      expect(picker.has(code)).toBe(false);
    }
    expect(picker.has(35)).toBe(false);
    expect(picker.has(70)).toBe(false);
  });

  test("peeks at the next ones and takes a run of them", () => {
    const picker = createPicker(members, 0);
    expect([0, 1, 5, 6].map((distance) => picker.peek(distance))).toEqual([10, 20, 60, undefined]);
    expect([...picker.takeRun(2)]).toEqual([10, 20]);
    expect(picker.peek(0)).toBe(30);
    expect(picker.pick(createTape().writer, 50)).toBe(50);
    expect([0, 1].map((distance) => picker.peek(distance))).toEqual([60, undefined]);
    expect([30, 40, 50].map((code) => picker.has(code))).toEqual([true, true, false]);
  });

  test("tells the next one in fewer bits than a distant one, on either side", () => {
    const next = pickAll([10, 20, 30]).bits.length;
    expect(next).toBeLessThan(pickAll([10, 60, 20]).bits.length);
    expect(pickAll([40, 30, 20]).bits.length).toBe(pickAll([40, 50, 60]).bits.length);
  });
});
