import { LANGUAGE_LABELS, REGIONS, SCRIPTS } from "./language-labels.generated.ts";
import { checkText } from "../stage-input.ts";

/** A tag with script, region or both; example: `zh-tw`, `sr-latn-rs`, `es-419`. */
const TAG_WITH_SUBTAGS = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/;
const KNOWN_REGIONS: ReadonlySet<string> = new Set(REGIONS.split(" "));
const KNOWN_SCRIPTS: ReadonlySet<string> = new Set(SCRIPTS.split(" "));

let tagsByLabel: ReadonlyMap<string, string> | null = null;

/** Tags by the labels that say them, in small letters. */
export function createLabelTable(): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const row of LANGUAGE_LABELS.trim().split("\n")) {
    const [tag = "", ...labels] = row.split("|");
    for (const label of [tag.toLowerCase(), ...labels]) tags.set(label, tag);
  }
  return tags;
}

/**
 * BCP 47 tag of a language label as dumps write it: an ISO 639 code in capitals or small letters, a tag with
 * `-` or `_`, or the language's name in English or in the language itself; or `null` for anything else.
 *
 * @param label - the whole label, nothing around it but blanks
 *
 * @example
 * ```ts
 * import { parseLanguageLabel } from "newsdump";
 *
 * parseLanguageLabel("EN"); // "en"
 * parseLanguageLabel("русский"); // "ru"
 * parseLanguageLabel("UA"); // "uk"
 * parseLanguageLabel("zh_TW"); // "zh-TW"
 * parseLanguageLabel("Video"); // null
 * ```
 */
export function parseLanguageLabel(label: string): string | null {
  checkText(label, "the label of a language must be a string");
  const trimmed = label.trim();
  if (trimmed.length < 2 || trimmed.length > 40) return null;
  const lower = trimmed.normalize("NFC").toLowerCase().replaceAll("_", "-");
  tagsByLabel ??= createLabelTable();
  const whole = tagsByLabel.get(lower);
  if (whole !== undefined) return whole;
  const parts = TAG_WITH_SUBTAGS.exec(lower);
  if (parts === null) return null;
  const [, language = "", script, region] = parts;
  const primary = tagsByLabel.get(language);
  if (primary === undefined || primary.includes("-")) return null;
  if (script !== undefined && !KNOWN_SCRIPTS.has(script)) return null;
  if (region !== undefined && !KNOWN_REGIONS.has(region)) return null;
  // Capitals as BCP 47 (RFC 5646, section 2.1.1) recommends: `Latn`, `TW`, all else small.
  const subtags = [script && script[0]!.toUpperCase() + script.slice(1), region?.toUpperCase()];
  return [primary, ...subtags.filter((subtag) => subtag !== undefined)].join("-");
}
