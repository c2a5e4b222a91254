import { open, type FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { failing } from "./failing.ts";
import { readPieces, readRange } from "./read-range.ts";

/** A file in a zip archive. */
export interface ZipEntry {
  /** `null`: it stands for damage of the archive itself, which its bytes tell by failing. */
  readonly name: string | null;
  /** Bytes of the archive that are counted for it. */
  readonly storedBytes: number;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Its own types are wrong about where it reads the directory. */
type Zip = Omit<ZipFile, "readEntryCursor"> & { readEntryCursor: number };

/** An archive that is open. */
interface OpenZip {
  readonly zip: Zip;
  readonly file: FileHandle;
  readonly path: string;
}

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
const LOCATOR_SIGNATURE = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
/** What nothing takes when it is deflated. */
const EMPTY_BYTES = 2;
/** The counts of archives that are not Zip64 begin anew here. */
const COUNT_MODULUS = 0x10000;

/** Entries of a zip archive that are files. What its directory does not name or names wrongly is told at the end. */
export async function* unzip(path: string): AsyncGenerator<ZipEntry> {
  const { default: yauzl } = await import("yauzl");
  // Names are names here, no places, and sizes are checked entry by entry: neither may end the archive.
  const opened = await yauzl.openPromise(path, { decodeStrings: false, validateEntrySizes: false, autoClose: false });
  const zip = opened as unknown as Zip; // see there
  try {
    const file = await open(path);
    try {
      yield* readEntries({ zip, file, path }, ({ generalPurposeBitFlag, fileNameRaw, extraFields }) =>
        yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false),
      );
    } finally {
      await file.close();
    }
  } finally {
    zip.close();
  }
}

async function* readEntries(archive: OpenZip, nameOf: (entry: Entry) => string): AsyncGenerator<ZipEntry> {
  const { zip } = archive;
  const directory = await findDirectory(archive);
  const { start, end, shift, count } = directory;
  const covered: Stretch[] = [];
  zip.readEntryCursor = start + shift;
  zip.entryCount = Number.POSITIVE_INFINITY; // where the directory ends says how many there are
  let unclaimed = zip.fileSize; // entries of a hostile archive may share their bytes, which count once
  let read = 0;
  for (const entries = zip.eachEntry(); zip.readEntryCursor < end; read++) {
    const entry = ((await entries.next()) as IteratorYieldResult<Entry>).value; // it never says that it is done
    entry.relativeOffsetOfLocalHeader += shift;
    const place = await findPlace(archive, entry);
    if (place !== null) cover(covered, place);
    const name = nameOf(entry);
    if (isFolder(name, entry)) continue;
    const storedBytes = Math.min(unclaimed, entry.compressedSize);
    unclaimed -= storedBytes;
    yield { name, storedBytes, chunks: readContent(zip, entry) };
  }
  if (zip.readEntryCursor !== end || end - start - shift !== directory.size) {
    yield tellDamage("its directory is not as long as its end says");
  }
  if (read !== count && (directory.isZip64 || read % COUNT_MODULUS !== count)) {
    yield tellDamage(`its directory has ${read} entries, its end says ${count}`);
  }
  const strays = await findStrays(archive, covered, start + shift);
  if (strays.bytes > 0) yield tellDamage(`${strays.bytes} bytes belong to no entry, the first at ${strays.first}`);
}

function tellDamage(what: string): ZipEntry {
  return { name: null, storedBytes: 0, chunks: failing(new Error(`the zip archive is damaged (${what})`)) };
}

/** A name that ends in a slash says that it is one; what is there says that it is none. */
function isFolder(name: string, { uncompressedSize, compressedSize }: Entry): boolean {
  return name.endsWith("/") && uncompressedSize === 0 && compressedSize <= EMPTY_BYTES;
}

interface Directory {
  /** As the end of the archive says. */
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** Where what closes the archive begins. */
  readonly end: number;
  /** Bytes that were put before the archive after it was made. */
  readonly shift: number;
  readonly isZip64: boolean;
}

async function findDirectory({ zip, file, path }: OpenZip): Promise<Directory> {
  const endAt = zip.fileSize - END_BYTES - zip.comment.length;
  const tail = viewOf(await readRange(file, path, Math.max(0, endAt - LOCATOR_BYTES), endAt + END_BYTES));
  const isZip64 = tail.byteLength > END_BYTES && tail.getUint32(0, true) === LOCATOR_SIGNATURE;
  const end = isZip64 ? Number(tail.getBigUint64(8, true)) : endAt;
  const record = isZip64 ? viewOf(await readRange(file, path, end, end + END64_BYTES)) : tail;
  const at = record.byteLength - END_BYTES;
  const size = isZip64 ? Number(record.getBigUint64(40, true)) : record.getUint32(at + 12, true);
  const start = isZip64 ? Number(record.getBigUint64(48, true)) : record.getUint32(at + 16, true);
  const shift = end - size - start;
  const isShifted = shift > 0 && (size === 0 || (await isEntryAt(end - size)));
  return { start, size, count: zip.entryCount, end, shift: isShifted ? shift : 0, isZip64 };

  async function isEntryAt(offset: number): Promise<boolean> {
    return viewOf(await readRange(file, path, offset, offset + 4)).getUint32(0, true) === ENTRY_SIGNATURE;
  }
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

/** A stretch of the file. */
interface Stretch {
  readonly start: number;
  end: number;
}

/** Where an entry stands, with its header and what describes it behind it; `null` where it has no header. */
async function findPlace({ zip, file, path }: OpenZip, entry: Entry): Promise<Stretch | null> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    const hasDescriptor = (entry.generalPurposeBitFlag & 0x08) !== 0;
    const behind = hasDescriptor ? await readRange(file, path, end, Math.min(zip.fileSize, end + 24)) : null;
    return { start: entry.relativeOffsetOfLocalHeader, end: end + (behind === null ? 0 : descriptorBytes(viewOf(behind), entry)) };
  } catch {
    return null; // reading the entry says why
  }
}

