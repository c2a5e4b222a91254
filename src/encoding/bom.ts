const BYTE_ORDER_MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-32le", bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: "utf-32be", bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/**
 * Encoding named by the byte order mark at the head of `bytes`, or `null`.
 *
 * @example
 * ```ts
 * import { findByteOrderMark } from "newsdump/encoding";
 *
 * findByteOrderMark(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])); // "utf-8"
 * ```
 */
export function findByteOrderMark(bytes: Uint8Array): string | null {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  return mark?.encoding ?? null;
}
