import { type HeadLine, type NumberedText } from "./head-lines.ts";
import { readCandidates } from "./title-features.ts";
import { scoreTitle } from "./title-model.ts";
import { createWordTable } from "./words.ts";

/** Log odds from which on a line is taken for the headline; about a chance of 0.38. */
export const TITLE_THRESHOLD = -0.5;

const table = createWordTable();

/**
 * Place in the head of the line that is most likely the headline, or -1 when none is likely enough.
 *
 * @param isFree - whether the line of an index may become the headline
 */
export function findTitlePlace(head: readonly HeadLine[], lines: readonly NumberedText[], isFree: (index: number) => boolean): number {
  let best = -1;
  let bestScore = TITLE_THRESHOLD;
  for (const { place, features } of readCandidates(head, lines, table)) {
    if (!isFree(head[place]!.index)) continue;
    const score = scoreTitle(features);
    if (score < bestScore) continue;
    best = place;
    bestScore = score;
  }
  return best;
}
