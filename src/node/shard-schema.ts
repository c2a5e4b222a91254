import { canonicalEncoding } from "../encoding/labels.ts";
import { isObject } from "../invalid-option.ts";
import { DATE_ORDERS } from "../options.ts";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value !== "";
const isFlag: Check = (value) => typeof value === "boolean";
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isAbsent: Check = (value) => value === undefined;
const is =
  (wanted: unknown): Check =>
  (value) =>
    value === wanted;
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const hasAll =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && findWrong(value as Record<string, unknown>, fields) === null;

const isPrior = hasAll({ counts: (value) => isObject(value) && Object.values(value).every(isCount) });
const isGuess = hasAll({
  encoding: (value) => typeof value === "string" && canonicalEncoding(value) === value,
  confidence: (value) => typeof value === "number",
  evidence: isText,
  alternatives: listOf(isObject),
  language: either(isText, is(null)),
  declared: either(isText, is(null)),
  declaredRejected: isFlag,
});

/** What cannot be written as JSON, functions, is no option of a shard; the others are checked where all options are. */
const isOptions = hasAll({
  format: either(isText, isAbsent),
  formats: isAbsent,
  extraNoiseRules: isAbsent,
  declaredEncoding: either(isText, isAbsent),
  encodingPrior: either(isPrior, isAbsent),
});

const HEAD = { version: is(1), shard: isCount, options: isOptions };
const FILES = { ...HEAD, paths: listOf(isText) };
const RANGE = {
  ...HEAD,
  path: isText,
  size: isCount,
  start: isCount,
  end: isCount,
  base: hasAll({ lines: isCount, records: isCount }),
  plan: hasAll({
    format: isText,
    isFallback: isFlag,
    encoding: either(isGuess, is(null)),
    prior: either(isPrior, is(null)),
    dateOrder: either((value) => DATE_ORDERS.has(value as string), is(null)),
  }),
};

/** Name of the first field of a shard that is not as one is written; `null` when all are. */
export function findWrongField(shard: unknown): string | null {
  if (!isObject(shard)) return "form";
  const fields = shard as Record<string, unknown>;
  if (fields["kind"] === "files") return findWrong(fields, FILES);
  if (fields["kind"] !== "range") return "kind";
  const wrong = findWrong(fields, RANGE);
  if (wrong !== null) return wrong;
  const { start, end, size } = fields as Record<string, number>; // checked above
  return end! > size! ? "end" : start! > end! ? "start" : null;
}

function findWrong(value: Record<string, unknown>, fields: Readonly<Record<string, Check>>): string | null {
  return Object.entries(fields).find(([name, check]) => !check(value[name]))?.[0] ?? null;
}
