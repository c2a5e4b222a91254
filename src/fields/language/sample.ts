/** A stretch of a paragraph. */
export interface Piece {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  /** Pieces of one window stand together in the text. */
  readonly window: number;
}

/** Windows a long text is read through. */
export const WINDOWS = 8;
/** Code units of a window; eight of them hold 500 to 600 letters. */
const WINDOW_UNITS = 82;
/** A text up to this long is read whole, in code units. */
const WHOLE_UNITS = 720;
/** A cut is moved to the edge of a word when there is one so near. */
const WORD_UNITS = 24;

/**
 * What to read of some paragraphs: all of a short text, eight windows evenly spread over a long one. The cost
 * does not grow with the length of the paragraphs.
 */
export function samplePieces(paragraphs: readonly string[]): Piece[] {
  const total = countUnits(paragraphs);
  return total <= WHOLE_UNITS ? wholePieces(paragraphs, total) : windowPieces(paragraphs, total);
}

/** Length of all paragraphs, in code units. */
export function countUnits(paragraphs: readonly string[]): number {
  let total = 0;
  for (const paragraph of paragraphs) total += paragraph.length;
  return total;
}

function wholePieces(paragraphs: readonly string[], total: number): Piece[] {
  const pieces: Piece[] = [];
  let before = 0;
  paragraphs.forEach((text, paragraph) => {
    if (text.length > 0) pieces.push({ paragraph, from: 0, to: text.length, window: Math.floor((before / total) * WINDOWS) });
    before += text.length;
  });
  return pieces;
}

function windowPieces(paragraphs: readonly string[], total: number): Piece[] {
  const pieces: Piece[] = [];
  const stride = total / WINDOWS;
  let paragraph = 0;
  let before = 0;
  for (let window = 0; window < WINDOWS; window++) {
    const start = Math.floor(stride * window + (stride - WINDOW_UNITS) / 2);
    let length = paragraphs[paragraph]!.length;
    while (before + length <= start) {
      before += length;
      length = paragraphs[++paragraph]!.length;
    }
    addWindow(paragraphs, paragraph, start - before, window, pieces);
  }
  return pieces;
}

/** Adds a window that starts in a paragraph and runs on into those after it. */
function addWindow(paragraphs: readonly string[], first: number, offset: number, window: number, pieces: Piece[]): void {
  let left = WINDOW_UNITS;
  let from = afterWord(paragraphs[first]!, offset);
  for (let paragraph = first; paragraph < paragraphs.length && left > 0; paragraph++) {
    const text = paragraphs[paragraph]!;
    const to = text.length - from <= left ? text.length : beforeWord(text, from + left);
    if (to > from) pieces.push({ paragraph, from, to, window });
    left -= Math.max(1, to - from);
    if (to < text.length) return;
    from = 0;
  }
}

const SPACE = 0x20;

/** First place after a space from `offset` on, or `offset` when no space is near. */
function afterWord(text: string, offset: number): number {
  if (offset === 0) return 0;
  const limit = Math.min(text.length, offset + WORD_UNITS);
  for (let index = offset - 1; index < limit; index++) if (text.charCodeAt(index) === SPACE) return index + 1;
  return offset;
}

/** Last space before `end`, or `end` when no space is near. */
function beforeWord(text: string, end: number): number {
  for (let index = end; index > end - WORD_UNITS; index--) if (text.charCodeAt(index) === SPACE) return index;
  return end;
}
