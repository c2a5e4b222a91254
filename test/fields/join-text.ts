import type { BodyLine } from "../../src/fields/placed.ts";
import { joinWrapped } from "../../src/fields/wrapped-lines.ts";
import { cleanText } from "../../src/text/clean.ts";

/** The lines of a text that are not blank, as the body of a record has them. */
export function bodyLinesOf(text: string): BodyLine[] {
  return text.split("\n").flatMap((raw, index) => {
    const line = { number: index + 1, byteStart: 0, byteEnd: 0, traits: 0, text: raw };
    return raw.trim() === "" ? [] : [{ line, text: cleanText(raw).text }];
  });
}

/** The paragraphs of a text once its lines are joined. */
export function joinText(text: string): string[] {
  const lines = bodyLinesOf(text);
  const { count, starts, joined } = joinWrapped(lines, () => false);
  return Array.from({ length: count }, (_, index) => joined.get(index) ?? lines[starts[index]!]!.text);
}
