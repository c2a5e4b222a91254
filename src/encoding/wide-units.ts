import { addInvalid, type DecodedText } from "./double-byte.ts";
import { isLittleEndian, roomForUnits, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

const REPLACEMENT = 0xfffd;

/** Text of UTF-16; half a pair of surrogates and an odd byte at the end become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const whole = bytes.length >> 1;
  const units = unitsOf(bytes, littleEndian);
  if (bytes.length % 2 === 0 && !holdsSurrogates(units, whole)) return { text: textOfUnits(units, whole), invalid: null };
  let invalid: InvalidBytes | null = null;
  for (let index = 0; index < whole; index++) {
    if ((units[index]! & 0xf800) !== 0xd800) continue;
    const isPair = units[index]! < 0xdc00 && index + 1 < whole && (units[index + 1]! & 0xfc00) === 0xdc00;
    if (isPair) {
      index++;
      continue;
    }
    // A high half at the very end goes with the odd byte behind it.
    if (units[index]! < 0xdc00 && index + 1 === whole && bytes.length % 2 === 1) break;
    units[index] = REPLACEMENT;
    invalid = addInvalid(invalid, index * 2);
  }
  let count = whole;
  if (bytes.length % 2 === 1) {
    const isAfterHalf = whole > 0 && (units[whole - 1]! & 0xfc00) === 0xd800;
    if (isAfterHalf) count--;
    units[count] = REPLACEMENT;
    invalid = addInvalid(invalid, count * 2);
    count++;
  }
  return { text: textOfUnits(units, count), invalid };
}

function holdsSurrogates(units: Uint16Array, count: number): boolean {
  for (let index = 0; index < count; index++) if ((units[index]! & 0xf800) === 0xd800) return true;
  return false;
}

function unitsOf(bytes: Uint8Array, littleEndian: boolean): Uint16Array {
  const whole = bytes.length >> 1;
  const units = roomForUnits(whole + 1);
  // Copied at once, and turned round where that is not the machine's order.
  new Uint8Array(units.buffer, units.byteOffset, whole * 2).set(bytes.subarray(0, whole * 2));
  if (littleEndian === isLittleEndian) return units;
  for (let index = 0; index < whole; index++) {
    const unit = units[index]!;
    units[index] = (unit << 8) | (unit >> 8);
  }
  return units;
}

/** Text of UTF-32; numbers that are no characters and bytes left over at the end become U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = roomForUnits((bytes.length >> 1) + 2);
  let count = 0;
  let invalid: InvalidBytes | null = null;
  for (let at = 0; at < bytes.length; at += 4) {
    const code = at + 4 <= bytes.length ? view.getUint32(at, littleEndian) : 0xffffffff;
    if (code > 0xffff && code <= 0x10ffff) {
      units[count++] = 0xd7c0 + (code >> 10);
      units[count++] = 0xdc00 + (code & 0x3ff);
    } else if (code <= 0xffff && (code & 0xf800) !== 0xd800) units[count++] = code;
    else {
      units[count++] = REPLACEMENT;
      invalid = addInvalid(invalid, at);
    }
  }
  return { text: textOfUnits(units, count), invalid };
}
