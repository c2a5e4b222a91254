import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { PlacedText } from "./placed.ts";
import { detectArticleLanguage, type LanguageGuess, type LanguageOptions } from "./language/index.ts";
import { parseLanguageLabel } from "./language-label.ts";

/** What an article says of its language. */
export interface ArticleLanguage {
  readonly language: string;
  readonly confidence: number;
  readonly declared: string | null;
}

/** From this confidence on a detected language contradicts a declared one. */
const STRONG_EVIDENCE = 0.8;
const UNDETERMINED: LanguageGuess = { language: "und", confidence: 0, alternatives: [], share: 0 };

/**
 * Detects the language of the text and holds the declared one against it; both are kept.
 *
 * @param options - `null` when languages are not to be detected
 */
export function readLanguage(
  paragraphs: readonly PlacedText[],
  title: string | null,
  label: string | null,
  options: LanguageOptions | null,
  diagnostics: Diagnostic[],
): ArticleLanguage {
  const tag = label === null ? null : parseLanguageLabel(label);
  if (label !== null && tag === null) {
    diagnostics.push(createDiagnostic("unknown-language-label", `${JSON.stringify(label)} is no language label`));
  }
  const guess = options === null ? UNDETERMINED : detect(paragraphs, title, options, diagnostics);
  if (tag !== null && guess.language !== "und" && contradicts(guess, tag)) {
    diagnostics.push(createDiagnostic("language-mismatch", `declared ${tag}, but the text is ${guess.language}`));
  }
  return { language: guess.language, confidence: guess.confidence, declared: tag ?? label };
}

function detect(
  paragraphs: readonly PlacedText[],
  title: string | null,
  options: LanguageOptions,
  diagnostics: Diagnostic[],
): LanguageGuess {
  const texts = paragraphs.length > 0 ? paragraphs.map((paragraph) => paragraph.text) : [title ?? ""];
  const { secondLanguage, ...guess } = detectArticleLanguage(texts, options);
  if (guess.language === "und") {
    diagnostics.push(createDiagnostic("language-undetermined", "the text gives no evidence of its language"));
  }
  if (secondLanguage !== null && paragraphs.length > 0) {
    const { language, share, paragraphs: places } = secondLanguage;
    const where = places.map((place) => place + 1).join(", ");
    const message = `${Math.round(share * 100)} % of the letters are ${language}: paragraphs ${where}`;
    diagnostics.push(createDiagnostic("second-language", message, paragraphs[places[0]!]!.span));
  }
  return guess;
}

/** A declared language that is not even an alternative is contradicted whatever the confidence. */
function contradicts({ language, confidence, alternatives }: LanguageGuess, declared: string): boolean {
  if (primary(declared) === primary(language)) return false;
  return confidence >= STRONG_EVIDENCE || alternatives.every((alternative) => primary(alternative.language) !== primary(declared));
}

function primary(tag: string): string {
  return tag.split("-")[0]!;
}
