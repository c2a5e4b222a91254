import { PACKED_REFERENCES } from "./character-references.generated.ts";

let byName: ReadonlyMap<string, string> | null = null; // once the first name is looked for

const BASE = 36;

function unpackReferences(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let code = 0;
  for (const entry of PACKED_REFERENCES.split(";")) {
    const comma = entry.indexOf(",");
    const [step = 1, ...rest] =
      comma < 0
        ? []
        : entry
            .slice(0, comma)
            .split(".")
            .map((digits) => Number.parseInt(digits, BASE));
    code += step;
    const text = String.fromCodePoint(code, ...rest);
    for (const name of entry.slice(comma + 1).split(" ")) texts.set(name, text);
  }
  return texts;
}

const REPLACEMENT = "\uFFFD";
const NUMBER_SIGN = 0x23;
const SMALL_X = 0x78;
/** Turns a capital letter of ASCII into the small one. */
const TO_SMALL = 0x20;
const LAST_CODE_POINT = 0x10ffff;
const SURROGATES = [0xd800, 0xdfff] as const;
/** Numbers from 0x80 on are meant as the bytes of windows-1252 (HTML standard, numeric character reference end state). */
const WINDOWS_1252_FROM = 0x80;
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function characterOf(reference: string): string {
  const isHexadecimal = (reference.charCodeAt(2) | TO_SMALL) === SMALL_X;
  const code = isHexadecimal ? Number.parseInt(reference.slice(3), 16) : Number.parseInt(reference.slice(2), 10);
  if (code === 0 || code > LAST_CODE_POINT || (code >= SURROGATES[0] && code <= SURROGATES[1])) return REPLACEMENT;
  return WINDOWS_1252[code - WINDOWS_1252_FROM] ?? String.fromCodePoint(code);
}

/**
 * What one character reference of HTML stands for, `&eacute;`, `&#233;` or `&#xe9;`, or the reference itself where its name is
 * not known. A test holds every answer to that of `he`.
 *
 * @param reference - the whole reference, from the ampersand to the semicolon
 */
function decode(reference: string): string {
  if (reference.charCodeAt(1) === NUMBER_SIGN) return characterOf(reference);
  byName ??= unpackReferences();
  return byName.get(reference.slice(1, -1)) ?? reference;
}

/**
 * Stands in for `he` in pages: `imports` in package.json tells bundlers for browsers to take this module, whose table weighs a
 * quarter of `he` with its tables for both directions. Everywhere else `he` itself is loaded.
 */
// oxlint-disable-next-line import/no-default-export -- he is CommonJS, which has no other for Node
export default { decode };
