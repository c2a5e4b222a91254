import {
  createFillClasses,
  createRowContexts,
  LEVEL_BITS,
  levelContext,
  presenceContext,
  BACKSLASH,
  FIRST_SYMBOL,
  STEP_MIDDLE,
  STEP_SHORT,
  SYMBOLS,
} from "../../../src/fields/language/model-layout.ts";
import type { BitWriter } from "./range-encoder.ts";

/** Levels of a group: `levels[row * languages + language]`, 0 where the language has none. */
export interface LevelTable {
  readonly hashes: readonly number[];
  readonly levels: Uint8Array;
  readonly languages: number;
}

/** For each language the two before it whose weights stand in the same rows most; -1 for none. */
export function findParents({ hashes, levels, languages }: LevelTable): [number, number][] {
  const size = new Float64Array(languages);
  const common = new Float64Array(languages * languages);
  for (let row = 0; row < hashes.length; row++) {
    const present: number[] = [];
    for (let language = 0; language < languages; language++) if (levels[row * languages + language]! > 0) present.push(language);
    for (const language of present) {
      size[language]!++;
      for (const other of present) common[language * languages + other]!++;
    }
  }
  return Array.from({ length: languages }, (_, language) => {
    const earlier = [...Array(language).keys()];
    const likeness = (other: number): number => common[language * languages + other]! / Math.sqrt(size[language]! * size[other]! + 1);
    earlier.sort((a, b) => likeness(b) - likeness(a) || a - b);
    return [earlier[0] ?? -1, earlier[1] ?? -1];
  });
}

/** A group's hashes, ascending, as text: the step from each to the next as `readHashes` takes it. */
export function packHashes({ hashes }: LevelTable): string {
  let text = "";
  let last = -1;
  for (const hash of hashes) {
    text += packStep(hash - last)
      .map(toSymbol)
      .join("");
    last = hash;
  }
  return text;
}

function packStep(step: number): number[] {
  if (step < STEP_SHORT) return [step];
  const above = step - STEP_SHORT;
  if (step < STEP_MIDDLE) return [STEP_SHORT + Math.floor(above / SYMBOLS), above % SYMBOLS];
  return [SYMBOLS - 1, Math.floor(step / SYMBOLS ** 2), Math.floor(step / SYMBOLS) % SYMBOLS, step % SYMBOLS];
}

function toSymbol(value: number): string {
  const code = FIRST_SYMBOL + value;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

/** Writes a group's rows. */
export function writeRows(table: LevelTable, parents: readonly (readonly [number, number])[], writer: BitWriter): void {
  const fill = createFillClasses();
  const contexts = createRowContexts();
  for (let row = 0; row < table.hashes.length; row++) {
    const levels = table.levels.subarray(row * table.languages, (row + 1) * table.languages);
    let present = 0;
    for (let language = 0; language < table.languages; language++) {
      const [a, b] = parents[language]!;
      const first = a < 0 ? 0 : levels[a]!;
      const second = b < 0 ? 0 : levels[b]!;
      const level = levels[language]!;
      writer.write(contexts.presence, presenceContext(fill, first, second, present, language), level > 0 ? 1 : 0);
      if (level === 0) continue;
      present++;
      const tree = levelContext(first, second);
      let node = 1;
      for (let bit = LEVEL_BITS - 1; bit >= 0; bit--) {
        writer.write(contexts.level, tree + node, (level >> bit) & 1);
        node = (node << 1) | ((level >> bit) & 1);
      }
    }
  }
}
