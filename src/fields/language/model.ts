import { type FeatureSet, HASH_BITS } from "./features.ts";
import { createRowContexts, LEVEL_BITS, levelContext, presenceContext, readNumber, type RowContexts } from "./model-layout.ts";
import type { ModelGroup } from "./model-group.ts";
import { MODEL_DATA, MODEL_GROUPS } from "./model.generated.ts";
import { type BitReader, createBitReader } from "./range-decoder.ts";
import { SCRIPT_COUNT } from "./scripts.ts";

// The model is naive Bayes over hashed n-grams of one to four letters and words, one table for each script that
// more than one language is written in. A row holds, for the languages in which its feature is frequent, the
// logarithm of its frequency above the row's floor in seven levels. Learnt from the training sentences of FLORES-200
// (NLLB Team, "No Language Left Behind", 2022; CC BY-SA 4.0), refined by a few steps of logistic regression on pieces
// of them; Chinese characters also from Wikipedia's counts (hsivonen/charcounts, CC0). Only numbers are kept.

/** Where a group's rows and languages lie among those of all groups. */
export interface GroupRange {
  readonly firstLanguage: number;
  /** One more than the last. */
  readonly endLanguage: number;
  /** Rows count from 1 in the tables: a group has the rows after this one… */
  readonly firstRow: number;
  /** …up to this one. */
  readonly endRow: number;
}

/** The tables, decoded. Languages are numbered through all groups. */
export interface Model {
  /** Row of a feature's hash plus one, 0 for none. */
  readonly rowOf: Uint16Array;
  /** Where a row's entries begin; one more than there are rows. */
  readonly starts: Uint32Array;
  /** Language of each entry, and above {@link LANGUAGE_BITS} its level. */
  readonly entries: Uint16Array;
  /** BCP 47 tag of each language. */
  readonly tags: readonly string[];
  /** Logarithm of each language's prior. */
  readonly priors: readonly number[];
  /** Mean level of a feature in each language's own texts, of all features and of those of three letters. */
  readonly norms: readonly (readonly [all: number, three: number])[];
  /** Level of every row of a language's group, language after language: the entries once more, for look-ups. */
  readonly cells: Uint8Array;
  /** Where a language's cells begin, less the number of its group's first row. */
  readonly cellStarts: Int32Array;
  /** Group of each script; `undefined` where a script has none. */
  readonly ranges: readonly (GroupRange | undefined)[];
}

let model: Model | null = null;

/** The model, decoded on first use (one to two tenths of a second). */
export function loadModel(): Model {
  model ??= decodeModel();
  return model;
}

/** Mean level of a feature of the set in a language's own texts. */
export function normOf({ norms }: Model, language: number, set: FeatureSet): number {
  return norms[language]![set === "all" ? 0 : 1];
}

function decodeModel(): Model {
  const readBit = createBitReader(fromBase64(MODEL_DATA));
  const rowOf = new Uint16Array(1 << HASH_BITS);
  const rows = MODEL_GROUPS.reduce((sum, group) => sum + group.rows, 0);
  const starts = new Uint32Array(rows + 1);
  const ranges: (GroupRange | undefined)[] = Array.from({ length: SCRIPT_COUNT });
  const entries: Entries = { list: new Uint16Array(1 << 16), count: 0 };
  let firstRow = 0;
  let firstLanguage = 0;
  for (const group of MODEL_GROUPS) {
    const contexts = createRowContexts();
    const parents = flattenParents(group.parents);
    readHashes(readBit, contexts, group.rows, firstRow, rowOf);
    for (let row = 0; row < group.rows; row++) {
      readRow(readBit, contexts, parents, firstLanguage, entries);
      starts[firstRow + row + 1] = entries.count;
    }
    ranges[group.script] = { firstLanguage, endLanguage: firstLanguage + group.languages.length, firstRow, endRow: firstRow + group.rows };
    firstRow += group.rows;
    firstLanguage += group.languages.length;
  }
  return {
    rowOf,
    starts,
    entries: entries.list.slice(0, entries.count),
    tags: MODEL_GROUPS.flatMap((group) => group.languages),
    priors: MODEL_GROUPS.flatMap((group) => group.priors),
    norms: MODEL_GROUPS.flatMap((group) => group.norms),
    ...spreadCells(ranges, starts, entries),
    ranges,
  };
}

function spreadCells(ranges: Model["ranges"], starts: Uint32Array, { list }: Entries): Pick<Model, "cells" | "cellStarts"> {
  const groups = ranges.filter((range) => range !== undefined);
  const cells = new Uint8Array(
    groups.reduce((sum, group) => sum + (group.endRow - group.firstRow) * (group.endLanguage - group.firstLanguage), 0),
  );
  const cellStarts = new Int32Array(LANGUAGE_MASK + 1);
  let next = 0;
  for (const { firstLanguage, endLanguage, firstRow, endRow } of groups) {
    for (let language = firstLanguage; language < endLanguage; language++) {
      cellStarts[language] = next - firstRow - 1;
      next += endRow - firstRow;
    }
    for (let row = firstRow + 1; row <= endRow; row++) {
      for (let at = starts[row - 1]!; at < starts[row]!; at++)
        cells[cellStarts[list[at]! & LANGUAGE_MASK]! + row] = list[at]! >> LANGUAGE_BITS;
    }
  }
  return { cells, cellStarts };
}

/** Bits of a language's number in an entry. */
export const LANGUAGE_BITS = 8;
/** The language's number in an entry. */
export const LANGUAGE_MASK = (1 << LANGUAGE_BITS) - 1;

interface Entries {
  list: Uint16Array;
  count: number;
}

function readHashes(readBit: BitReader, contexts: RowContexts, rows: number, firstRow: number, rowOf: Uint16Array): void {
  let hash = -1;
  for (let row = 0; row < rows; row++) {
    hash += readNumber(readBit, contexts.gap);
    rowOf[hash] = firstRow + row + 1;
  }
}

const rowLevels = new Uint8Array(256);
/** Stands for a parent that is not there; no language has this number. */
const NO_PARENT = 255;

function flattenParents(parents: ModelGroup["parents"]): Uint8Array {
  return Uint8Array.from(parents.flat(), (parent) => (parent < 0 ? NO_PARENT : parent));
}

function readRow(readBit: BitReader, contexts: RowContexts, parents: Uint8Array, firstLanguage: number, entries: Entries): void {
  if (entries.count + parents.length > entries.list.length) grow(entries);
  const size = parents.length / 2;
  let present = 0;
  for (let language = 0; language < size; language++) {
    const first = rowLevels[parents[language * 2]!]!;
    const second = rowLevels[parents[language * 2 + 1]!]!;
    rowLevels[language] = 0;
    if (readBit(contexts.presence, presenceContext(first, second, present, language)) === 0) continue;
    present++;
    const tree = levelContext(first, second);
    let node = 1;
    for (let bit = 0; bit < LEVEL_BITS; bit++) node = (node << 1) | readBit(contexts.level, tree + node);
    const level = node - (1 << LEVEL_BITS);
    rowLevels[language] = level;
    entries.list[entries.count++] = (level << LANGUAGE_BITS) | (firstLanguage + language);
  }
}

function grow(entries: Entries): void {
  const longer = new Uint16Array(entries.list.length * 2);
  longer.set(entries.list);
  entries.list = longer;
}

/** Bytes of base64 text; `atob` is in every runtime. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
