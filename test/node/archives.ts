import { crc32, deflateRawSync } from "node:zlib";

/** Entries by name. */
type Entries = Readonly<Record<string, string | Uint8Array>>;

/** A tar archive (ustar). */
export function tarOf(entries: Entries, options: { longNames?: boolean } = {}): Uint8Array {
  const parts: Buffer[] = [];
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    if (options.longNames === true) parts.push(tarHeader("././@LongLink", name.length + 1, "L"), padded(Buffer.from(`${name}\0`)));
    parts.push(tarHeader(options.longNames === true ? "short" : name, bytes.length, "0"), padded(bytes));
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** A header with a pax record for a path before an entry. */
export function paxTarOf(name: string, content: string): Uint8Array {
  return Buffer.concat([tarEntry("PaxHeader", paxRecord("path", name), "x"), tarEntry("short", content), TAR_END]);
}

/** One block. */
export function tarHeader(name: string, size: number, type: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("ustar\x0000", 257);
  header.write(type, 156);
  return seal(header);
}

/** Gives a header its checksum. */
export function seal(header: Buffer): Buffer {
  header.write("        ", 148);
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** An entry as it stands in an archive. */
export function tarEntry(name: string, content: string | Uint8Array, type = "0"): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([tarHeader(name, bytes.length, type), padded(bytes)]);
}

/** The two blocks behind the last entry. */
export const TAR_END = Buffer.alloc(1024);

/** A record of an extended header. */
export function paxRecord(key: string, value: string): string {
  const body = ` ${key}=${value}\n`;
  let length = body.length + 1;
  while (String(length).length + body.length !== length) length++;
  return `${length}${body}`;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A zip archive with deflated entries. */
export function zipOf(entries: Entries): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // version
    shared.writeUInt16LE(8, 4); // deflate
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), shared, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
