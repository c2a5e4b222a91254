import { checkText } from "../stage-input.ts";

/** A text whose line ends and tabs were put back. */
export interface LostEscapesRepair {
  /** The text with line feeds and tabs. */
  text: string;
  /** Always true: where there is nothing to repair, the result is `null`. */
  repaired: true;
  /** Escapes put back. */
  count: number;
}

/** `новости.nВосемнадцать`, `сказал он».nn— Да`: a Latin n or t between Cyrillic, Greek or Armenian text. */
const BETWEEN_CASED =
  /(?<=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\d][.!?…»”")]{1,3}|[\p{Script=Cyrillic}\p{Script=Greek}]{2})(n{1,2}|t)(?=[«“„—–]?\s?(?!\p{Script=Latin})\p{Lu})/gu;
/** `发布。n记者`: behind the full stop of Chinese and Japanese. */
const BETWEEN_IDEOGRAPHS = /(?<=[。！？」』])(n{1,2}|t)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『])/gu;
/** `said.nThe`: Latin text, where it takes two of them to be sure. */
const BETWEEN_LATIN = /(?<=\p{Ll}{2}[.!?…][”"»]?)(n{1,2}|t)(?=\p{Lu}\p{Ll})/gu;
/** `новости.\nВосемнадцать` with the backslash still there; never inside a path, whose names go on in lower case. */
const STILL_ESCAPED = /(?<=[\p{L}\d][.!?…»”")]{1,2})((?:\\n){1,3}|\\t)(?=[«“„—–]?\s?\p{Lu})/gu;
const LATIN_FEWEST = 2;
/** A gate before the expressions: no n, no t, nothing to do. */
const MAY_HOLD = /[.!?…»”"。！？」』)]\\?[nt]|[\u0370-\u058f][nt]/;

/**
 * Text in which `\n` and `\t` lost their backslash on the way (`новости.nВосемнадцать`), or still have it as a
 * character, with real line feeds and tabs in their place.
 *
 * @returns the repair, or `null` when the text stays as it is
 *
 * @example
 * ```ts
 * import { repairLostEscapes } from "newsdump";
 *
 * repairLostEscapes("Все новости.nВосемнадцать человек")?.text; // "Все новости.\nВосемнадцать человек"
 * ```
 */
export function repairLostEscapes(text: string): LostEscapesRepair | null {
  checkText(text, "what is repaired must be a string");
  if (!MAY_HOLD.test(text)) return null;
  let count = 0;
  const putBack = (escape: string): string => {
    count++;
    return escape.replaceAll("\\", "").replaceAll("n", "\n").replaceAll("t", "\t");
  };
  let repaired = text.replace(STILL_ESCAPED, putBack).replace(BETWEEN_CASED, putBack).replace(BETWEEN_IDEOGRAPHS, putBack);
  if ((repaired.match(BETWEEN_LATIN)?.length ?? 0) >= LATIN_FEWEST) repaired = repaired.replace(BETWEEN_LATIN, putBack);
  return count === 0 ? null : { text: repaired, repaired: true, count };
}
