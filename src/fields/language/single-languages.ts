import { SCRIPT } from "./scripts.ts";

/** The language of each script that, in news, one language is written in. */
export const SINGLE_LANGUAGES: ReadonlyMap<number, string> = new Map([
  [SCRIPT.TIFINAGH, "zgh"],
  [SCRIPT.HANGUL, "ko"],
  [SCRIPT.GREEK, "el"],
  [SCRIPT.ARMENIAN, "hy"],
  [SCRIPT.SYRIAC, "syr"],
  [SCRIPT.THAANA, "dv"],
  [SCRIPT.NKO, "nqo"],
  [SCRIPT.GURMUKHI, "pa"],
  [SCRIPT.GUJARATI, "gu"],
  [SCRIPT.ODIA, "or"],
  [SCRIPT.TAMIL, "ta"],
  [SCRIPT.TELUGU, "te"],
  [SCRIPT.KANNADA, "kn"],
  [SCRIPT.MALAYALAM, "ml"],
  [SCRIPT.SINHALA, "si"],
  [SCRIPT.THAI, "th"],
  [SCRIPT.LAO, "lo"],
  [SCRIPT.GEORGIAN, "ka"],
  [SCRIPT.CHEROKEE, "chr"],
  [SCRIPT.SYLLABICS, "iu"],
  [SCRIPT.KHMER, "km"],
  [SCRIPT.MONGOLIAN, "mn-Mong"],
  [SCRIPT.OL_CHIKI, "sat"],
  [SCRIPT.MEETEI, "mni-Mtei"],
]);
