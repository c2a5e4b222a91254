import { LINE_END } from "../lines/scan.ts";
import { detectEncoding } from "../encoding/detect.ts";
import { decode } from "../encoding/decode.ts";
import { checkFormat, formatFailed, type FormatSample, type TextFormat } from "./format.ts";
import { builtInFormats } from "./index.ts";
import { checkBytes } from "../typed-array.ts";
import { checkList } from "../invalid-option.ts";
import { valueText } from "../error-text.ts";

/** What {@link detectFormat} gives back. */
export interface FormatGuess {
  /** Name of the format that scored highest. */
  format: string;
  /** Its score, 0…1. */
  confidence: number;
}

/** Scores up to this say only that nothing speaks against a format. */
const FALLBACK_SCORE = 0.1;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The format a dump is written in, by its head.
 *
 * @param sample - the dump or its first 64 KiB, as bytes or text
 * @param formats - formats of the caller's own that compete with the built-in ones
 *
 * @example
 * ```ts
 * import { detectFormat } from "newsdump";
 *
 * detectFormat(" date 2025-11-11 EN\nHeadline\n").format; // "date-header"
 * detectFormat("Title: Headline\nDate: 2025-11-11\n\nText.").format; // "key-value"
 * ```
 */
export function detectFormat(sample: Uint8Array | string, formats: readonly TextFormat[] = []): FormatGuess {
  const own = checkList("formats", formats).map(checkFormat);
  const text = typeof sample === "string" ? sample : decodeSample(checkBytes(sample, "a sample must be a Uint8Array or a string"));
  const { format, confidence } = detectFormatOf(text, [...own, ...builtInFormats]);
  return { format: format.name, confidence };
}

function decodeSample(sample: Uint8Array): string {
  return decode(sample, detectEncoding(sample).encoding).text;
}

/** The best of the formats for a decoded sample; of equals the first. A sample without text fits them all. */
export function detectFormatOf(
  sample: string,
  formats: readonly TextFormat[],
): { format: TextFormat; confidence: number; isFallback: boolean } {
  const text = sample.startsWith(BYTE_ORDER_MARK) ? sample.slice(1) : sample;
  const lines = text.split(LINE_END);
  let best = { format: builtInFormats[0]!, confidence: 0 };
  for (const format of formats) {
    const confidence = scoreOf(format, { text, lines });
    if (confidence > best.confidence) best = { format, confidence };
  }
  return { ...best, isFallback: best.confidence <= FALLBACK_SCORE && text.trim() !== "" };
}

function scoreOf(format: TextFormat, sample: FormatSample): number {
  let score: unknown;
  try {
    score = format.detect(sample);
  } catch (error) {
    throw formatFailed(format, "detect", error);
  }
  if (typeof score !== "number" || !(score >= 0 && score <= 1)) throw formatFailed(format, "detect", `it gives ${valueText(score)}`);
  return score;
}
