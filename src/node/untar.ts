import { takeExactly, takeUpTo, type ByteReader } from "./byte-reader.ts";
import { failing } from "./failing.ts";
import { readPax } from "./pax.ts";

/** A file in a tar archive; its bytes have to be read before the next entry is asked for, or are passed over. */
export interface TarEntry {
  /** `null`: it stands for damage of the archive itself, which its bytes tell by failing. */
  readonly name: string | null;
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
const GNU_LONG_NAME = "L";
/** POSIX' and Sun's. */
const PAX_HEADERS: ReadonlySet<string> = new Set(["x", "X"]);
/** What is said of the entry behind it; long targets of links (`K`) and what holds for all entries (`g`) are not used. */
const EXTENSIONS: ReadonlySet<string> = new Set([GNU_LONG_NAME, ...PAX_HEADERS, "K", "g"]);
/** GNU's list of a folder and its name of a volume. */
const LISTS: ReadonlySet<string> = new Set(["D", "V"]);
/** Links, devices, folders, pipes: by POSIX nothing follows them, whatever size they have. */
const EMPTY_TYPES: ReadonlySet<string> = new Set(["1", "2", "3", "4", "5", "6"]);
const GNU_SPARSE = "S";
/** Says in a header of GNU's sparse files, and in the blocks behind it, that another block follows. */
const SPARSE_HEADER_FLAG = 482;
const SPARSE_BLOCK_FLAG = 504;
const PAX_SPARSE = "GNU.sparse.";
/** Longer names and extended headers are not made by any program. */
const LONGEST_EXTENSION = 1024 * 1024;
const MOST_TAKEN = 256 * 1024;

/** What headers before an entry's own say of it. */
interface Extension {
  readonly name: string | null;
  readonly size: number | null;
  readonly isSparse: boolean;
}

const NO_EXTENSION: Extension = { name: null, size: null, isSparse: false };

/**
 * Entries of a tar archive that are files, by POSIX.1-2001 (ustar and pax) and GNU's long names. Archives that follow
 * one another are read like one, and behind damage it goes on at the next header.
 */
export async function* untar(input: ByteReader): AsyncGenerator<TarEntry> {
  let extension = NO_EXTENSION;
  for (;;) {
    const { header, isNext, damage } = await findHeader(input);
    if (damage !== null) yield tellDamage(damage);
    if (header === null) return;
    if (!isNext) extension = NO_EXTENSION;
    const type = String.fromCharCode(header[TYPE_OFFSET]!);
    if (EXTENSIONS.has(type)) {
      const read = await readExtension(input, type, readNumber(header, SIZE), extension);
      if (read.damage !== null) yield tellDamage(read.damage);
      ({ extension } = read);
    } else {
      yield* readEntry(input, header, type, extension);
      extension = NO_EXTENSION;
    }
  }
}

async function* readEntry(input: ByteReader, header: Uint8Array, type: string, extension: Extension): AsyncGenerator<TarEntry> {
  const name = extension.name ?? readName(header);
  const size = EMPTY_TYPES.has(type) && (await isAtHeader(input)) ? 0 : (extension.size ?? readNumber(header, SIZE));
  const left = { bytes: size };
  if (type === GNU_SPARSE) await skipSparseMap(input, header);
  if (type === GNU_SPARSE || extension.isSparse) {
    yield { name, chunks: failing(new Error("it is a sparse file, which is not supported; unpack it first")) };
  } else if (!LISTS.has(type) && (size > 0 || !EMPTY_TYPES.has(type))) yield { name, chunks: takeContent(input, left) };
  await skip(input, left.bytes + padding(size));
}

function tellDamage(damage: string): TarEntry {
  const error = damage === ENDS_TOO_EARLY ? endsTooEarly() : new Error(`the tar archive is damaged (${damage})`);
  return { name: null, chunks: failing(error) };
}

const ENDS_TOO_EARLY = "it ends too early";
const WRONG_CHECKSUM = "wrong checksum";
const FOREIGN = "bytes that are no entry follow its end";
const TOO_LONG = "an extended header is too long";
const UNREADABLE = "an extended header cannot be read";

interface FoundHeader {
  /** `null` at the end. */
  readonly header: Uint8Array | null;
  /** Whether nothing stands before it. */
  readonly isNext: boolean;
  /** What is wrong with what stands before it. */
  readonly damage: string | null;
}

/** Blocks of zeros end an archive; another may follow. */
async function findHeader(input: ByteReader): Promise<FoundHeader> {
  let isNext = true;
  let isBehindEnd = false;
  let damage: string | null = null;
  for (;;) {
    const block = await takeUpTo(input, BLOCK_BYTES);
    if (block.length === 0) return { header: null, isNext, damage: damage ?? (isBehindEnd ? null : ENDS_TOO_EARLY) };
    if (isHeader(block)) return { header: block, isNext, damage };
    isNext = false;
    if (isZero(block)) isBehindEnd = true;
    else damage ??= isBehindEnd ? FOREIGN : block.length < BLOCK_BYTES ? ENDS_TOO_EARLY : WRONG_CHECKSUM;
  }
}

/** Whether what comes next is a header or the end, and so no content. */
async function isAtHeader(input: ByteReader): Promise<boolean> {
  const block = (await input.peek(BLOCK_BYTES)).subarray(0, BLOCK_BYTES);
  return isZero(block) || isHeader(block);
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Whether a block has its checksum: the sum of its bytes, with blanks in place of the sum itself, and a size. */
function isHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK_BYTES) return false;
  const [offset, length] = CHECKSUM;
  let sum = length * 0x20;
  for (let index = 0; index < BLOCK_BYTES; index++) sum += index >= offset && index < offset + length ? 0 : block[index]!;
  return sum === readNumber(block, CHECKSUM) && Number.isSafeInteger(readNumber(block, SIZE));
}

