/**
 * Encodings alone: detection, decoding, repair of text that was decoded wrongly.
 *
 * @module newsdump/encoding
 */
export { findByteOrderMark } from "./bom.ts";
export { findDeclaredEncoding } from "./declared.ts";
export { decode, type Decoded } from "./decode.ts";
export { detectEncoding, type DetectEncodingOptions } from "./detect.ts";
export type { EncodingAlternative, EncodingEvidence, EncodingGuess } from "./guess.ts";
export { canonicalEncoding, unitBytes } from "./labels.ts";
export { createEncodingPrior, type EncodingPrior } from "./prior.ts";
export { findInvalidUtf8, type InvalidBytes } from "./utf8.ts";
export { findWideEncoding } from "./wide.ts";
export { repairLostEscapes, type LostEscapesRepair } from "./lost-escapes.ts";
export { repairMojibake, type MojibakeRepair } from "./mojibake.ts";
