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

/**
 * HZ (RFC 1843) as EUC-CN: `~{` and `~}` change between ASCII and pairs, `~~` is a tilde, `~` before a line
 * end joins two lines.
 */
export function unshiftHz(bytes: Uint8Array): Unshifted {
  const out = new Uint8Array(bytes.length);
  const { length } = copyHz(bytes, out, bytes.length);
  return { bytes: out.subarray(0, length), encoding: "gbk", originOf: (offset) => copyHz(bytes, out, offset).at };
}

/** How far a copy came: bytes written, and where the character that was the last one begins. */
interface Copied {
  length: number;
  at: number;
}

/** Writes the bytes of HZ without the shifts, until the byte at `until` has been written. */
function copyHz(bytes: Uint8Array, out: Uint8Array, until: number): Copied {
  let length = 0;
  let last = 0;
  let double = false;
  for (let at = 0; at < bytes.length && length <= until;) {
    const before = length;
    const start = at;
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d)) {
      double = next === 0x7b;
      at += 2;
    } else if (byte === TILDE && !double && next === TILDE) {
      out[length++] = TILDE;
      at += 2;
    } else if (byte === TILDE && !double && next === LINE_FEED) {
      at += 2;
    } else if (double && isPairByte(byte) && isPairByte(next)) {
      out[length++] = byte | 0x80;
      out[length++] = next! | 0x80;
      at += 2;
    } else {
      if (byte === LINE_FEED) double = false;
      out[length++] = byte;
      at++;
    }
    if (length > before) last = start;
  }
  return { length, at: last };
}

/** Sets that `ESC $ )` selects for Shift Out, by the last byte of the escape. */
const SETS: Readonly<Record<string, string>> = { C: "euc-kr", A: "gbk", G: "euc-tw" };

/** ISO-2022-KR (RFC 1557) and ISO-2022-CN (RFC 1922, sets of Shift Out) as EUC; the escapes vanish. */
export function unshiftIso2022(bytes: Uint8Array, encoding: string): Unshifted {
  const out = new Uint8Array(bytes.length);
  const initial = encoding === "iso-2022-kr" ? "euc-kr" : "gbk";
  const { length, target } = copyIso2022(bytes, out, initial, bytes.length);
  return { bytes: out.subarray(0, length), encoding: target, originOf: (offset) => copyIso2022(bytes, out, initial, offset).at };
}

function copyIso2022(bytes: Uint8Array, out: Uint8Array, initial: string, until: number): Copied & { target: string } {
  let length = 0;
  let last = 0;
  let double = false;
  let target = initial;
  for (let at = 0; at < bytes.length && length <= until;) {
    const before = length;
    const start = at;
    const byte = bytes[at]!;
    if (byte === ESCAPE && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) {
      target = SETS[String.fromCharCode(bytes[at + 3] ?? 0)] ?? target;
      at += 4;
    } else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      double = byte === SHIFT_OUT;
      at++;
    } else if (double && isPairByte(byte) && isPairByte(bytes[at + 1])) {
      out[length++] = byte | 0x80;
      out[length++] = bytes[at + 1]! | 0x80;
      at += 2;
    } else {
      if (byte === LINE_FEED) double = false;
      out[length++] = byte;
      at++;
    }
    if (length > before) last = start;
  }
  return { length, at: last, target };
}
