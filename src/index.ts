/**
 * Any news dump in, validated articles out, every byte accounted for.
 *
 * @module newsdump
 */

// Ways in
export { parseDump, type ParsedDump } from "./parse.ts";
export { articleStream, readDump, type ByteSource, type DumpReader, type ReadOptions, type StreamOptions } from "./read.ts";
export type { AbortOptions } from "./abort.ts";
export type { Limits } from "./limits.ts";
export type { LargeRecords, ParseOptions } from "./options.ts";

// What comes out
export { articleJsonSchema, articleSchema } from "./article-schema.ts";
export type { Article, ArticleEncoding, DateSource, Provenance, Removal, Span } from "./article.ts";
export type { DumpResult, Rejected } from "./result.ts";
export type { DateRange, LineCounts, Report } from "./report.ts";
export { readSpan } from "./read-span.ts";

// What it says about the input
export {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticEntry,
  type RejectReason,
  type Severity,
} from "./diagnostics.ts";
export { NewsdumpError, type ErrorCode } from "./errors.ts";

// Formats
export {
  defineTextFormat,
  type FormatSample,
  type HeaderFieldName,
  type LineView,
  type RecordContext,
  type RecordHeader,
  type TextFormat,
  type TextRange,
} from "./formats/format.ts";
export { detectFormat, type FormatGuess } from "./formats/detect.ts";

// Each stage alone
export {
  canonicalEncoding,
  createEncodingPrior,
  decode,
  detectEncoding,
  findDeclaredEncoding,
  repairLostEscapes,
  repairMojibake,
  type Decoded,
  type DetectEncodingOptions,
  type EncodingAlternative,
  type EncodingEvidence,
  type EncodingGuess,
  type EncodingPrior,
  type InvalidBytes,
  type LostEscapesRepair,
  type MojibakeRepair,
} from "./encoding/index.ts";
export { profileDump } from "./profile-dump.ts";
export { mergeProfiles, readProfile, writeProfile, type NoiseProfile } from "./noise/profile.ts";
export type { SketchLevel } from "./noise/profile-sketch.ts";
export type { NoiseLevel, NoiseOptions } from "./noise/noise-options.ts";
export { stripNoise, type KeptLine, type RemovedLine, type StrippedLines } from "./noise/strip.ts";
export { defineNoiseRule, type NoiseLine, type NoiseRule } from "./noise/rule.ts";
export { noiseRules } from "./noise/rules/index.ts";
export {
  LANGUAGES,
  detectArticleLanguage,
  detectLanguage,
  type ArticleLanguageGuess,
  type LanguageAlternative,
  type LanguageGuess,
  type LanguageOptions,
  type SecondLanguage,
} from "./fields/language/index.ts";
export { parseLanguageLabel } from "./fields/language-label.ts";
export type { DateOrder } from "./fields/date/evidence.ts";
export { parseDate, type ParsedDate, type ParseDateOptions } from "./fields/date.ts";
