const utf8 = new TextEncoder();

/** Writes text in an encoding that dumps come in; characters it lacks become `?`. */
export type Encoder = (text: string) => Uint8Array;

/** UTF-8, UTF-16 and UTF-32 in both orders with and without a mark, three single-byte encodings and broken UTF-8. */
export const ENCODERS: readonly Encoder[] = [
  (text) => utf8.encode(text),
  (text) => utf8.encode(`\uFEFF${text}`),
  (text) => encodeWide(text, 2, true),
  (text) => encodeWide(text, 2, false),
  (text) => encodeWide(`\uFEFF${text}`, 2, true),
  (text) => encodeWide(`\uFEFF${text}`, 2, false),
  (text) => encodeWide(text, 4, true),
  (text) => encodeWide(`\uFEFF${text}`, 4, false),
  (text) => encodeBytes(text, (code) => (code < 0x100 ? code : 0x3f)),
  encodeWindows1251,
  encodeKoi8,
  encodeCesu,
  // Saved as UTF-8 after having been read as Latin-1.
  (text) => utf8.encode(String.fromCharCode(...utf8.encode(text.slice(0, 10_000)))),
];

function encodeWide(text: string, unit: 2 | 4, littleEndian: boolean): Uint8Array {
  const codes =
    unit === 4
      ? Array.from(text, (character) => character.codePointAt(0)!)
      : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = new Uint8Array(codes.length * unit);
  const view = new DataView(bytes.buffer);
  for (const [index, code] of codes.entries()) {
    if (unit === 4) view.setUint32(index * 4, code, littleEndian);
    else view.setUint16(index * 2, code, littleEndian);
  }
  return bytes;
}

function encodeBytes(text: string, byteOf: (code: number) => number): Uint8Array {
  return Uint8Array.from(text, (character) => byteOf(character.codePointAt(0)!));
}

/** The Russian letters. */
export function encodeWindows1251(text: string): Uint8Array {
  return encodeBytes(text, (code) => {
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return code === 0xa0 ? 0xa0 : 0x3f;
  });
}

/** Small letters of KOI8-R from 0xC0 on, capitals from 0xE0. */
const KOI8_LETTERS = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";

function encodeKoi8(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x80) return code;
    const at = KOI8_LETTERS.indexOf(character);
    return at < 0 ? 0x3f : 0xc0 + at;
  });
}

/** CESU-8: every UTF-16 unit as UTF-8 of its own, surrogates too. */
function encodeCesu(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return Uint8Array.from(bytes);
}
