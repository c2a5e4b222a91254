import { invalidOption } from "../../invalid-option.ts";
import { MODEL_GROUPS } from "./model.generated.ts";
import type { TagFilter } from "./rank.ts";
import { SINGLE_LANGUAGES } from "./single-languages.ts";

/**
 * Every language `detectLanguage` can answer with, as BCP 47 tags in alphabetical order.
 *
 * @example
 * ```ts
 * import { LANGUAGES } from "newsdump";
 *
 * LANGUAGES.includes("zh-Hant"); // true
 * ```
 */
export const LANGUAGES: readonly string[] = [
  ...new Set([...MODEL_GROUPS.flatMap((group) => group.languages), ...SINGLE_LANGUAGES.values()]),
].sort();

/** Test for the tags that `languages` names, or `null` when all are meant. */
export function createTagFilter(languages: readonly string[] | undefined): TagFilter | null {
  if (languages === undefined) return null;
  if (!Array.isArray(languages)) throw invalidOption("languages", "must be a list of language tags", languages);
  const tags = new Set((languages as readonly string[]).flatMap(knownTags));
  return (tag) => tags.has(tag);
}

function knownTags(language: string): string[] {
  const isText = typeof language === "string";
  const known = isText ? LANGUAGES.filter((tag) => tag === language || tag.startsWith(`${language}-`)) : [];
  if (known.length > 0) return known;
  const rule = "must name languages the detector knows (see LANGUAGES)";
  throw invalidOption("languages", rule, isText ? JSON.stringify(language) : language);
}
