import { type GroupRange, loadGroup, loadModel } from "./model.ts";
import type { SampleFeatures } from "./sample-features.ts";
import { createEvidence, type Evidence, findCandidates, scoreAll, scoreCandidates, scoreTelling, sumWindow } from "./score.ts";
import { countLetters, findMainScript, isJapanese } from "./script-gate.ts";
import { SCRIPT, SCRIPT_COUNT } from "./scripts.ts";
import { MIN_LETTERS } from "./rank.ts";
import { WINDOWS } from "./sample.ts";

/** With so many rows, a part of them, spread over the sample, narrows the languages down first. */
const NARROWING_ROWS = 160;

const total = createEvidence();
const byWindow = new Float64Array(WINDOWS);
/** The language whose score {@link byWindow} divides up, -1 for none. */
let byWindowLanguage = -1;

/**
 * What the whole sample says. With `narrow`, languages that a part of the sample leaves no chance are not
 * weighed by the rest of it. The evidence is overwritten by the next call.
 */
export function weighSample(sample: SampleFeatures, narrow: boolean): Evidence {
  const { rows, count } = sample;
  byWindowLanguage = -1;
  total.letters.set(sample.letters);
  total.features = sample.featureEnds[WINDOWS - 1]!;
  total.set = sample.set;
  const group = groupOf(total);
  if (group === null) {
    total.scores.fill(0);
    return total;
  }
  if (!narrow) loadGroups(total);
  if (!narrow || count < NARROWING_ROWS) {
    scoreAll(total, rows, 0, count);
    return total;
  }
  scoreTelling(total, rows, 0, count, Math.ceil(count / NARROWING_ROWS));
  const candidates = findCandidates(total, group);
  scoreCandidates(total, sample, candidates, group, byWindow);
  byWindowLanguage = candidates[0]!;
  return total;
}

/** The group that most letters are of, or `null` where the script alone decides. */
function groupOf(evidence: Evidence): GroupRange | null {
  const main = findMainScript(evidence);
  if (main === SCRIPT.NONE || (main === SCRIPT.HAN && isJapanese(evidence))) return null;
  loadGroup(main);
  return loadModel().ranges[main] ?? null;
}

/** Makes the groups ready of all scripts that a language may be named of. */
function loadGroups({ letters }: Evidence): void {
  for (let script: number = SCRIPT.LATIN; script < SCRIPT_COUNT; script++)
    if (countLetters(letters, script) >= MIN_LETTERS) loadGroup(script);
}

const windowEvidence = createEvidence();

/** What one window says for every language; overwritten by the next call. */
export function weighWindow(sample: SampleFeatures, window: number): Evidence {
  windowEvidence.letters.set(sample.windowLetters[window]!);
  loadGroups(windowEvidence);
  scoreAll(windowEvidence, sample.rows, startOf(sample.rowEnds, window), sample.rowEnds[window]!);
  windowEvidence.features = sample.featureEnds[window]! - startOf(sample.featureEnds, window);
  windowEvidence.set = sample.set;
  return windowEvidence;
}

/** Mean level, for one language of a group, of the features of a window of the sample weighed last; cheap. */
export function fitOfWindow(sample: SampleFeatures, window: number, language: number, group: GroupRange): number {
  const sum = language === byWindowLanguage ? byWindow[window]! : sumWindow(sample, window, language, group);
  return sum / Math.max(1, sample.featureEnds[window]! - startOf(sample.featureEnds, window));
}

/** A language this far ahead in a window by its telling rows is worth a closer look; about e². */
const RIVAL_LEVELS = 8;

/** Whether the rows that few languages share speak for another language of the group than `language`; cheap. */
export function hasTellingRival({ rows, rowEnds }: SampleFeatures, window: number, language: number, group: GroupRange): boolean {
  scoreTelling(windowEvidence, rows, startOf(rowEnds, window), rowEnds[window]!, 1);
  const own = windowEvidence.scores[language]!;
  for (let other = group.firstLanguage; other < group.endLanguage; other++)
    if (windowEvidence.scores[other]! > own + RIVAL_LEVELS) return true;
  return false;
}

/** Whether a window's letters are nearly all of the group's script. */
export function isMainScript({ windowLetters, letters }: SampleFeatures, window: number, group: GroupRange): boolean {
  const { ranges } = loadModel();
  let own = 0;
  let all = 0;
  for (let script = 0; script < letters.length; script++) {
    const count = windowLetters[window]![script]!;
    all += count;
    if (ranges[script] === group) own += count;
  }
  return own >= all * 0.6;
}

function startOf(ends: Uint32Array, window: number): number {
  return window === 0 ? 0 : ends[window - 1]!;
}
