import type { TextPart } from "./byline.ts";
import { findLabel } from "./field-labels.ts";

/** An address with a path and nothing behind it; example: `https://example.org/news/1`. */
const ADDRESS = /^https?:\/\/[^\s<>"/]{3,253}\/[^\s<>"]{1,2000}$/i;
/** Files and services that no article stands at. */
const NOT_ARTICLE =
  /\.(?:jpe?g|png|gif|webp|svg|mp[34]|m3u8|webm|pdf|zip|css|js)(?:[?#]|$)|\/(?:www\.|m\.)?(?:facebook|twitter|x|instagram|youtube|t|wa|youtu)\.(?:com|me|be)\//i;
const LOWER_H = 0x68;
const UPPER_H = 0x48;

/** Where the article's address stands in a line that is an address, labelled or bare; `null` for anything else. */
export function findArticleUrl(text: string): (TextPart & { readonly isLabelled: boolean }) | null {
  const code = text.charCodeAt(0);
  if (code === LOWER_H || code === UPPER_H) return isArticleAddress(text) ? { start: 0, end: text.length, isLabelled: false } : null;
  const label = findLabel(text);
  if (label === null || label.kind !== "url" || !label.hasColon) return null;
  let start = label.valueStart;
  while (text.charAt(start) === " ") start++;
  return isArticleAddress(text.slice(start)) ? { start, end: text.length, isLabelled: true } : null;
}

function isArticleAddress(text: string): boolean {
  return ADDRESS.test(text) && !NOT_ARTICLE.test(text);
}
