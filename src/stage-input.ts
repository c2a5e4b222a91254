import { NewsdumpError } from "./errors.ts";

// What the stages that stand alone are given. Bytes have checks of their own.

/** @throws {@link NewsdumpError} when it is no string; `rule` names it */
export function checkText(text: unknown, rule: string): void {
  if (typeof text !== "string") throw new NewsdumpError("invalid-input", `${rule}, not ${kindOf(text)}`);
}

/** @throws {@link NewsdumpError} when it is no list of strings; `rule` names it */
export function checkTexts(texts: unknown, rule: string): void {
  if (!Array.isArray(texts)) throw new NewsdumpError("invalid-input", `${rule}, not ${kindOf(texts)}`);
  for (const text of texts) checkText(text, rule);
}

export function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}
