import { isColon } from "../text/colon.ts";
import { hasCredit } from "./credit-marks.ts";
import { isCreditLine, LONGEST_CREDIT, OPENINGS } from "./credit.ts";
import { findLabel } from "./field-labels.ts";
import { BLANK, DENSE_LETTER, kindOf, LETTER } from "./title/characters.ts";

/** Longest caption with its credit, in UTF-16 units. */
export const LONGEST_CAPTION = 400;
/** Most words of a label. */
const LABEL_WORDS = 4;
/** What a credit in brackets holds; a name or agency alone may have signed the text. */
const PICTURE_MARK = /[:：=/©]|\b(?:by|via|courtesy|credit)\b/iu;
/** `（山田太郎撮影）`, `（记者 王小明 摄）`; and the latter without brackets, behind a sentence or a blank. */
const TAKEN_IN_BRACKETS = /[^\s(（]{1,12}\s?(?:撮影|摄|攝)[)）]$/u;
const TAKEN_BY = /(?:[。！？\s]|记者|記者)\p{Script=Han}{2,4}\s?[摄攝]$/u;
const PHOTO_BY = /[.!?…"”»)|–—]\s?(?=(?:photos?|pictures?|images?) (?:by|via|courtesy of) |fot\. )/iu;
/** What a caption ends in, before its credit. */
const BREAKS = ".!?…。！？|–—)）]\"'”»“";

/** Whether a line is a caption: a text, and behind it the credit of a picture and nothing else. */
export function endsInCredit(text: string): boolean {
  const { length } = text;
  const last = text.charAt(length - 1);
  if (length > LONGEST_CAPTION || ".!?。！？؟۔।".includes(last)) return false; // paragraphs do, and few captions
  const near = Math.max(1, length - LONGEST_CREDIT); // where a credit can begin
  const opening = OPENINGS.get(last);
  if (opening !== undefined) {
    const open = text.lastIndexOf(opening);
    const bracket = text.slice(open);
    return open >= near && ((PICTURE_MARK.test(bracket) && isCreditLine(bracket)) || TAKEN_IN_BRACKETS.test(bracket));
  }
  const sign = text.lastIndexOf("©");
  if (sign >= near) return isCreditLine(text.slice(sign));
  for (let at = length - 2; at > near; at--) {
    if (isColon(text.charCodeAt(at)) && isLabelled(text, at)) return true;
  }
  const signed = PHOTO_BY.exec(text.slice(near));
  return signed === null ? TAKEN_BY.test(text) : isCreditLine(text.slice(near + signed.index + signed[0].length));
}

/** Whether a credit stands behind a text, with a label before the colon. */
function isLabelled(text: string, colon: number): boolean {
  let words = 0;
  for (let start = colon - 1; start > 0 && words < LABEL_WORDS; start--) {
    if (!isWordStart(text, start)) continue;
    words++;
    const credit = text.slice(start);
    const label = findLabel(credit);
    if (label?.kind !== "credit" || start + label.valueStart !== colon + 1 || !isCreditLine(credit)) continue;
    const value = text.slice(colon + 1).trim();
    if (value.includes("/") || hasCredit(`/${value}`) || isBreak(text, start)) return true;
  }
  return false;
}

/** Whether a word begins at a place, be it that no blank was set before its capital: `the bridgePhoto: AFP`. */
function isWordStart(text: string, at: number): boolean {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === DENSE_LETTER) return true;
  if (kind !== LETTER) return false;
  return kindOf(text.charCodeAt(at - 1)) !== LETTER || isGlued(text, at);
}

function isGlued(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const here = text.charAt(at);
  return before !== before.toUpperCase() && here !== here.toLowerCase();
}

function isBreak(text: string, start: number): boolean {
  const end = kindOf(text.charCodeAt(start - 1)) === BLANK ? start - 1 : start;
  return BREAKS.includes(text.charAt(end - 1)) || (end === start && isGlued(text, start));
}
