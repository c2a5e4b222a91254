const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
const TILDE = 0x7e;

/** Bytes of an encoding with shifts, written with the high bit instead, and the encoding that reads them. */
export interface Unshifted {
  bytes: Uint8Array;
  encoding: string;
  /** Where the character that holds the byte at `offset` of {@link bytes} begins in the original. */
  originOf: (offset: number) => number;
}

const isPairByte = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x21 && byte <= 0x7e;

/** Bytes that say how to read those behind them. */
interface Shift {
  readonly length: number;
  /** Whether pairs follow. */
  readonly isDouble: boolean;
  /** How many of them are text. */
  readonly kept: number;
}

/** The shift at a place; `null` where text stands. */
type FindShift = (at: number, isDouble: boolean) => Shift | null;

/**
 * HZ (RFC 1843) as EUC-CN: `~{` and `~}` change between ASCII and pairs, `~~` is a tilde, `~` before a line
 * end joins two lines.
 */
export function unshiftHz(bytes: Uint8Array): Unshifted {
  return { ...unshift(bytes, (at, isDouble) => (bytes[at] === TILDE ? findHzShift(bytes[at + 1], isDouble) : null)), encoding: "gbk" };
}

function findHzShift(next: number | undefined, isDouble: boolean): Shift | null {
  if (next === 0x7b || next === 0x7d) return { length: 2, isDouble: next === 0x7b, kept: 0 };
  return !isDouble && (next === TILDE || next === LINE_FEED) ? { length: 2, isDouble, kept: next === TILDE ? 1 : 0 } : null;
}

/** Sets that `ESC $ )` selects for Shift Out, by the last byte of the escape. */
const SETS: Readonly<Record<string, string>> = { C: "euc-kr", A: "gbk", G: "euc-tw" };

/** ISO-2022-KR (RFC 1557) and ISO-2022-CN (RFC 1922, sets of Shift Out) as EUC; the escapes vanish. */
export function unshiftIso2022(bytes: Uint8Array, name: string): Unshifted {
  let encoding = name === "iso-2022-kr" ? "euc-kr" : "gbk";
  const unshifted = unshift(bytes, (at, isDouble) => {
    const byte = bytes[at];
    if (byte === SHIFT_OUT || byte === SHIFT_IN) return { length: 1, isDouble: byte === SHIFT_OUT, kept: 0 };
    if (byte !== ESCAPE || bytes[at + 1] !== 0x24 || bytes[at + 2] !== 0x29) return null;
    encoding = SETS[String.fromCharCode(bytes[at + 3] ?? 0)] ?? encoding;
    return { length: 4, isDouble, kept: 0 };
  });
  return { ...unshifted, encoding };
}

function unshift(bytes: Uint8Array, findShift: FindShift): Omit<Unshifted, "encoding"> {
  const out = new Uint8Array(bytes.length);

  /** Writes the bytes without the shifts, until the byte at `until` has been written; `at`: where the last character begins. */
  function copy(until: number): { length: number; at: number } {
    let length = 0;
    let last = 0;
    let isDouble = false;
    for (let at = 0; at < bytes.length && length <= until;) {
      const shift = findShift(at, isDouble);
      const isPair = shift === null && isDouble && isPairByte(bytes[at]) && isPairByte(bytes[at + 1]);
      const kept = shift?.kept ?? (isPair ? 2 : 1);
      if (kept > 0) last = at;
      for (let index = at; index < at + kept; index++) out[length++] = bytes[index]! | (isPair ? 0x80 : 0);
      if (shift !== null) ({ isDouble } = shift);
      else if (bytes[at] === LINE_FEED) isDouble = false;
      at += shift?.length ?? kept;
    }
    return { length, at: last };
  }

  const { length } = copy(bytes.length);
  return { bytes: out.subarray(0, length), originOf: (offset) => copy(offset).at };
}
