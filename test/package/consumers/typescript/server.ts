import type { Article } from "newsdump";
import { openDump } from "newsdump/node";

export async function titles(path: string): Promise<(string | null)[]> {
  const found: Article[] = [];
  for await (const result of openDump(path)) if (result.kind === "article") found.push(result.article);
  return found.map((article) => article.title);
}
