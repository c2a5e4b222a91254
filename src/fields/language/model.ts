import { type FeatureSet, HASH_BITS } from "./features.ts";
import { decodeRows, LANGUAGE_BITS, LANGUAGE_MASK } from "./decode-rows.ts";
import { BACKSLASH, FIRST_SYMBOL, STEP_SHORT, SYMBOLS } from "./model-layout.ts";
import type { ModelGroup } from "./model-group.ts";
import { MODEL_GROUPS, MODEL_HASHES } from "./model.generated.ts";
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

/** The tables. Languages are numbered through all groups. */
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

/** The model; the rows of a group are there after {@link loadGroup}. */
export function loadModel(): Model {
  model ??= createModel();
  return model;
}

/** What {@link decodeRows} gives for a group, kept from an earlier time. */
export interface DecodedRows {
  readonly entries: Uint16Array;
  /** Where each row ends in the entries. */
  readonly ends: Uint32Array;
}

/** Finds the rows of a script's group; `null` where they have to be decoded. */
export type RowSource = (script: number) => DecodedRows | null;

let findRows: RowSource = () => null;

/** From now on rows are asked of `source` first: reading them from a file takes a tenth of the time of decoding. */
export function useDecodedRows(source: RowSource): void {
  findRows = source;
}

const ready = new Set<number>();

/**
 * Makes the rows of a script's group ready where that was not done before; until then they are empty. Decoding takes
 * some tens of milliseconds for the Latin script, a few for the others.
 */
export function loadGroup(script: number): void {
  if (ready.has(script)) return;
  ready.add(script);
  const { ranges, starts, entries } = loadModel();
  const group = MODEL_GROUPS.find((candidate) => candidate.script === script);
  const range = ranges[script];
  if (group === undefined || range === undefined) return;
  const { firstLanguage, firstRow, endRow } = range;
  const firstEntry = starts[firstRow]!;
  const ends = starts.subarray(firstRow + 1, endRow + 1);
  const found = findRows(script);
  if (found === null || found.entries.length !== group.entries || found.ends.length !== group.rows)
    decodeRows(fromBase64(group.data), group.parents, { entries, firstEntry, ends, firstLanguage });
  else {
    entries.set(found.entries, firstEntry);
    for (let row = 0; row < ends.length; row++) ends[row] = firstEntry + found.ends[row]!;
  }
  spreadCells(loadModel(), range);
}

function spreadCells({ starts, entries, cells, cellStarts }: Model, { firstRow, endRow }: GroupRange): void {
  for (let row = firstRow + 1; row <= endRow; row++) {
    const end = starts[row]!;
    for (let at = starts[row - 1]!; at < end; at++) cells[cellStarts[entries[at]! & LANGUAGE_MASK]! + row] = entries[at]! >> LANGUAGE_BITS;
  }
}

/** The rows of a script's group, for a {@link RowSource}; `null` where the script has none. */
export function decodedRows(script: number): DecodedRows | null {
  loadGroup(script);
  const { ranges, starts, entries } = loadModel();
  const range = ranges[script];
  if (range === undefined) return null;
  const firstEntry = starts[range.firstRow]!;
  const ends = starts.slice(range.firstRow + 1, range.endRow + 1).map((end) => end - firstEntry);
  return { entries: entries.slice(firstEntry, firstEntry + (ends.at(-1) ?? 0)), ends };
}

/** Mean level of a feature of the set in a language's own texts. */
export function normOf({ norms }: Model, language: number, set: FeatureSet): number {
  return norms[language]![set === "all" ? 0 : 1];
}

export function createModel(): Model {
  const sum = (count: (group: ModelGroup) => number): number => MODEL_GROUPS.reduce((all, group) => all + count(group), 0);
  const rowOf = new Uint16Array(1 << HASH_BITS);
  // A row that is never asked for stands between two groups: those of one may be there when those of the other are not.
  const starts = new Uint32Array(sum(({ rows }) => rows + 1) + 1);
  const cells = new Uint8Array(sum(({ rows, languages }) => rows * languages.length));
  const cellStarts = new Int32Array(LANGUAGE_MASK + 1);
  const ranges: (GroupRange | undefined)[] = Array.from({ length: SCRIPT_COUNT });
  let firstRow = 0;
  let firstLanguage = 0;
  let firstEntry = 0;
  let firstCell = 0;
  let nextHash = 0;
  for (const { script, rows, languages, entries } of MODEL_GROUPS) {
    const endRow = firstRow + rows;
    nextHash = readHashes(MODEL_HASHES, nextHash, rows, firstRow, rowOf);
    starts.fill(firstEntry, firstRow, endRow + 1);
    for (let index = 0; index < languages.length; index++) cellStarts[firstLanguage + index] = firstCell + index * rows - firstRow - 1;
    ranges[script] = { firstLanguage, endLanguage: firstLanguage + languages.length, firstRow, endRow };
    firstRow = endRow + 1;
    firstLanguage += languages.length;
    firstEntry += entries;
    firstCell += rows * languages.length;
  }
  return {
    rowOf,
    starts,
    entries: new Uint16Array(firstEntry),
    tags: MODEL_GROUPS.flatMap((group) => group.languages),
    priors: MODEL_GROUPS.flatMap((group) => group.priors),
    norms: MODEL_GROUPS.flatMap((group) => group.norms),
    cells,
    cellStarts,
    ranges,
  };
}

/** Reads a group's hashes, written as steps; gives back where the next group's begin. */
function readHashes(text: string, from: number, rows: number, firstRow: number, rowOf: Uint16Array): number {
  let at = from;
  const take = (): number => {
    const code = text.charCodeAt(at++);
    return code - FIRST_SYMBOL - (code > BACKSLASH ? 1 : 0);
  };
  let hash = -1;
  for (let row = firstRow + 1; row <= firstRow + rows; row++) {
    const symbol = take();
    if (symbol < STEP_SHORT) hash += symbol;
    else if (symbol < SYMBOLS - 1) hash += STEP_SHORT + (symbol - STEP_SHORT) * SYMBOLS + take();
    else hash += (take() * SYMBOLS + take()) * SYMBOLS + take();
    rowOf[hash] = row;
  }
  return at;
}

/** Bytes of base64 text; `atob` is in every runtime. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
