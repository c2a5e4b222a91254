import type { ByteReader } from "./byte-reader.ts";

/** A file in a tar archive; its bytes have to be read before the next entry is asked for, or are passed over. */
export interface TarEntry {
  readonly name: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

const BLOCK_BYTES = 512;
/** Header fields (POSIX ustar): offset and length. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE_OFFSET = 156;
const MAGIC_OFFSET = 257;
const PREFIX = [345, 155] as const;
/** Regular files: old, POSIX, contiguous. */
const FILE_TYPES: ReadonlySet<string> = new Set(["\0", "0", "7"]);
const GNU_LONG_NAME = "L";
const PAX_HEADER = "x";
/** Longer names and extended headers are not made by any program. */
const LONGEST_EXTENSION = 1024 * 1024;
const MOST_TAKEN = 256 * 1024;

/** Entries of a tar archive that are files, by POSIX.1-2001 (ustar and pax) and GNU's long names. */
export async function* untar(input: ByteReader): AsyncGenerator<TarEntry> {
  let longName: string | null = null;
  let longSize: number | null = null;
  for (;;) {
    const header = await takeExactly(input, BLOCK_BYTES);
    if (header.every((byte) => byte === 0)) return;
    checkSum(header);
    const type = String.fromCharCode(header[TYPE_OFFSET]!);
    const size = longSize ?? readNumber(header, SIZE);
    if (type === GNU_LONG_NAME || type === PAX_HEADER) {
      if (size > LONGEST_EXTENSION) throw new Error("the tar archive is damaged (an extended header is too long)");
      const extension = await takeExactly(input, size);
      if (type === GNU_LONG_NAME) longName = readText(extension, [0, size]);
      else {
        const pax = readPax(extension);
        longName = pax.get("path") ?? longName;
        longSize = Number(pax.get("size") ?? Number.NaN);
        if (!Number.isSafeInteger(longSize)) longSize = null;
      }
      await skip(input, padding(size));
      continue;
    }
    const left = { bytes: size };
    if (FILE_TYPES.has(type)) yield { name: longName ?? readName(header), chunks: takeContent(input, left) };
    longName = null;
    longSize = null;
    await skip(input, left.bytes + padding(size));
  }
}

async function* takeContent(input: ByteReader, left: { bytes: number }): AsyncGenerator<Uint8Array> {
  while (left.bytes > 0) {
    const bytes = await input.take(Math.min(left.bytes, MOST_TAKEN));
    if (bytes === null) throw endsTooEarly();
    left.bytes -= bytes.length;
    yield bytes;
  }
}

async function skip(input: ByteReader, count: number): Promise<void> {
  for (let left = count; left > 0;) {
    const bytes = await input.take(Math.min(left, MOST_TAKEN));
    if (bytes === null) throw endsTooEarly();
    left -= bytes.length;
  }
}

async function takeExactly(input: ByteReader, count: number): Promise<Uint8Array> {
  if ((await input.peek(count)).length < count) throw endsTooEarly();
  return count === 0 ? new Uint8Array(0) : (await input.take(count))!.slice();
}

function padding(size: number): number {
  return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

function readName(header: Uint8Array): string {
  const isPosix = readText(header, [MAGIC_OFFSET, 6]) === "ustar"; // GNU's own form has a blank there and no prefix
  const prefix = isPosix ? readText(header, PREFIX) : "";
  return prefix === "" ? readText(header, NAME) : `${prefix}/${readText(header, NAME)}`;
}

function readText(bytes: Uint8Array, [offset, length]: readonly [number, number]): string {
  const end = bytes.indexOf(0, offset);
  return Buffer.from(bytes.subarray(offset, end < 0 ? offset + length : Math.min(end, offset + length))).toString("utf8");
}

/** Octal digits, or a binary number when the first bit is set. */
function readNumber(header: Uint8Array, [offset, length]: readonly [number, number]): number {
  if ((header[offset]! & 0x80) === 0) {
    const digits = readText(header, [offset, length]).trim();
    return digits === "" ? 0 : Number.parseInt(digits, 8);
  }
  let value = header[offset]! & 0x7f;
  for (let index = offset + 1; index < offset + length; index++) value = value * 256 + header[index]!;
  return value;
}

/** The sum of the header's bytes, with blanks in place of the sum itself. */
function checkSum(header: Uint8Array): void {
  const [offset, length] = CHECKSUM;
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= offset && index < offset + length ? 0x20 : byte;
  if (sum !== readNumber(header, CHECKSUM)) throw new Error("the tar archive is damaged (wrong checksum)");
}

/** Records `LENGTH KEY=VALUE\n`; the length counts all of it. */
function readPax(bytes: Uint8Array): Map<string, string> {
  const values = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const length = Number.parseInt(readText(bytes, [at, 20]), 10);
    if (!(length > 0)) break;
    const record = Buffer.from(bytes.subarray(at, at + length)).toString("utf8");
    const key = record.slice(record.indexOf(" ") + 1, record.indexOf("="));
    values.set(key, record.slice(record.indexOf("=") + 1, -1));
    at += length;
  }
  return values;
}

function endsTooEarly(): Error {
  return new Error("the tar archive ends too early");
}
