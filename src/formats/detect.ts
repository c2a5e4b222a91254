import { LINE_END } from "../lines/scan.ts";
import { detectEncoding } from "../encoding/detect.ts";
import { decode } from "../encoding/decode.ts";
import { formatFailed, type FormatSample, type TextFormat } from "./format.ts";
import { builtInFormats } from "./index.ts";

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
  const text = typeof sample === "string" ? sample : decode(sample, detectEncoding(sample).encoding).text;
  const { format, confidence } = detectFormatOf(text, [...formats, ...builtInFormats]);
  return { format: format.name, confidence };
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
  try {
    return format.detect(sample);
  } catch (error) {
    throw formatFailed(format, "detect", error);
  }
}