/** Checksum and both sizes, of four bytes each or eight, with or without a signature; 0 where they do not stand. */
function descriptorBytes(view: DataView, { crc32: checksum, compressedSize, uncompressedSize }: Entry): number {
  for (const at of [4, 0]) {
    if (view.byteLength < at + 12 || view.getUint32(at, true) !== checksum) continue;
    if (view.getUint32(at + 4, true) === compressedSize && view.getUint32(at + 8, true) === uncompressedSize) return at + 12;
    if (view.byteLength >= at + 20 && Number(view.getBigUint64(at + 4, true)) === compressedSize) return at + 20;
  }
  return 0;
}

/** Entries mostly stand one behind the other, so that one stretch holds them all. */
function cover(covered: Stretch[], { start, end }: Stretch): void {
  const last = covered.at(-1);
  if (last !== undefined && start >= last.start && start <= last.end) last.end = Math.max(last.end, end);
  else covered.push({ start, end });
}

/** What no entry of the directory covers, blank padding aside. */
async function findStrays({ file, path }: OpenZip, covered: readonly Stretch[], end: number): Promise<{ bytes: number; first: number }> {
  const strays = { bytes: 0, first: 0 };
  let at = 0;
  for (const stretch of [...covered.toSorted((a, b) => a.start - b.start), { start: end, end }]) {
    if (stretch.start > at && !(await isBlank(file, path, at, stretch.start))) {
      if (strays.bytes === 0) strays.first = at;
      strays.bytes += stretch.start - at;
    }
    at = Math.max(at, stretch.end);
  }
  return strays;
}

const PIECE_BYTES = 64 * 1024;

async function isBlank(file: FileHandle, path: string, start: number, end: number): Promise<boolean> {
  for await (const piece of readPieces(file, path, start, end, PIECE_BYTES)) if (piece.some((byte) => byte !== 0)) return false;
  return true;
}

async function* readContent(zip: Zip, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Error("the entry is encrypted");
  const stream: Readable & { readonly bytesWritten?: number } = await zip.openReadStreamPromise(entry);
  let checksum = 0;
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > entry.uncompressedSize) break;
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (length !== entry.uncompressedSize) throw damaged("wrong size");
  if (checksum !== entry.crc32) throw damaged("wrong checksum");
  // One that inflates tells what it took.
  if ((stream.bytesWritten ?? entry.compressedSize) !== entry.compressedSize) throw damaged("bytes follow what is compressed");
}

function damaged(what: string): Error {
  return new Error(`the entry is damaged (${what})`);
}
