/**
 * Where something stands in the input: bytes as 0-based, half-open offsets, lines 1-based and inclusive.
 * For compressed input the offsets count decompressed bytes; for a string, its UTF-8 bytes.
 */
export interface Span {
  /** Offset of the first byte. */
  byteStart: number;
  /** Offset behind the last byte. */
  byteEnd: number;
  /** Number of the first line. */
  lineStart: number;
  /** Number of the last line. */
  lineEnd: number;
}
