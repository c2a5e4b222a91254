import { parseArgs } from "node:util";
import { CommandError, EXIT } from "./io.ts";

/** One option of a command; those without a value are switches. */
interface OptionSpec {
  readonly takesValue: boolean;
  readonly short?: string;
}

/** Options by their long name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command's arguments after checking. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  /** The option's value, or `null` when it was not given. */
  value(name: string): string | null;
  /** All values of an option that may stand more than once. */
  values(name: string): readonly string[];
  has(name: string): boolean;
}

/** Options every command has. */
export const COMMON_OPTIONS = { help: { takesValue: false, short: "h" } } as const satisfies OptionSpecs;

/**
 * Reads a command's arguments.
 *
 * @throws {@link CommandError} that names the option and, for a misspelt one, the nearest that exists
 */
export function readArguments(argv: readonly string[], specs: OptionSpecs): CommandArguments {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { takesValue, short }]) => [
        name,
        { type: takesValue ? ("string" as const) : ("boolean" as const), ...(short === undefined ? {} : { short }) },
      ]),
    ),
    strict: false, // its own messages do not name what was meant
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, (string | true)[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      const meant = suggest(rawName.replace(/^-+/, ""), Object.keys(specs), "--");
      throw new CommandError(EXIT.usage, `unknown option ${rawName}${meant}`);
    }
    if (!spec.takesValue && value !== undefined) throw new CommandError(EXIT.usage, `${rawName} takes no value`);
    const isNextOption = inlineValue === false && value !== undefined && value.length > 1 && value.startsWith("-");
    if (spec.takesValue && (value === undefined || value === "" || isNextOption))
      throw new CommandError(EXIT.usage, `${rawName} needs a value`);
    values.set(name, [...(values.get(name) ?? []), value ?? true]);
  }
  const textsOf = (name: string): string[] => (values.get(name) ?? []).filter((value) => value !== true);
  return {
    positionals,
    has: (name) => values.has(name),
    value: (name) => textsOf(name).at(-1) ?? null,
    values: textsOf,
  };
}

const WHOLE_NUMBER = /^\d{1,15}$/;

/**
 * Reads the value of an option that counts something.
 *
 * @throws {@link CommandError} that names the option and the value
 */
export function readWholeNumber(option: string, value: string): number {
  if (WHOLE_NUMBER.test(value)) return Number(value);
  throw new CommandError(EXIT.usage, `--${option} must be a whole number from 0 on, not ${value}`);
}

/** ` (did you mean balanced?)`, or nothing when no candidate is near; `prefix` stands before the candidate. */
export function suggest(word: string, candidates: readonly string[], prefix = ""): string {
  const nearest = findNearest(word, candidates);
  return nearest === null ? "" : ` (did you mean ${prefix}${nearest}?)`;
}

/** Changes of one letter up to which a word is taken for a misspelling of another. */
const MOST_CHANGES = 2;

/** The candidate a word is most likely a misspelling or a beginning of, or `null`. */
export function findNearest(word: string, candidates: readonly string[]): string | null {
  const beginning = word.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(word));
  if (beginning !== undefined) return beginning;
  let nearest: string | null = null;
  let fewest = Math.min(MOST_CHANGES, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    const changes = countChanges(word, candidate);
    if (changes >= fewest) continue;
    fewest = changes;
    nearest = candidate;
  }
  return nearest;
}

/** Levenshtein distance, row by row. */
function countChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index++) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column++) {
      const replaced = row[column]! + (from[index] === to[column] ? 0 : 1);
      next.push(Math.min(replaced, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
