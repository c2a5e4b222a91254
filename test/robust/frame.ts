import type { Article, ParsedDump } from "../../src/index.ts";
import { join } from "../fuzz/mutate.ts";

/** Sentences that are paragraphs to every rule. */
const SENTENCES = [
  "Rain fell on the city all Tuesday, and the river rose by half a metre before the evening came.",
  "The council said on Wednesday that the bridges would stay closed until the water had gone down again.",
  "Farmers in the valley, who had waited for rain since the spring, said that it had come too late for them.",
] as const;

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** A record that holds the bytes as a line of their own, between paragraphs. */
export function frame(hostile: Uint8Array | string, day = "02"): Uint8Array {
  const bytes = typeof hostile === "string" ? utf8(hostile) : hostile;
  return join(
    utf8(` date 2025-01-${day} EN\nRain over the city and its river\n\n${SENTENCES[0]}\n\n${SENTENCES[1]}\n\n`),
    bytes,
    utf8(`\n\n${SENTENCES[2]}\n`),
  );
}

/** What became of the framed line: the paragraphs between the sentences, in one record that has all the rest. */
export function framed({ articles, rejected }: ParsedDump): string[] {
  const article = articles[0];
  if (articles.length !== 1 || rejected.length !== 0 || article === undefined)
    throw new Error(`${articles.length} articles and ${rejected.length} rejected records: ${rejected[0]?.message ?? ""}`);
  return framedOf(article);
}

/** The same for one article of many. */
function framedOf({ paragraphs, date }: Article): string[] {
  const start = paragraphs.indexOf(SENTENCES[1]);
  const end = paragraphs.lastIndexOf(SENTENCES[2]);
  if (start < 0 || end < start || !paragraphs.includes(SENTENCES[0])) throw new Error(`a sentence is lost: ${JSON.stringify(paragraphs)}`);
  if (date === null || !date.startsWith("2025-01-")) throw new Error(`the date became ${date}`);
  return paragraphs.slice(start + 1, end);
}

/** Codes of an article's diagnostics. */
export function codesOf({ articles, rejected }: ParsedDump): string[] {
  return [...articles, ...rejected].flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
}
