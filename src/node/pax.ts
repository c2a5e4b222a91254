/** What an extended header says. */
export interface PaxHeader {
  readonly values: ReadonlyMap<string, string>;
  /** Whether all of it could be read; values that stand before damage are kept. */
  readonly isWhole: boolean;
}

const BLANK = 0x20;
const LINE_FEED = 0x0a;
/** A length that has more is no length of what is held in memory. */
const MOST_DIGITS = 10;

/** Reads the records `LENGTH KEY=VALUE\n` of POSIX.1-2001; the length counts all of a record. */
export function readPax(bytes: Uint8Array): PaxHeader {
  const values = new Map<string, string>();
  for (let at = 0; at < bytes.length && bytes[at] !== 0;) {
    const digits = bytes.subarray(at, at + MOST_DIGITS + 1).indexOf(BLANK);
    const length = digits > 0 ? readLength(bytes.subarray(at, at + digits)) : 0;
    const end = at + length;
    if (length <= digits + 1 || end > bytes.length || bytes[end - 1] !== LINE_FEED) return { values, isWhole: false };
    const record = Buffer.from(bytes.subarray(at + digits + 1, end - 1)).toString("utf8");
    const equals = record.indexOf("=");
    if (equals < 1) return { values, isWhole: false };
    values.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return { values, isWhole: true };
}

/** 0 for what is no decimal number. */
function readLength(digits: Uint8Array): number {
  let value = 0;
  for (const digit of digits) {
    if (digit < 0x30 || digit > 0x39) return 0;
    value = value * 10 + digit - 0x30;
  }
  return value;
}
