import type { NoiseRule } from "../rule.ts";

/** An address and nothing else; example: `https://example.org/a?b=c`, `www.example.org`. */
const BARE_URL = /^[<([]?(?:https?:\/\/|www\.)[^\s<>]{3,2000}[>)\]]?$/i;

export const urlLine: NoiseRule = {
  name: "url-line",
  description: "A web address alone on its line.",
  takes: ["https://example.org/news/1?a=b", "www.example.org", "<http://example.org/>"],
  leaves: ["See https://example.org/news/1", "example.org", "https:// is a scheme"],
  matches: (line) => BARE_URL.test(line.text),
};

/** Characters that rules and ornaments are drawn with; at least three of them, blanks between allowed. */
const SEPARATOR = /^(?:[-=_*~#+.·•–—―|/\\<>^…◆■□●○★☆※═─━▬▪♦]\s?){3,}$/;

export const separatorLine: NoiseRule = {
  name: "separator-line",
  description: "A drawn rule: three or more separator characters and nothing else.",
  takes: ["-----", "* * *", "==========", "———", "• • •", "_______"],
  leaves: ["–", "- -", "--- a", "*", "1 - 2 - 3"],
  matches: (line) => SEPARATOR.test(line.text),
};
