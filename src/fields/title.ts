/** From here on a line that ends like a sentence is taken for a paragraph, in UTF-16 units. */
const SHORTEST_PARAGRAPH = 80;
/** Writing without blanks says as much in a third of the length. */
const SHORTEST_DENSE_PARAGRAPH = 30;

const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SENTENCE_END = /[.!?…。！？؟۔।:;,]["'»”’)\]]?$/u;

/** Whether a line is long enough and ends like a sentence of a body. */
function isSentenceParagraph(text: string): boolean {
  const shortest = DENSE_SCRIPT.test(text) ? SHORTEST_DENSE_PARAGRAPH : SHORTEST_PARAGRAPH;
  return text.length >= shortest && SENTENCE_END.test(text);
}
