import type { NoiseRule } from "../rule.ts";
import { bylineLine } from "./byline-line.ts";
import { captionLine } from "./caption-line.ts";
import { creditLine } from "./credit-line.ts";
import { dateLine, timeLine } from "./date-time-line.ts";
import { invisibleLine } from "./invisible-line.ts";
import { advertisementLine, copyrightLine, noticeLine, photoCreditLine, readAlsoLine, shareLine, subscribeLine } from "./phrases.ts";
import { counterLine, navigationLine, timeAgoLine } from "./page-rules.ts";
import { separatorLine, urlLine } from "./shape.ts";

/**
 * The built-in noise rules in the order they are asked; the first that matches takes the line.
 *
 * @example
 * ```ts
 * import { noiseRules } from "newsdump";
 *
 * noiseRules[0]?.name; // "invisible-line"
 * ```
 */
export const noiseRules: readonly NoiseRule[] = [
  invisibleLine,
  separatorLine,
  timeLine,
  dateLine,
  urlLine,
  shareLine,
  readAlsoLine,
  advertisementLine,
  subscribeLine,
  noticeLine,
  navigationLine,
  counterLine,
  timeAgoLine,
  photoCreditLine,
  copyrightLine,
  creditLine,
  captionLine,
  bylineLine,
];