interface ReadExtension {
  readonly extension: Extension;
  readonly damage: string | null;
}

async function readExtension(input: ByteReader, type: string, size: number, before: Extension): Promise<ReadExtension> {
  const isUsed = type === GNU_LONG_NAME || PAX_HEADERS.has(type);
  if (!isUsed || size > LONGEST_EXTENSION) {
    await skip(input, size + padding(size));
    return { extension: before, damage: isUsed ? TOO_LONG : null };
  }
  const body = await takeExactly(input, size, endsTooEarly);
  await skip(input, padding(size));
  if (type !== GNU_LONG_NAME) return readPaxHeader(body, before);
  return { extension: { ...before, name: readText(body, [0, size]) }, damage: null };
}

function readPaxHeader(body: Uint8Array, before: Extension): ReadExtension {
  const { values, isWhole } = readPax(body);
  const name = values.get(`${PAX_SPARSE}name`) ?? values.get("path") ?? "";
  const sizeText = values.get("size") ?? "";
  const size = /^\d+$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  const hasSize = Number.isSafeInteger(size);
  const extension = {
    name: name === "" ? before.name : name,
    size: hasSize ? size : before.size,
    isSparse: before.isSparse || [...values.keys()].some((key) => key.startsWith(PAX_SPARSE)),
  };
  return { extension, damage: isWhole && (hasSize || sizeText === "") ? null : UNREADABLE };
}

async function skipSparseMap(input: ByteReader, header: Uint8Array): Promise<void> {
  for (let flag = header[SPARSE_HEADER_FLAG]!; flag !== 0;)
    flag = (await takeExactly(input, BLOCK_BYTES, endsTooEarly))[SPARSE_BLOCK_FLAG]!;
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

function padding(size: number): number {
  return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

function readName(header: Uint8Array): string {
  const isPosix = readText(header, [MAGIC_OFFSET, 6]) === "ustar"; // GNU's own form has a blank there and no prefix
  const prefix = isPosix ? readText(header, PREFIX) : "";
  return prefix === "" ? readText(header, NAME) : `${prefix}/${readText(header, NAME)}`;
}

function readText(bytes: Uint8Array, [offset, length]: readonly [number, number]): string {
  const field = bytes.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString("utf8");
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

function endsTooEarly(): Error {
  return new Error("the tar archive ends too early");
}
