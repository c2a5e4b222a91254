import { NewsdumpError } from "../../errors.ts";
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
  const tags = new Set<string>();
  for (const language of languages) {
    const known = LANGUAGES.filter((tag) => tag === language || tag.startsWith(`${language}-`));
    if (known.length === 0) {
      throw new NewsdumpError(
        "invalid-option",
        `languages must name languages the detector knows (see LANGUAGES), not ${JSON.stringify(language)}`,
      );
    }
    for (const tag of known) tags.add(tag);
  }
  return (tag) => tags.has(tag);
}
