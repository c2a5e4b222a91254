import { findByteOrderMark } from "./bom.ts";
import type { Decoded } from "./decode.ts";
import { detectEncoding, type DetectEncodingOptions } from "./detect.ts";
import { plainGuess, type EncodingGuess } from "./guess.ts";
import { startsAsUtf8 } from "./utf8.ts";
import { findWideEncoding } from "./wide.ts";

/** A record's encoding, and its text where that was a by-product of the look. */
export interface DetectedText {
  guess: EncodingGuess;
  /** What `decode` would give; absent where the bytes have not been decoded. */
  decoded?: Decoded | undefined;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** What the seven-bit encodings cannot do without: escape, shift out, and the tilde of HZ. */
const SEVEN_BIT_MARKS = ["\u001b", "\u000e", "~"];
/** UTF-16 units that up to three sequences, which may be stray bytes, save at most. */
const FEW_UNITS_SAVED = 6;

/**
 * The answer of {@link detectEncoding}, in one pass where the bytes are UTF-8: the platform's decoder validates
 * while it decodes, and is the fastest test of both.
 */
export function detectAndDecode(bytes: Uint8Array, options: DetectEncodingOptions): DetectedText {
  const text = options.declared === undefined && startsAsUtf8(bytes) ? decodeUtf8(bytes) : null;
  if (text === null) return { guess: detectEncoding(bytes, options) };
  const isAscii = text.length === bytes.length;
  return { guess: plainGuess("utf-8", 1, isAscii ? "ascii" : "utf-8-valid"), decoded: { text, encoding: "utf-8", invalid: null } };
}

/** The text of bytes that are UTF-8 beyond doubt, `null` for all others. */
function decodeUtf8(bytes: Uint8Array): string | null {
  if (findByteOrderMark(bytes) !== null) return null;
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    return null;
  }
  if (bytes.length - text.length <= FEW_UNITS_SAVED && SEVEN_BIT_MARKS.some((mark) => text.includes(mark))) return null;
  return findWideEncoding(bytes) === null ? text : null;
}
