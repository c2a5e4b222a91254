import { TextDecoder as LegacyDecoder } from "@exodus/bytes/encoding.js";
import { NewsdumpError } from "../errors.ts";
import { decodeEucTw } from "./euc-tw.ts";
import { decodeJohab } from "./johab.ts";
import { canonicalEncoding } from "./labels.ts";
import { unshiftHz, unshiftIso2022, type Unshifted } from "./shifted.ts";
import { decodeSingleByte, hasOwnTable } from "./single-byte.ts";
import { findInvalidUtf8, type InvalidBytes } from "./utf8.ts";

/** What {@link decode} gives back. */
export interface Decoded {
  /** The text; a byte order mark at its head is kept as U+FEFF, so that offsets stay true. */
  text: string;
  /** Canonical name of the encoding that was used. */
  encoding: string;
  /** Bytes that are not valid in the encoding, each written as U+FFFD; `null` when there are none. */
  invalid: InvalidBytes | null;
}

const REPLACEMENT = "\uFFFD";

// Native UTF-8 decoders agree on every runtime; for the other encodings several of them have wrong
// cells, so those never reach the native decoder.
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const looseUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const legacyDecoders = new Map<string, { strict: TextDecoder; loose: TextDecoder }>();

/**
 * Text of bytes in a named encoding, by the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/)
 * (and UTF-32), the same on every runtime. Nothing throws on bad bytes: they become U+FFFD and are counted.
 *
 * @param bytes - any bytes
 * @param encoding - a label that {@link canonicalEncoding} knows
 * @throws {@link NewsdumpError} with code `unknown-encoding` when the label names no encoding
 *
 * @example
 * ```ts
 * import { decode } from "newsdump";
 *
 * decode(new Uint8Array([0xcd, 0xee, 0xe2, 0xee]), "windows-1251").text; // "Ново"
 * decode(new Uint8Array([0x61, 0xff]), "utf-8").invalid; // { count: 1, firstOffset: 1 }
 * ```
 */
export function decode(bytes: Uint8Array, encoding: string): Decoded {
  const name = canonicalEncoding(encoding);
  if (name === null) {
    throw new NewsdumpError(
      "unknown-encoding",
      `encoding must be a label of the WHATWG Encoding Standard or UTF-32, not ${JSON.stringify(encoding)}`,
    );
  }
  if (name === "utf-8") return decodeUtf8(bytes);
  if (name === "utf-32le" || name === "utf-32be") return decodeUtf32(bytes, name);
  if (hasOwnTable(name)) return decodeByTable(bytes, name);
  if (name === "hz") return decodeUnshifted(unshiftHz(bytes), name);
  if (name === "iso-2022-kr" || name === "iso-2022-cn") return decodeUnshifted(unshiftIso2022(bytes, name), name);
  if (name === "euc-tw")
    return countInvalid(
      decodeEucTw(bytes, (pair) => decodeLegacy(pair, "big5").text),
      name,
    );
  if (name === "johab")
    return countInvalid(
      decodeJohab(bytes, (pair) => decodeLegacy(pair, "euc-kr").text),
      name,
    );
  return decodeLegacy(bytes, name);
}

/** For decoders of our own, which tell bad bytes by U+FFFD only; the offset is that of the character. */
function countInvalid(text: string, encoding: string): Decoded {
  const at = text.indexOf(REPLACEMENT);
  return { text, encoding, invalid: at < 0 ? null : { count: countReplacements(text), firstOffset: at } };
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: strictUtf8.decode(bytes), encoding: "utf-8", invalid: null };
  } catch {
    return { text: looseUtf8.decode(bytes), encoding: "utf-8", invalid: findInvalidUtf8(bytes) };
  }
}

function decodeByTable(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodeSingleByte(bytes, encoding);
  const firstOffset = text.indexOf(REPLACEMENT);
  // One byte is one character here, so that places in the text are places in the bytes.
  return { text, encoding, invalid: firstOffset < 0 ? null : { count: countReplacements(text), firstOffset } };
}

function decodeUnshifted(unshifted: Unshifted, encoding: string): Decoded {
  const { text, invalid } = decode(unshifted.bytes, unshifted.encoding);
  return { text, encoding, invalid };
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

function decodeLegacy(bytes: Uint8Array, name: string): Decoded {
  let pair = legacyDecoders.get(name);
  if (pair === undefined) {
    pair = {
      strict: new LegacyDecoder(name, { fatal: true, ignoreBOM: true }),
      loose: new LegacyDecoder(name, { ignoreBOM: true }),
    };
    legacyDecoders.set(name, pair);
  }
  try {
    return { text: pair.strict.decode(bytes), encoding: name, invalid: null };
  } catch {
    const text = pair.loose.decode(bytes);
    return { text, encoding: name, invalid: findReplacements(text, bytes, name) };
  }
}

/** Counts the U+FFFD of a loosely decoded text and finds the byte of the first. */
function findReplacements(text: string, bytes: Uint8Array, name: string): InvalidBytes {
  return { count: Math.max(countReplacements(text), 1), firstOffset: offsetOfCharacter(bytes, text.indexOf(REPLACEMENT), name) };
}

/** Bytes of the character that begins with `lead`, in the encodings of one to four bytes a character. */
function characterLength(name: string, lead: number, next: number): number {
  if (lead < 0x80) return 1;
  switch (name) {
    case "gb18030":
    case "gbk":
      return lead === 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    case "shift_jis":
      return lead === 0x80 || (lead >= 0xa0 && lead <= 0xdf) ? 1 : 2;
    case "euc-jp":
      return lead === 0x8f ? 3 : 2;
    case "big5":
    case "euc-kr":
      return 2;
    default:
      return 1;
  }
}

/** Offset of the byte where the code unit at `index` of the text begins; all before it is valid. */
function offsetOfCharacter(bytes: Uint8Array, index: number, name: string): number {
  if (name === "utf-16le" || name === "utf-16be") return Math.min(bytes.length, index * 2);
  if (name === "iso-2022-jp") return offsetAfterEscapes(bytes, index);
  let offset = 0;
  for (let units = 0; units < index && offset < bytes.length; units++) {
    const length = characterLength(name, bytes[offset]!, bytes[offset + 1] ?? 0);
    // Four bytes of GB 18030 with a lead byte from 0x90 on are a character outside the BMP: two code units.
    if (length === 4 && bytes[offset]! >= 0x90) units++;
    offset += length;
  }
  return Math.min(offset, Math.max(0, bytes.length - 1));
}

const ESCAPE = 0x1b;

function offsetAfterEscapes(bytes: Uint8Array, index: number): number {
  let double = false;
  let units = 0;
  let offset = 0;
  while (units < index && offset < bytes.length) {
    if (bytes[offset] === ESCAPE) {
      double = bytes[offset + 1] === 0x24;
      offset += 3;
      continue;
    }
    units++;
    offset += double ? 2 : 1;
  }
  return Math.min(offset, Math.max(0, bytes.length - 1));
}

function decodeUtf32(bytes: Uint8Array, name: "utf-32le" | "utf-32be"): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = name === "utf-32le";
  const parts: string[] = [];
  let invalid: InvalidBytes | null = null;
  for (let offset = 0; offset < bytes.length; offset += 4) {
    const code = offset + 4 <= bytes.length ? view.getUint32(offset, littleEndian) : -1;
    if (code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) {
      parts.push(String.fromCodePoint(code));
      continue;
    }
    parts.push(REPLACEMENT);
    if (invalid === null) invalid = { count: 0, firstOffset: offset };
    invalid.count++;
  }
  return { text: parts.join(""), encoding: name, invalid };
}
