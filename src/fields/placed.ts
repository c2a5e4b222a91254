import type { Span } from "../article.ts";
import type { Line } from "../lines/line.ts";

/** A text and where it comes from. */
export interface PlacedText {
  readonly text: string;
  readonly span: Span;
}

/** A line of the body that is not blank. */
export interface BodyLine {
  readonly line: Line;
  /** Cleaned; empty when the line shows nothing. */
  readonly text: string;
}
