const REPLACEMENT = "\uFFFD";
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

/**
 * Text of Johab bytes (code page 1361).
 *
 * @param decodeEucKr - text of a pair of EUC-KR bytes
 */
export function decodeJohab(bytes: Uint8Array, decodeEucKr: (pair: Uint8Array) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      parts.push(lead === 0x5c ? "\u20a9" : String.fromCharCode(lead));
      at++;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const pair = johabPair(lead, trail);
    const character = pair === null ? johabHangul((lead << 8) | trail) : decodeEucKr(pair);
    parts.push(character ?? REPLACEMENT);
    // An ASCII byte after a bad lead byte stays text.
    at += character === null && trail < 0x80 ? 1 : 2;
  }
  return parts.join("");
}
