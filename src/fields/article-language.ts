import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { PlacedText } from "./body.ts";
import { detectLanguage, type LanguageGuess } from "./language.ts";
import { parseLanguageLabel } from "./language-label.ts";

/** What an article says of its language. */
export interface ArticleLanguage {
  readonly language: string;
  readonly confidence: number;
  readonly declared: string | null;
}

/** From this confidence on a detected language contradicts a declared one. */
const STRONG_EVIDENCE = 0.5;
/** Characters given to the detector. */
const SAMPLE_LENGTH = 2000;

/** Detects the language of the text and holds the declared one against it; both are kept. */
export function readLanguage(
  paragraphs: readonly PlacedText[],
  title: string | null,
  label: string | null,
  diagnostics: Diagnostic[],
): ArticleLanguage {
  const tag = label === null ? null : parseLanguageLabel(label);
  if (label !== null && tag === null)
    diagnostics.push(createDiagnostic("unknown-language-label", `${JSON.stringify(label)} is no language label`));
  const guess = detectLanguage(sampleText(paragraphs, title));
  if (guess.language === "und") diagnostics.push(createDiagnostic("language-undetermined", "the text gives no evidence of its language"));
  else if (tag !== null && contradicts(guess, tag)) {
    diagnostics.push(createDiagnostic("language-mismatch", `declared ${tag}, but the text is ${guess.language}`));
  }
  return { language: guess.language, confidence: guess.confidence, declared: tag ?? label };
}

/** A declared language that is not even an alternative is contradicted whatever the confidence. */
function contradicts({ language, confidence, alternatives }: LanguageGuess, declared: string): boolean {
  if (primary(declared) === primary(language)) return false;
  return confidence >= STRONG_EVIDENCE || alternatives.every((alternative) => primary(alternative.language) !== primary(declared));
}

function sampleText(paragraphs: readonly PlacedText[], title: string | null): string {
  let sample = "";
  for (const { text } of paragraphs) {
    if (sample.length >= SAMPLE_LENGTH) break;
    sample += `${text}\n`;
  }
  return sample === "" ? (title ?? "") : sample;
}

function primary(tag: string): string {
  return tag.split("-")[0]!;
}
