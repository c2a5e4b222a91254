import type { KeptLine } from "../noise/strip.ts";

/** Headlines in UTF-16 units: shorter ones are labels, longer ones sentences. */
const SHORTEST_TITLE = 12;
const LONGEST_TITLE = 220;
/** Writing without blanks says as much in a third of the length. */
const SHORTEST_DENSE_TITLE = 6;
const LONGEST_DENSE_TITLE = 60;
/** From here on a line that ends like a sentence is taken for a paragraph. */
const SHORTEST_PARAGRAPH = 80;
const SHORTEST_DENSE_PARAGRAPH = 30;
/** The first paragraph comes at the latest so many lines after the headline. */
const LINES_TO_PARAGRAPH = 8;
const FEWEST_WORDS = 3;

const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SENTENCE_END = /[.!?…。！？؟۔।:;,]["'»”’)\]]?$/u;
/** What a headline may end in though a sentence does too. */
const TITLE_END = /[!?！？؟]["'»”’)\]]?$/u;
/** Bullets, prompts and other marks that no headline begins with. */
const FURNITURE_START = /^[*•·>|#–—-]/u;
const LOWER_CASE_START = /^\p{Ll}/u;
/** Breadcrumbs and credits: `Home > News`, `A. Writer / Agency`. */
const FURNITURE_PART = / [|>/»•·] /u;

/** A clock or a day: `Stand: 28.04.2023 17:23 Uhr`, `Dec 20, 2023 6 min read`, `2023-04-28`. */
const DATED =
  /\d{4}年\d{1,2}月|\b\d{1,2}:\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\p{L}{3}\.? \d{1,2}, (?:19|20)\d\d|\b\d{1,2}\.? \p{L}{3,10}\.?,? (?:19|20)\d\d/u;
/** Author lines, in the languages that write them so: `By J. Writer`, `Von J. Writer`, `Автор: …`. */
const BYLINE = /^(?:by|von|par|por|di|door|av|af|autor|autore|author|text|автор|текст|от)[ :]+\p{Lu}\p{L}*\.? \p{Lu}/iu;
const BYLINE_CASE = /^(?:\p{L}+)[ :]+\p{Lu}/u;
/** A credit, or the label of one: `Credit...J. Writer/Agency`, `… (Foto: Agency)`. */
const CREDIT =
  /\((?:foto|photo|bild|image|imago|фото|credit)\b[^)]*\)?|^(?:credit|photo|foto|bild|image|фото)\b|\/(?:AP|AFP|dpa|Reuters|REUTERS|Getty|EPA|picture)\b|\b(?:via Getty|Getty Images)\b/iu;
/** A sentence ends inside: captions and running text, not headlines. */
const INNER_SENTENCE = /\p{Ll}{3}[.!] \p{Lu}/u;
/** Language switchers, subscriptions and other calls: `Wechseln zu: …`, `Log in to …`. */
const CALL =
  /^(?:wechseln|zum |zur |skip|jump|log in|sign|subscribe|follow|share|click|menu|home|loading|advertis|listen|watch live|read more|published|updated|posted|erschienen|stand)\b/iu;

/** Whether a line is long enough and ends like a sentence of a body. */
function isSentenceParagraph(text: string): boolean {
  const shortest = DENSE_SCRIPT.test(text) ? SHORTEST_DENSE_PARAGRAPH : SHORTEST_PARAGRAPH;
  return text.length >= shortest && SENTENCE_END.test(text);
}

/**
 * The headline among the lines that stay: only the first of them can be it, and only when it reads like one
 * and a paragraph follows soon. `null` far more often than wrong.
 */
export function findTitle(lines: readonly KeptLine[]): KeptLine | null {
  const first = lines[0];
  if (first === undefined || !readsLikeTitle(first.text)) return null;
  return lines.slice(1, 1 + LINES_TO_PARAGRAPH).some((line) => isSentenceParagraph(line.text)) ? first : null;
}

function readsLikeTitle(text: string): boolean {
  const isDense = DENSE_SCRIPT.test(text);
  if (text.length < (isDense ? SHORTEST_DENSE_TITLE : SHORTEST_TITLE)) return false;
  if (text.length > (isDense ? LONGEST_DENSE_TITLE : LONGEST_TITLE)) return false;
  if (!isDense && text.split(" ").length < FEWEST_WORDS) return false;
  if (SENTENCE_END.test(text) && !TITLE_END.test(text)) return false;
  if (DATED.test(text) || CREDIT.test(text) || INNER_SENTENCE.test(text) || CALL.test(text)) return false;
  if (BYLINE.test(text) && BYLINE_CASE.test(text)) return false;
  return !FURNITURE_START.test(text) && !LOWER_CASE_START.test(text) && !FURNITURE_PART.test(text);
}
