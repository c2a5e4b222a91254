import { findByteOrderMark } from "./bom.ts";
import { findDeclaredEncoding } from "./declared.ts";
import { decode } from "./decode.ts";
import { confirmExpected } from "./expected.ts";
import { plainGuess, type EncodingGuess } from "./guess.ts";
import { canonicalEncoding } from "./labels.ts";
import { checkPrior, type EncodingPrior } from "./prior.ts";
import { countBytes } from "./sample.ts";
import { findSevenBitEncoding } from "./seven-bit.ts";
import { detectByStatistics } from "./statistics.ts";
import { isSurelyUtf8, surveyUtf8 } from "./utf8.ts";
import { findWideEncoding } from "./wide.ts";
import { checkBytes } from "../typed-array.ts";
import { checkObject, checkType } from "../invalid-option.ts";

/** What is known about a record besides its bytes. */
export interface DetectEncodingOptions {
  /** Label that a header, markup or a person gave. Evidence, not truth; unknown labels are ignored. */
  declared?: string | undefined;
  /** What the other records of the dump were, see {@link createEncodingPrior}. */
  prior?: EncodingPrior | undefined;
  /** BCP 47 tag of the language the text is expected in; decides between encodings that fit about equally. */
  hint?: string | undefined;
}

/** So many high sequences may be damage in a text that is written with ASCII bytes only. */
const STRAY_BYTES = 3;
/** Up to one bad sequence for this many good ones is damage to UTF-8, not another encoding. */
const GOOD_SEQUENCES_PER_BAD = 4;

/** A text that reads as the dump lets expect: none of 1,348 such answers was wrong. */
const EXPECTED_CONFIDENCE = 0.999;

/**
 * The encoding of a text's bytes, decided by evidence: a byte order mark; no high bytes at all (then escapes of
 * ISO-2022 or HZ, else ASCII, which is UTF-8); code units of UTF-16 or UTF-32; validity as UTF-8 over all
 * bytes; and for the rest the plausibility of the text that each candidate encoding gives, by letter
 * statistics of about fifty languages. Never throws on any bytes. A pure function of its arguments.
 *
 * A valid UTF-8 text beats a declaration; a declaration beats statistics unless the text it gives is
 * impossible; `declaredRejected` says so.
 *
 * @param bytes - one record, or any other text of one encoding
 * @param options - what is known besides
 * @throws {@link NewsdumpError} with code `invalid-input` when there are no bytes, `invalid-option` when an option is wrong
 *
 * @example
 * ```ts
 * import { detectEncoding } from "newsdump";
 *
 * detectEncoding(new TextEncoder().encode("Новости")).encoding; // "utf-8"
 * detectEncoding(new Uint8Array([0xcd, 0xee, 0xe2, 0xee, 0xf1, 0xf2, 0xe8])).encoding; // "windows-1251"
 * ```
 */
export function detectEncoding(bytes: Uint8Array, options: DetectEncodingOptions = {}): EncodingGuess {
  const label = checkType("declared", checkObject("options", options).declared, "string");
  checkType("hint", options.hint, "string");
  checkPrior("prior", options.prior);
  const own = checkBytes(bytes, "an encoding is told from a Uint8Array");
  const declared = label === undefined ? null : canonicalEncoding(label);
  const guess = detectWithout(own, declared, options);
  if (declared === null) return guess;
  return { ...guess, declared, declaredRejected: !decodesAlike(own, guess, declared) };
}

function decodesAlike(bytes: Uint8Array, guess: EncodingGuess, declared: string): boolean {
  if (guess.encoding === declared) return true;
  try {
    return decode(bytes, declared).text === decode(bytes, guess.encoding).text;
  } catch {
    return false; // the runtime cannot decode one of them
  }
}

function detectWithout(bytes: Uint8Array, declared: string | null, options: DetectEncodingOptions): EncodingGuess {
  const marked = findByteOrderMark(bytes);
  if (marked !== null) return plainGuess(marked, 1, "bom");
  const utf8 = surveyUtf8(bytes);
  const wide = isSurelyUtf8(bytes, utf8) ? null : findWideEncoding(bytes);
  if (wide !== null) return plainGuess(wide, 0.98, "nul-pattern");
  const high = utf8.good + utf8.bad + utf8.lost;
  if (high <= STRAY_BYTES) {
    const escaped = findSevenBitEncoding(bytes);
    if (escaped !== null) return plainGuess(escaped, 0.98, "escapes");
    if (high === 0) return plainGuess("utf-8", 1, "ascii");
  }
  if (utf8.bad === 0) return plainGuess("utf-8", 1, "utf-8-valid");
  if (utf8.good >= utf8.bad * GOOD_SEQUENCES_PER_BAD) return plainGuess("utf-8", 0.95, "utf-8-damaged");
  const counts = countBytes(bytes);
  if (options.prior !== undefined && declared === null && options.hint === undefined) {
    const expected = confirmExpected(bytes, counts, options.prior);
    if (expected !== null) return { ...plainGuess(expected.encoding, EXPECTED_CONFIDENCE, "statistics"), language: expected.language };
  }
  return detectByStatistics(bytes, counts, {
    declared,
    inMarkup: findDeclaredEncoding(bytes),
    prior: options.prior,
    hint: options.hint,
  });
}
