/** Short names of the characters that are met most. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00, "NUL"],
  [0x09, "TAB"],
  [0x0a, "LF"],
  [0x0d, "CR"],
  [0x1b, "ESC"],
  [0x85, "NEL"],
  [0xa0, "NBSP"],
  [0xad, "SHY"],
  [0x200b, "ZWSP"],
  [0x200c, "ZWNJ"],
  [0x200d, "ZWJ"],
  [0x200e, "LRM"],
  [0x200f, "RLM"],
  [0x202f, "NNBSP"],
  [0x2060, "WJ"],
  [0xfeff, "BOM"],
]);

/** Controls, format characters (direction marks among them), lone surrogates, and every space but the common one. */
const NOT_VISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u034F\p{Zl}\p{Zp}\u00A0\u115F\u1160\u1680\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// Not one class: V8 of Node 26 does not match a class before `$` with a character outside the basic plane.
const ENDS_IN_LETTER = /(?:\p{L}|\p{M}|\p{So}|\uFE0F)$/u;
const STARTS_WITH_LETTER = /^[\p{L}\p{So}]/u;

/**
 * Text that is safe and clear on a terminal: whatever cannot be seen, moves the cursor or turns the direction
 * of writing is written out, as `<ESC>` or `<U+202E>`.
 *
 * @param mark - wraps what is written out, for a colour of its own
 */
export function makeVisible(text: string, mark: (name: string) => string = (name) => name): string {
  return text.replace(NOT_VISIBLE, (character, offset: number) => {
    if (isShaping(character, text.slice(Math.max(0, offset - 2), offset), text.slice(offset + 1, offset + 3))) return character;
    const code = character.codePointAt(0)!;
    return mark(`<${NAMES.get(code) ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`}>`);
  });
}

/** Between letters (or the parts of an emoji) a joiner shapes what is seen; it is left as it is. */
function isShaping(character: string, before: string, after: string): boolean {
  return (character === "\u200C" || character === "\u200D") && ENDS_IN_LETTER.test(before) && STARTS_WITH_LETTER.test(after);
}
