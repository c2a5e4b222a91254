import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Folder of the development data; it lies beside the repository unless the environment says otherwise. */
export const DATA_FOLDER = join(process.env["NEWSDUMP_SHARED"] ?? "../shared", "data");

/** FLORES sentences of one split, by language and script (`fra_Latn`), in the order of the file. */
export function readSentences(split: "train" | "dev" | "test"): Map<string, string[]> {
  const lines = gunzipSync(readFileSync(join(DATA_FOLDER, "language", `flores-${split}.jsonl.gz`)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const byLanguage = new Map<string, string[]>();
  for (const line of lines) {
    const { language, text } = JSON.parse(line) as { language: string; text: string };
    const sentences = byLanguage.get(language);
    if (sentences === undefined) byLanguage.set(language, [text]);
    else sentences.push(text);
  }
  return byLanguage;
}
