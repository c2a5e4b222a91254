import { articleStream, parseDump, readDump, type Article, type ParseOptions } from "newsdump";
import { detectEncoding, type EncodingGuess } from "newsdump/encoding";
import { detectLanguage, LANGUAGES, type LanguageGuess } from "newsdump/language";
import { articleSchema } from "newsdump/schema";

const options: ParseOptions = {};
const title: string | null | undefined = parseDump("text", options).articles[0]?.title;
const checked: Article = articleSchema.parse({});
const encoding: EncodingGuess = detectEncoding(new Uint8Array(), { declared: "koi8-r" });
const language: LanguageGuess = detectLanguage("text", { languages: LANGUAGES });
const stream: TransformStream<Uint8Array, Article> = articleStream();
// @ts-expect-error: would be no error if the types had been lost on the way
const wrong: number = parseDump("text").articles;

export async function first(blob: Blob): Promise<Article | null> {
  for await (const result of readDump(blob)) if (result.kind === "article") return result.article;
  return null;
}
export { checked, encoding, language, stream, title, wrong };
