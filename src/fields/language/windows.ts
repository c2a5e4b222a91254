import type { Piece } from "./sample.ts";
import { WINDOWS } from "./sample.ts";
import { addEvidence, addText, clearEvidence, createEvidence, type Evidence } from "./score.ts";

/** What the pieces of a text say, window by window and together; overwritten by the next call. */
export interface WindowEvidence {
  readonly windows: readonly Evidence[];
  readonly total: Evidence;
}

const shared: WindowEvidence = { windows: Array.from({ length: WINDOWS }, createEvidence), total: createEvidence() };

/** Reads the pieces. */
export function readWindows(paragraphs: readonly string[], pieces: readonly Piece[]): WindowEvidence {
  clearEvidence(shared.total);
  for (const window of shared.windows) clearEvidence(window);
  for (const { paragraph, from, to, window } of pieces) {
    const text = paragraphs[paragraph]!;
    addText(shared.windows[window]!, from === 0 && to === text.length ? text : text.slice(from, to));
  }
  for (const window of shared.windows) addEvidence(shared.total, window);
  return shared;
}
