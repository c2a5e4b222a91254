import type { PlacedText } from "./placed.ts";

/** Fewer paragraphs are a short item, not a list. */
const FEWEST_ITEMS = 12;
/** Among this many items a page of one article has more sentences than this share. */
const SHARE_OF_SENTENCES = 0.1;
/** A ticker has a clock or a date at the head of this share of its paragraphs, and so many of them. */
const SHARE_OF_TIMES = 0.3;
const FEWEST_TIMES = 6;

/** A time or a day at the head of a ticker's entry; example: `15:04`, `15.04 Uhr: …`, `11.11. | …`. */
const ENTRY_TIME = /^\p{P}{0,2}\s?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.,%])/u;

/** The noise filter takes so many lines, and so many for each that stays, of a page of furniture. */
const FEWEST_TAKEN = 6;
const TAKEN_FOR_EACH = 3;

/**
 * Why what stays of a record may not be one article, in words, or `null`: a list of many short items, a ticker, or
 * a page of which the noise filter would have left nothing, or a few lines of no sentence.
 *
 * @param taken - lines that the noise filter took for what stands around them
 */
export function findArticleDoubt(paragraphs: readonly PlacedText[], taken: number, isAllNoise: boolean): string | null {
  const count = paragraphs.length;
  const isLeftover = taken >= FEWEST_TAKEN && taken >= count * TAKEN_FOR_EACH && !paragraphs.some(({ text }) => isSentenceParagraph(text));
  if (isAllNoise ? count >= FEWEST_TIMES : isLeftover) return "no line reads like the text of an article";
  let times = 0;
  for (const { text } of paragraphs) if (mayBeginWithTime(text.charCodeAt(0)) && ENTRY_TIME.test(text)) times++;
  if (times >= FEWEST_TIMES && times >= count * SHARE_OF_TIMES) return `a ticker: ${times} of ${count} paragraphs begin with a time`;
  if (count < FEWEST_ITEMS) return null;
  let sentences = 0;
  for (const { text } of paragraphs) if (isSentenceParagraph(text)) sentences++;
  if (sentences >= count * SHARE_OF_SENTENCES) return null;
  return `a list: ${sentences} of ${count} paragraphs read like sentences of a text`;
}

/** A digit, or a mark that is no letter of ASCII: most paragraphs end here. */
function mayBeginWithTime(code: number): boolean {
  return code < 0x41 || (code > 0x5a && code < 0x61) || code > 0x7a;
}

/** Paragraphs in UTF-16 units; writing without blanks says as much in a third of the length. */
const SHORTEST_PARAGRAPH = 80;
const SHORTEST_DENSE_PARAGRAPH = 30;
const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SENTENCE_END = /[.!?…。！？؟۔।:;,]["'»”’)\]]?$/u;

/** Whether a paragraph is long enough and ends like a sentence of a body. */
function isSentenceParagraph(text: string): boolean {
  if (text.length < SHORTEST_DENSE_PARAGRAPH || !SENTENCE_END.test(text.slice(-2))) return false;
  return text.length >= SHORTEST_PARAGRAPH || DENSE_SCRIPT.test(text);
}
