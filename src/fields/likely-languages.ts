import { detectLanguage, type LanguageOptions } from "./language/index.ts";
import { parseLanguageLabel } from "./language-label.ts";

/** Lines shorter than this are labels and names. */
const SHORTEST_LINE = 40;
/** The detector reads some 600 letters. */
const SAMPLE_LENGTH = 1500;
/** Below this the text's language decides nothing. */
const SURE = 0.8;

/**
 * Tags of the languages a text may be in, the surest first: the one its letters show, in the declared tag's words
 * (which may name the country) where both agree. A declaration that the text contradicts does not count.
 *
 * @param options - `null` when languages are not to be detected
 */
export function likelyLanguages(lines: readonly string[], label: string | null, options: LanguageOptions | null): readonly string[] {
  const declared = label === null ? null : parseLanguageLabel(label);
  const guess = options === null ? null : detectLanguage(sampleOf(lines), options);
  if (guess === null || guess.language === "und" || guess.confidence < SURE) return declared === null ? [] : [declared];
  return [declared !== null && primary(declared) === primary(guess.language) ? declared : guess.language];
}

function sampleOf(lines: readonly string[]): string {
  let sample = "";
  for (const line of lines) {
    if (line.length < SHORTEST_LINE) continue;
    sample += `${line}\n`;
    if (sample.length > SAMPLE_LENGTH) break;
  }
  return sample;
}

function primary(tag: string): string {
  return tag.split("-")[0]!;
}
