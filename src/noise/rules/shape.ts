import type { NoiseRule } from "../rule.ts";

/** An address and nothing else; example: `https://example.org/a?b=c`, `www.example.org`. */
const BARE_URL = /^[<([]?(?:https?:\/\/|www\.)[^\s<>]{3,2000}[>)\]]?$/i;

export const urlLine: NoiseRule = {
  name: "url-line",
  description: "A web address alone on its line.",
  takes: ["https://example.org/news/1?a=b", "www.example.org", "<http://example.org/>"],
  leaves: ["See https://example.org/news/1", "example.org", "https:// is a scheme"],
  matches: ({ text }) => mayBeUrl(text.charCodeAt(0)) && BARE_URL.test(text),
};

const SMALL_H = 0x68;
const SMALL_W = 0x77;
const ASCII_CASE = 0x20;

/** `<`, `(`, `[`, or the first letter of `http` or `www`: what an address alone can begin with. */
function mayBeUrl(code: number): boolean {
  const letter = code | ASCII_CASE;
  return letter === SMALL_H || letter === SMALL_W || code === 0x3c || code === 0x28 || code === 0x5b;
}

/** Characters that rules and ornaments are drawn with; at least three of them, blanks between allowed. */
const SEPARATOR = /^(?:[-=_*~#+.·•–—―|/\\<>^…◆■□●○★☆※═─━▬▪♦]\s?){3,}$/;

export const separatorLine: NoiseRule = {
  name: "separator-line",
  description: "A drawn rule: three or more separator characters and nothing else.",
  takes: ["-----", "* * *", "==========", "———", "• • •", "_______"],
  leaves: ["–", "- -", "--- a", "*", "1 - 2 - 3"],
  matches: ({ text }) => !isLetterOrDigit(text.charCodeAt(0)) && SEPARATOR.test(text),
};

/** Letters and digits of ASCII and most scripts with an alphabet, and ideographs: what nearly all lines begin with. */
function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | ASCII_CASE) >= 0x61 && (code | ASCII_CASE) <= 0x7a);
  return (code >= 0xc0 && code < 0x2000) || code >= 0x3005;
}
