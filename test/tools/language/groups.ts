import { SCRIPT } from "../../../src/fields/language/scripts.ts";
import { TRAINED_LANGUAGES, type TrainedLanguage } from "./languages.ts";

/** Languages of one script, which compete with each other and with no one else. */
export interface Group {
  readonly script: number;
  /** Features its table may hold. */
  readonly rows: number;
  readonly languages: readonly TrainedLanguage[];
}

const ROWS: readonly (readonly [script: number, code: string, rows: number])[] = [
  [SCRIPT.CYRILLIC, "Cyrl", 9000],
  [SCRIPT.ARABIC, "Arab", 5000],
  [SCRIPT.DEVANAGARI, "Deva", 3000],
  [SCRIPT.BENGALI, "Beng", 600],
  [SCRIPT.HEBREW, "Hebr", 400],
  [SCRIPT.ETHIOPIC, "Ethi", 600],
  [SCRIPT.TIBETAN, "Tibt", 600],
  [SCRIPT.MYANMAR, "Mymr", 200],
  [SCRIPT.HAN, "Hani", 4000],
  [SCRIPT.LATIN, "Latn", 25_000],
];

/** The groups of the model; the first to name a hash keeps it. */
export const GROUPS: readonly Group[] = ROWS.map(([script, code, rows]) => ({
  script,
  rows,
  languages: TRAINED_LANGUAGES.filter((language) => scriptCode(language) === code),
}));

function scriptCode(language: TrainedLanguage): string {
  if (language.transliterate === "serbian-latin") return "Latn";
  if (language.transliterate === "uzbek-cyrillic") return "Cyrl";
  const code = language.sources[0]!.slice(-4);
  return ["Hans", "Hant", "Jpan"].includes(code) ? "Hani" : code;
}
