import { NewsdumpError } from "../errors.ts";
import { decodePairs, isPairEncoding, readPairs, type DecodedText, type DecodedUnits } from "./double-byte.ts";
import { decodeEucTw } from "./euc-tw.ts";
import { decodeIso2022Jp } from "./iso-2022-jp.ts";
import { decodeJohab } from "./johab.ts";
import { canonicalEncoding } from "./labels.ts";
import { unshiftHz, unshiftIso2022, type Unshifted } from "./shifted.ts";
import { decodeSingleByte, isSingleByte, readSingleBytes } from "./single-byte.ts";
import { findInvalidUtf8, type InvalidBytes } from "./utf8.ts";
import { decodeUtf16, decodeUtf32 } from "./wide-units.ts";
import { checkBytes } from "../typed-array.ts";

/** What {@link decode} gives back. */
export interface Decoded {
  /** The text; a byte order mark at its head is kept as U+FEFF, so that offsets stay true. */
  text: string;
  /** Canonical name of the encoding that was used. */
  encoding: string;
  /** Bytes that are not valid in the encoding, each written as U+FFFD; `null` when there are none. */
  invalid: InvalidBytes | null;
}

// Native UTF-8 decoders agree on every runtime; for the other encodings several of them have wrong
// cells, so those texts never reach the native decoder.
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const looseUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Text of bytes in a named encoding, by the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/)
 * (and UTF-32), the same on every runtime. Nothing throws on bad bytes: they become U+FFFD and are counted.
 *
 * @param bytes - any bytes
 * @param encoding - a label that {@link canonicalEncoding} knows
 * @throws {@link NewsdumpError} with code `unknown-encoding` when the label names no encoding, and with code
 *   `unavailable-encoding` when an East Asian one meets a character and this runtime's `TextDecoder` lacks it
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
  const { text, invalid } = decodeKnown(checkBytes(bytes, "what is decoded must be a Uint8Array"), name);
  return { text, encoding: name, invalid };
}

/** A text as code units. */
export interface UnitText extends DecodedUnits {
  /** Whether every byte is one unit. */
  readonly isByteUnit: boolean;
}

/**
 * Code units of bytes in an encoding of single bytes or of pairs, for those who cut a text into many strings: they
 * hold until the next text is decoded. `null` for other encodings.
 *
 * @param encoding - its canonical name
 */
export function decodeUnits(bytes: Uint8Array, encoding: string): UnitText | null {
  if (isPairEncoding(encoding)) return { ...readPairs(bytes, encoding), isByteUnit: false };
  return isSingleByte(encoding) ? { ...readSingleBytes(bytes, encoding), isByteUnit: true } : null;
}

function decodeKnown(bytes: Uint8Array, name: string): DecodedText {
  if (name === "utf-8") return decodeUtf8(bytes);
  if (isPairEncoding(name)) return decodePairs(bytes, name);
  switch (name) {
    case "utf-16le":
    case "utf-16be":
      return decodeUtf16(bytes, name === "utf-16le");
    case "utf-32le":
    case "utf-32be":
      return decodeUtf32(bytes, name === "utf-32le");
    case "iso-2022-jp":
      return decodeIso2022Jp(bytes);
    case "hz":
      return decodeUnshifted(unshiftHz(bytes));
    case "iso-2022-kr":
    case "iso-2022-cn":
      return decodeUnshifted(unshiftIso2022(bytes, name));
    case "euc-tw":
      return decodeEucTw(bytes);
    case "johab":
      return decodeJohab(bytes);
    default:
      return decodeSingleByte(bytes, name);
  }
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: strictUtf8.decode(bytes), invalid: null };
  } catch {
    return { text: looseUtf8.decode(bytes), invalid: findInvalidUtf8(bytes) };
  }
}

function decodeUnshifted(unshifted: Unshifted): DecodedText {
  const { text, invalid } = decodeKnown(unshifted.bytes, unshifted.encoding);
  return { text, invalid: invalid === null ? null : { count: invalid.count, firstOffset: unshifted.originOf(invalid.firstOffset) } };
}
