import type { LanguageGuess } from "./detect.ts";
import { rankLanguages, type TagFilter } from "./rank.ts";
import { readSample, type SampleFeatures } from "./sample-features.ts";
import { type Piece, WINDOWS } from "./sample.ts";
import type { Evidence } from "./score.ts";
import { rankScripts } from "./script-gate.ts";
import { fitOfWindow, hasTellingRival, isMainScript, weighSample, weighWindow } from "./weigh.ts";
import { loadModel, normOf } from "./model.ts";

/** A language that part of an article is written in. */
export interface SecondLanguage {
  /** BCP 47 tag. */
  language: string;
  /** Share of the article's letters, 0.2…1. */
  share: number;
  /** Indices of the paragraphs it stands in. */
  paragraphs: number[];
}

/** Share of the letters from which a second language is told. */
const MIN_SHARE = 0.2;
/** A stretch with fewer letters does not speak against the language of the whole. */
const MIN_LETTERS = 25;
/** How sure a stretch must be of another language; headlines of the same language reach this wrongly one time in 300. */
const MIN_CONFIDENCE = 0.95;
/** Code units read of a paragraph. */
const PARAGRAPH_UNITS = 240;
/** Paragraphs read; of a longer article every n-th. */
const MAX_PARAGRAPHS = 256;

/** A window at this share of its language's norm or above is in that language. */
const SOUND_FIT = 0.85;
/** How sure a window must be before the paragraphs are read; they decide. */
const SUSPICION = 0.8;

/** Whether some window is likely in a language that is not, and is not nearly, the one of the whole. */
export function hasStranger(sample: SampleFeatures, guess: LanguageGuess, allowed: TagFilter | null): boolean {
  const model = loadModel();
  const language = model.tags.indexOf(guess.language);
  const group = model.ranges.find((range) => range !== undefined && language >= range.firstLanguage && language < range.endLanguage);
  for (let window = 0; window < WINDOWS; window++) {
    if (group !== undefined) {
      if (fitOfWindow(sample, window, language, group) >= normOf(model, language, sample.set) * SOUND_FIT) continue;
      if (isMainScript(sample, window, group) && !hasTellingRival(sample, window, language, group)) continue;
    }
    if (strangerIn(weighWindow(sample, window), guess, allowed, SUSPICION) !== null) return true;
  }
  return false;
}

/** The language of a stretch where it is surely another than the guess. */
function strangerIn(evidence: Evidence, guess: LanguageGuess, allowed: TagFilter | null, minConfidence: number): string | null {
  const { candidates, letters } = rankLanguages(evidence, allowed);
  const best = candidates[0];
  if (best === undefined || best.language === guess.language || letters < MIN_LETTERS) return null;
  if (best.confidence < minConfidence || isRelative(best.language, guess)) return null;
  return best.language;
}

/** Whether the whole may as well be in that language. */
function isRelative(language: string, { alternatives }: LanguageGuess): boolean {
  return alternatives.some((alternative) => alternative.language === language);
}

/** The second language of an article by its paragraphs, and the share that is left to the first. */
export function findSecondLanguage(
  paragraphs: readonly string[],
  guess: LanguageGuess,
  allowed: TagFilter | null,
): { secondLanguage: SecondLanguage | null; share: number } {
  const step = Math.ceil(paragraphs.length / MAX_PARAGRAPHS);
  const found = new Map<string, { units: number; paragraphs: number[] }>();
  let all = 0;
  for (let index = 0; index < paragraphs.length; index += step) {
    const text = paragraphs[index]!;
    const piece: Piece = { paragraph: index, from: 0, to: Math.min(text.length, PARAGRAPH_UNITS), window: 0 };
    const evidence = weighSample(readSample(paragraphs, [piece], "all"), false);
    const units = countLetters(evidence) * Math.max(1, text.length / PARAGRAPH_UNITS);
    all += units;
    const language = strangerIn(evidence, guess, allowed, MIN_CONFIDENCE);
    if (language === null) continue;
    const entry = found.get(language) ?? { units: 0, paragraphs: [] };
    entry.units += units;
    entry.paragraphs.push(index);
    found.set(language, entry);
  }
  const [second] = [...found].sort((a, b) => b[1].units - a[1].units);
  if (second === undefined || second[1].units < all * MIN_SHARE) return { secondLanguage: null, share: guess.share };
  const share = Math.round((second[1].units / all) * 1000) / 1000;
  return {
    secondLanguage: { language: second[0], share, paragraphs: second[1].paragraphs },
    share: Math.min(guess.share, Math.round((1 - share) * 1000) / 1000),
  };
}

function countLetters(evidence: Evidence): number {
  return rankScripts(evidence).reduce((sum, script) => sum + script.letters, 0);
}
