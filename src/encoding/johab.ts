import { addInvalid, type DecodedText, unitAt } from "./double-byte.ts";
import { roomForUnits, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

const REPLACEMENT = 0xfffd;
const WON_SIGN = 0x20a9;
const HANGUL_START = 0xac00;
const MEDIALS = 21;
const FINALS = 28;
const NONE = -1;
const FILLER = -2;

// Five bits each for initial, medial and final (KS X 1001, annex 3); the codes leave gaps.
const INITIAL = codes(2, [19]);
const MEDIAL = codes(3, [5, NONE, NONE, 6, NONE, NONE, 6, NONE, NONE, 4]);
const FINAL = codes(2, [16, NONE, 11]);
const INITIAL_FILLER = 1;
const MEDIAL_FILLER = 2;
const FINAL_FILLER = 1;
/** Letters standing alone, U+3131…, in the order of initials, medials and finals. */
const INITIAL_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const MEDIAL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINAL_LETTERS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/** Index of each of 32 codes: runs of consecutive codes from `start`, `NONE` for a code left out. */
function codes(start: number, runs: readonly number[]): Int8Array {
  const table = new Int8Array(32).fill(NONE);
  let code = start;
  let index = 0;
  for (const run of runs) {
    if (run === NONE) code++;
    for (let taken = 0; taken < run; taken++) table[code++] = index++;
  }
  return table;
}

function indexOf(table: Int8Array, code: number, filler: number): number {
  return code === filler ? FILLER : table[code]!;
}

/** The syllable or letter of a Johab code with the high bit set, or `null`. */
export function johabHangul(code: number): string | null {
  const initial = indexOf(INITIAL, (code >> 10) & 31, INITIAL_FILLER);
  const medial = indexOf(MEDIAL, (code >> 5) & 31, MEDIAL_FILLER);
  const final = indexOf(FINAL, code & 31, FINAL_FILLER);
  if (initial === NONE || medial === NONE || final === NONE) return null;
  if (initial >= 0 && medial >= 0) {
    const tail = final === FILLER ? 0 : final + 1;
    return String.fromCharCode(HANGUL_START + (initial * MEDIALS + medial) * FINALS + tail);
  }
  if (initial >= 0 && final === FILLER) return INITIAL_LETTERS[initial]!;
  if (medial >= 0 && final === FILLER) return MEDIAL_LETTERS[medial]!;
  if (initial === FILLER && medial === FILLER && final >= 0) return FINAL_LETTERS[final]!;
  return null;
}

/** The EUC-KR pair of a Johab pair that is a symbol or a Chinese character, or `null`. */
export function johabPair(lead: number, trail: number): Uint8Array | null {
  if (lead < 0xd9 || lead === 0xdf || lead > 0xf9) return null;
  if (!((trail >= 0x31 && trail <= 0x7e) || (trail >= 0x91 && trail <= 0xfe))) return null;
  const row = lead < 0xe0 ? 2 * (lead - 0xd9) : 2 * lead - 0x197;
  const cell = trail < 0x91 ? trail - 0x31 : trail - 0x43;
  return new Uint8Array([0xa1 + row + (cell < 94 ? 0 : 1), 0xa1 + (cell % 94)]);
}

let codeUnits: Uint16Array | null = null;

/** Code units by pair less 0x8000, 0 where there is none. */
export function listCodeUnits(): Uint16Array {
  return Uint16Array.from({ length: 0x8000 }, (_, index) => {
    const code = 0x8000 + index;
    const pair = johabPair(code >> 8, code & 0xff);
    if (pair === null) return johabHangul(code)?.charCodeAt(0) ?? 0;
    return unitAt("euc-kr", (pair[0]! - 0x81) * 190 + pair[1]! - 0x41);
  });
}

/** Text of Johab bytes (code page 1361). */
export function decodeJohab(bytes: Uint8Array): DecodedText {
  const { length } = bytes;
  const units = roomForUnits(length);
  let count = 0;
  let invalid: InvalidBytes | null = null;
  for (let at = 0; at < length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      units[count++] = lead === 0x5c ? WON_SIGN : lead;
      at++;
      continue;
    }
    const trail = at + 1 < length ? bytes[at + 1]! : 0;
    const unit = (codeUnits ??= listCodeUnits())[(lead << 8) + trail - 0x8000]!;
    units[count++] = unit === 0 ? REPLACEMENT : unit;
    if (unit === 0 || unit === REPLACEMENT) invalid = addInvalid(invalid, at);
    // An ASCII byte after a bad lead byte stays text.
    at += unit === 0 && trail < 0x80 ? 1 : 2;
  }
  return { text: textOfUnits(units, count), invalid };
}
