import { PACKED_SCRIPTS, PACKED_SETS, RAREST_LEVEL } from "./model.generated.ts";
import { createLevelReader } from "./unpack.ts";

/** Scripts that legacy single-byte encodings write. Vietnamese has its own: letters and tones apart. */
export type Script = (typeof PACKED_SCRIPTS)[number]["script"];

/** What letter follows which in one language. */
export interface LanguageModel {
  /** BCP 47 tag. */
  language: string;
  /** Level (see `PAIR_STEP`) of the pair at `first * CLASSES + second`. */
  levels: Uint8Array;
}

/** The letters of a script and its languages. */
export interface ScriptModel {
  /** Class of a lower-case letter, 1…{@link FOREIGN} - 1. Class 0 is everything that is not a letter. */
  classes: ReadonlyMap<string, number>;
  languages: readonly LanguageModel[];
}

/** Size of a row of {@link LanguageModel.levels}. */
export const CLASSES = 128;
/** Class of a letter that no language of the script has. */
export const FOREIGN = CLASSES - 1;
/** No level to predict from, see `test/tools/encoding/train.mjs`. */
const UNKNOWN = 16;
const LATIN = "abcdefghijklmnopqrstuvwxyz";

const scripts = new Map<Script, ScriptModel>();

/** Model of a script, unpacked at first use (about 5 ms for all of them). */
export function scriptModel(script: Script): ScriptModel {
  let model = scripts.get(script);
  if (model === undefined) {
    model = unpackScript(script);
    scripts.set(script, model);
  }
  return model;
}

/** The same, made anew. */
export function unpackScript(script: Script): ScriptModel {
  const { languages: list, packed } = PACKED_SCRIPTS.find((entry) => entry.script === script)!;
  const plain = script === "latin" || script === "vietnamese" ? LATIN : "";
  const classes = new Map<string, number>();
  const alphabets = list.split(" ").map((entry) => {
    const [language = "", own = ""] = entry.split(":");
    const alphabet = [0];
    for (const letter of plain + parseRanges(own)) {
      if (!classes.has(letter)) classes.set(letter, classes.size + 1);
      alphabet.push(classes.get(letter)!);
    }
    return { language, alphabet };
  });
  const readLevel = createLevelReader(packed, 32 + 16 * 17);
  let singlesBefore: Uint8Array = new Uint8Array(CLASSES).fill(UNKNOWN);
  let pairsBefore: Uint8Array = new Uint8Array(CLASSES * CLASSES).fill(UNKNOWN);
  const languages = alphabets.map(({ language, alphabet }) => {
    const singles = new Uint8Array(CLASSES).fill(UNKNOWN);
    const pairs = new Uint8Array(CLASSES * CLASSES).fill(UNKNOWN);
    for (const letter of alphabet) singles[letter] = readLevel(singlesBefore[letter]!);
    for (const first of alphabet) {
      for (const second of alphabet) {
        const at = first * CLASSES + second;
        pairs[at] = readLevel(32 + singles[second]! * 17 + pairsBefore[at]!);
      }
    }
    singlesBefore = singles;
    pairsBefore = pairs;
    return { language, levels: fillForeign(singles, pairs) };
  });
  return { classes, languages };
}

/** Letters of a list of hexadecimal code points and ranges. */
function parseRanges(list: string): string {
  let letters = "";
  for (const range of list.split(",").filter((part) => part !== "")) {
    const [from = 0, to = from] = range.split("-").map((code) => parseInt(code, 16));
    for (let code = from; code <= to; code++) letters += String.fromCharCode(code);
  }
  return letters;
}

const bounds = new Map<string, Uint8Array>();

/** The lowest level of each pair in any of some languages of a script: a bound for all of them at once. */
export function lowestLevels(script: Script, names: ReadonlyMap<string, unknown>): Uint8Array {
  const key = `${script} ${[...names.keys()].join(" ")}`;
  let lowest = bounds.get(key);
  if (lowest === undefined) {
    lowest = findLowest(script, names);
    bounds.set(key, lowest);
  }
  return lowest;
}

/** The same, made anew. */
export function findLowest(script: Script, names: ReadonlyMap<string, unknown>): Uint8Array {
  const lowest = new Uint8Array(CLASSES * CLASSES).fill(255);
  for (const { language, levels } of scriptModel(script).languages) {
    if (!names.has(language)) continue;
    for (let at = 0; at < lowest.length; at++) if (levels[at]! < lowest[at]!) lowest[at] = levels[at]!;
  }
  return lowest;
}

/** Levels of the pairs with a foreign letter: its own price, and after it the letter's own frequency. */
function fillForeign(singles: Uint8Array, pairs: Uint8Array): Uint8Array {
  const levels = pairs.slice();
  for (let first = 0; first < CLASSES; first++) {
    for (let second = 0; second < CLASSES; second++) {
      const at = first * CLASSES + second;
      if (levels[at] !== UNKNOWN) continue;
      levels[at] = singles[second] === UNKNOWN ? RAREST_LEVEL : singles[second]!;
    }
  }
  levels[0] = 0;
  return levels;
}

/** East Asian sets of two bytes a character. */
export type CellSet = keyof typeof PACKED_SETS;

/** Level of a cell that holds no character. */
export const EMPTY_CELL = 15;

/** Lead bytes and cells of a row, as the trainer went through them. */
export const SET_SHAPES: Readonly<Record<CellSet, { first: number; last: number; cells: number }>> = {
  gb: { first: 0xa1, last: 0xf7, cells: 94 },
  big5: { first: 0xa1, last: 0xf9, cells: 157 },
  jis: { first: 0xa1, last: 0xf4, cells: 94 },
  ksx: { first: 0xa1, last: 0xfd, cells: 94 },
};

const sets = new Map<CellSet, Uint8Array>();

/** Levels (see `CELL_STEP`) of the cells of a set, row by row, {@link EMPTY_CELL} where none is. */
export function cellLevels(set: CellSet): Uint8Array {
  let levels = sets.get(set);
  if (levels === undefined) {
    levels = unpackCells(set);
    sets.set(set, levels);
  }
  return levels;
}

/** The same, made anew. */
export function unpackCells(set: CellSet): Uint8Array {
  const { first, last, cells } = SET_SHAPES[set];
  const levels = new Uint8Array((last - first + 1) * cells);
  const readLevel = createLevelReader(PACKED_SETS[set], 256);
  let before = 0;
  let earlier = 0;
  for (let at = 0; at < levels.length; at++) {
    const level = readLevel(before * 16 + earlier);
    levels[at] = level;
    earlier = before;
    before = level;
  }
  return levels;
}
