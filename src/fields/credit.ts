import { hasCredit } from "./credit-marks.ts";
import { findLabel, loneLabel } from "./field-labels.ts";
import { isAgency } from "./agencies.ts";
import { BLANK, isCased, kindOf, LETTER } from "./title/characters.ts";

/** Longest picture credit in UTF-16 units, and its most words. */
export const LONGEST_CREDIT = 110;
const MOST_WORDS = 12;
/** Brackets that credits stand in, by the one that closes them. */
export const OPENINGS: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["）", "（"],
  ["]", "["],
]);
const SENTENCE_END = /[.!?。！？؟۔]["'”»]?$/u;
const COPYRIGHT = 0xa9;

/**
 * Whether a line is a picture credit and nothing else: `Photo: …`, `(Foto: …)`, `© AFP`, `Foto dpa`,
 * `A. Writer/AFP`. A caption that ends in a credit is not one, nor is a sentence that begins with the word.
 */
export function isCreditLine(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_CREDIT) return false;
  const inner = stripBrackets(text);
  if (inner.charCodeAt(0) === COPYRIGHT) return isNameList(inner.slice(1).trim(), true);
  const label = findLabel(inner);
  if (label !== null && label.kind === "credit") return isNameList(inner.slice(label.valueStart).trim(), label.hasColon);
  if (inner !== text && loneLabel(inner) === "credit") return true;
  return (inner.includes("/") || inner.includes("©")) && hasCredit(text) && isAgencyTail(inner);
}

function stripBrackets(text: string): string {
  const opening = OPENINGS.get(text.charAt(text.length - 1));
  return opening !== undefined && text.startsWith(opening) ? text.slice(1, -1).trim() : text;
}

/** Names, agencies and marks: most words with a capital where there are capitals, few words elsewhere. */
function isNameList(value: string, isMarked: boolean): boolean {
  if (value === "") return isMarked;
  const isAgencyAlone = isAgency(value.replace(/\.$/u, ""));
  if (SENTENCE_END.test(value) && !isAgencyAlone && !/\b\p{Lu}\p{L}{0,3}\.$/u.test(value)) return false;
  let words = 0;
  let capitals = 0;
  let cased = 0;
  let isStart = true;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === LETTER && isStart) {
      words++;
      if (isCased(code)) {
        cased++;
        if (value.charAt(index) !== value.charAt(index).toLowerCase()) capitals++;
      }
    }
    isStart = kind === BLANK || "/|,(-–—+&".includes(value.charAt(index));
  }
  if (words > MOST_WORDS) return false;
  if (isAgencyAlone) return true;
  if (cased === 0) return isMarked && value.length <= 40;
  if (!isMarked && (words < 2 || words > 5) && !hasCredit(`/${value}`)) return false;
  return capitals >= 0.6 * cased;
}

/** `A. Writer/AFP`, `Getty Images/A. Writer`: names around slashes with an agency among them. */
function isAgencyTail(text: string): boolean {
  if (text.includes("://")) return false;
  const parts = text.split(/\s?[/©|]\s?/u).filter((part) => part !== "");
  return parts.length >= 2 && parts.every((part) => part.split(" ").length <= 4 && isNameList(part, true));
}
