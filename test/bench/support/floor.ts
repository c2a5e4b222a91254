import { isAscii, isUtf8, transcode } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { decode } from "../../../src/encoding/decode.ts";

const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/** How text is made of the bytes of an encoding. */
type Read = (bytes: Buffer) => string;

/** Bytes in a row in one encoding, whole records. */
export interface EncodedRun {
  readonly encoding: string;
  readonly length: number;
}

const readers = new Map<string, Read>();

function readerOf(encoding: string): Read {
  const reader = readers.get(encoding) ?? createReader(encoding);
  readers.set(encoding, reader);
  return reader;
}

function createReader(encoding: string): Read {
  if (encoding === "utf-8") return readUtf8;
  const units = Array.from({ length: 256 }, (_, byte) => decode(Uint8Array.of(byte), encoding).text);
  // In an encoding of several bytes a character, some bytes alone are none.
  if (units.some((text) => text.length !== 1 || text === "\uFFFD")) return (bytes) => decode(bytes, encoding).text;
  return byTable(Uint16Array.from(units, (text) => text.charCodeAt(0)));
}

function byTable(table: Uint16Array): Read {
  return (bytes) => {
    const units = new Uint16Array(bytes.length);
    for (let index = 0; index < bytes.length; index++) units[index] = table[bytes[index]!]!;
    return Buffer.from(units.buffer).toString("utf16le");
  };
}

/**
 * What no parser can do without, by the fastest right way on Node: reading a file, decoding it in pieces of whole
 * lines, splitting lines. For a dump of several encodings it has to be told where each of them is.
 *
 * @returns the number of lines
 */
export function readFloor(path: string, encoding: string | readonly EncodedRun[]): number {
  if (typeof encoding !== "string") return readRuns(path, encoding);
  const read = readerOf(encoding);
  const file = openSync(path, "r");
  const buffer = Buffer.allocUnsafe(2 * CHUNK_BYTES + 1024 * 1024);
  let carried = 0;
  let lines = 0;
  try {
    for (;;) {
      const length = readSync(file, buffer, carried, CHUNK_BYTES, null);
      const end = carried + length;
      const whole = length === 0 ? end : buffer.lastIndexOf(LINE_FEED, end - 1) + 1;
      if (whole > 0) lines += read(buffer.subarray(0, whole)).split("\n").length - 1;
      buffer.copyWithin(0, whole, end);
      carried = end - whole;
      if (length === 0) return lines;
    }
  } finally {
    closeSync(file);
  }
}

/** The same for runs of records, each in its own encoding; a run fits into memory. */
function readRuns(path: string, runs: readonly EncodedRun[]): number {
  const file = openSync(path, "r");
  let buffer = Buffer.allocUnsafe(2 * CHUNK_BYTES);
  let start = 0;
  let end = 0;
  let lines = 0;
  try {
    for (const { encoding, length } of runs) {
      if (end - start < length) {
        const larger = length > buffer.length ? Buffer.allocUnsafe(2 * length) : buffer;
        buffer.copy(larger, 0, start, end);
        buffer = larger;
        end -= start;
        start = 0;
        while (end < length) {
          const read = readSync(file, buffer, end, buffer.length - end, null);
          if (read === 0) throw new Error(`${path} ends within a run`);
          end += read;
        }
      }
      lines += readerOf(encoding)(buffer.subarray(start, start + length)).split("\n").length - 1;
      start += length;
    }
  } finally {
    closeSync(file);
  }
  return lines;
}

function readUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  return isUtf8(bytes) ? transcode(bytes, "utf8", "utf16le").toString("utf16le") : bytes.toString("utf8");
}
