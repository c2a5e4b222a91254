import type { Span } from "./article.ts";
import { decode } from "./encoding/decode.ts";
import { NewsdumpError } from "./errors.ts";
import { cleanAlone } from "./fields/line-cleaner.ts";
import { checkBytes } from "./typed-array.ts";
import { checkObject } from "./invalid-option.ts";

/**
 * The text a span stands for: its bytes cut from the input, decoded and cleaned as fields and paragraphs are.
 *
 * @param bytes - the whole dump
 * @param span - a span of one of its articles
 * @param encoding - the article's `provenance.encoding.name`
 * @param repairText - as the option of that name was when the dump was parsed; default `true`
 * @throws {@link NewsdumpError} with code `invalid-input` when the span is not within the bytes
 *
 * @example
 * ```ts
 * import { parseDump, readSpan } from "newsdump";
 *
 * const bytes = new TextEncoder().encode(" date 2025-11-11 EN\nRain fell.\n");
 * const [article] = parseDump(bytes).articles;
 * const { paragraphs, encoding } = article!.provenance;
 * readSpan(bytes, paragraphs[0]!, encoding.name); // "Rain fell."
 * ```
 */
export function readSpan(bytes: Uint8Array, span: Span, encoding: string, repairText = true): string {
  const { byteStart, byteEnd } = checkObject("span", span);
  checkBytes(bytes, "a span is read from a Uint8Array");
  if (!Number.isInteger(byteStart) || !Number.isInteger(byteEnd) || !(byteStart >= 0 && byteStart <= byteEnd && byteEnd <= bytes.length)) {
    throw new NewsdumpError("invalid-input", "the span is not within the bytes");
  }
  return cleanAlone(decode(bytes.subarray(byteStart, byteEnd), encoding).text, repairText);
}
