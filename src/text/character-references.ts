import { LETTER_REFERENCES, PACKED_REFERENCES } from "./character-references.generated.ts";

/** One name as it is packed; example: `eacuteé`. */
const PACKED_REFERENCE = /([a-z])([A-Za-z0-9]*)([^A-Za-z0-9]+)/g;
const FIRST_LETTER = 97;

let byName: ReadonlyMap<string, string> | null = null;

function loadReferences(): ReadonlyMap<string, string> {
  const references = new Map(LETTER_REFERENCES);
  let name = "";
  for (const [, shared = "a", rest = "", text = ""] of PACKED_REFERENCES.matchAll(PACKED_REFERENCE)) {
    name = name.slice(0, shared.charCodeAt(0) - FIRST_LETTER) + rest;
    references.set(name, text);
  }
  return references;
}

const REPLACEMENT = "\uFFFD";
/** What bytes from 0x80 on are in windows-1252: numbers of that range are meant so (HTML standard). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * What a character reference of HTML stands for: `&eacute;`, `&#233;` or `&#xe9;`.
 *
 * @returns the reference itself where its name is not known
 */
export function decodeCharacterReference(reference: string): string {
  if (reference.charCodeAt(1) === 0x23) return characterOf(reference);
  byName ??= loadReferences();
  return byName.get(reference.slice(1, -1)) ?? reference;
}

function characterOf(reference: string): string {
  const isHexadecimal = (reference.charCodeAt(2) | 0x20) === 0x78;
  const code = isHexadecimal ? Number.parseInt(reference.slice(3, -1), 16) : Number.parseInt(reference.slice(2, -1), 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT;
  return code >= 0x80 && code < 0xa0 ? WINDOWS_1252[code - 0x80]! : String.fromCodePoint(code);
}
