import { valueText } from "./error-text.ts";
import { NewsdumpError } from "./errors.ts";

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
