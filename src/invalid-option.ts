import { quoted, valueText } from "./error-text.ts";
import { NewsdumpError } from "./errors.ts";
import { hasLoneSurrogate } from "./text/well-formed.ts";

/** The error for an option, with its name, the rule it breaks, and the value unless that is `undefined`. */
export function invalidOption(name: string, rule: string, value?: unknown): NewsdumpError {
  return new NewsdumpError("invalid-option", `${name} ${rule}${value === undefined ? "" : `, not ${valueText(value)}`}`);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws {@link NewsdumpError} when it is none */
export function checkObject<Value>(name: string, value: Value): Value {
  if (!isObject(value)) throw invalidOption(name, "must be an object", value === undefined ? "undefined" : value);
  return value;
}

/** @throws {@link NewsdumpError} when it is neither left out nor of the type */
export function checkType<Value>(name: string, value: Value, type: "string" | "boolean" | "function"): Value {
  if (value === undefined || typeof value === type) return value;
  throw invalidOption(name, `must be a ${type}`, value);
}

/**
 * A list, empty when it is left out; what it holds is not looked at.
 *
 * @throws {@link NewsdumpError} when it is none
 */
export function checkList<Entry>(name: string, value: readonly Entry[] | undefined): readonly Entry[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidOption(name, "must be a list", value);
  return value as readonly Entry[];
}

/** Name of a format or noise rule; example: `date-header`. */
const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws {@link NewsdumpError} when what is declared is no object with such a name */
export function checkKebabName(what: string, declared: { readonly name: string }): void {
  const { name } = checkObject(what, declared);
  if (!KEBAB_CASE.test(name)) throw new NewsdumpError("invalid-option", `${what}'s name must be kebab-case, not ${quoted(name)}`);
}

/** Whether a value can be a name of something; names stand in the results. */
export function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !hasLoneSurrogate(value);
}
