/** What the decision about an encoding rests on, strongest first. */
export type EncodingEvidence =
  /** The caller named the encoding and it was obeyed without a look. */
  | "option"
  /** The dump was given as a string, decoded already. */
  | "string"
  /** A byte order mark at the head. */
  | "bom"
  /** No byte above 0x7F: ASCII, which is UTF-8. */
  | "ascii"
  /** Escapes or shifts of ISO-2022-JP, -KR, -CN or HZ that the whole record agrees with. */
  | "escapes"
  /** Code units of UTF-16 or UTF-32 in one byte order. */
  | "nul-pattern"
  /** Valid as UTF-8, with at least one multi-byte character. */
  | "utf-8-valid"
  /** Nearly all multi-byte sequences are valid UTF-8; the rest is damage. */
  | "utf-8-damaged"
  /** A declaration, which the text does not contradict. */
  | "declared"
  /** Letter statistics of the text that the bytes give. */
  | "statistics"
  /** Nothing speaks for any encoding; the value is a fallback. */
  | "none";

/** A candidate that was not chosen. */
export interface EncodingAlternative {
  /** Canonical name. */
  encoding: string;
  /** 0…1. */
  confidence: number;
}

/** What {@link detectEncoding} gives back. */
export interface EncodingGuess {
  /** Canonical name, as {@link decode} takes it. */
  encoding: string;
  /**
   * 0…1: the chance that decoding with `encoding` gives the true text; 1 where the bytes prove it. Of the
   * statistical answers around 0.9 about nine in ten are right, measured on clean, damaged and very short texts of
   * the languages that the statistics know. At most 0.7 where no encoding gives a sound text throughout, and 0.5
   * where a part is plainly of another encoding than the whole.
   */
  confidence: number;
  /** What the answer rests on. */
  evidence: EncodingEvidence;
  /** Candidates that would give another text, best first; empty where the bytes prove the answer. */
  alternatives: EncodingAlternative[];
  /** BCP 47 tag of the language whose letters decided, `null` when none did. Not a language detection. */
  language: string | null;
  /** Canonical name of the declared encoding; `null` when none was declared or its label is unknown. */
  declared: string | null;
  /** Whether the declared encoding would give another text than the one chosen. */
  declaredRejected: boolean;
}

/** A guess without alternatives and without a declaration. */
export function plainGuess(encoding: string, confidence: number, evidence: EncodingEvidence): EncodingGuess {
  return { encoding, confidence, evidence, alternatives: [], language: null, declared: null, declaredRejected: false };
}
