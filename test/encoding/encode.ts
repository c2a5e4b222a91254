// The way back, for tests and benchmarks only: text to bytes by turning the decoder's own tables round.
import { decode } from "../../src/encoding/decode.ts";

const REPLACEMENT = "\uFFFD";
const inverses = new Map<string, Map<string, number[]>>();

const PAIR_ENCODINGS: ReadonlySet<string> = new Set(["gb18030", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "euc-tw", "johab"]);

function inverseOf(encoding: string): Map<string, number[]> {
  const known = inverses.get(encoding);
  if (known !== undefined) return known;
  const inverse = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const { text } = decode(Uint8Array.from(bytes), encoding);
    if (text.includes(REPLACEMENT) || [...text].length !== 1 || inverse.has(text)) return;
    inverse.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (PAIR_ENCODINGS.has(encoding)) {
    for (let lead = 0xa1; lead < 0x1a1; lead++) for (let trail = 0x31; trail < 256; trail++) add([lead > 0xff ? lead - 0x80 : lead, trail]);
  }
  inverses.set(encoding, inverse);
  return inverse;
}

function encodeUnits(text: string, encoding: string): Uint8Array {
  const size = encoding.startsWith("utf-32") ? 4 : 2;
  const values =
    size === 4
      ? [...text].map((character) => character.codePointAt(0)!)
      : Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    if (size === 4) view.setUint32(index * 4, value, encoding.endsWith("le"));
    else view.setUint16(index * 2, value, encoding.endsWith("le"));
  });
  return bytes;
}

/** Seven-bit encodings from their EUC form: shifts around the runs of pairs. */
function encodeShifted(text: string, inner: string, enter: number[], leave: number[], prefix: number[]): Uint8Array | null {
  const out = [...prefix];
  let double = false;
  for (const character of text) {
    const bytes = inverseOf(inner).get(character);
    if (bytes === undefined || (bytes.length === 1 && bytes[0]! >= 0x80)) return null;
    if (bytes.length === 2 && (bytes[0]! < 0xa1 || bytes[1]! < 0xa1)) return null;
    const wants = bytes.length === 2;
    if (wants !== double) out.push(...(wants ? enter : leave));
    double = wants;
    out.push(...bytes.map((byte) => (wants ? byte & 0x7f : byte)));
  }
  if (double) out.push(...leave);
  return Uint8Array.from(out);
}

const ESC = 0x1b;
const bytesOf = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** Bytes of `text` in an encoding that {@link decode} knows, or `null` when a character has none there. */
export function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding.startsWith("utf-16") || encoding.startsWith("utf-32")) return encodeUnits(text, encoding);
  if (encoding === "iso-2022-jp") return encodeShifted(text, "euc-jp", [ESC, ...bytesOf("$B")], [ESC, ...bytesOf("(B")], []);
  if (encoding === "iso-2022-kr") return encodeShifted(text, "euc-kr", [0x0e], [0x0f], [ESC, ...bytesOf("$)C")]);
  if (encoding === "hz") return encodeShifted(text, "gbk", bytesOf("~{"), bytesOf("~}"), []);
  const inverse = inverseOf(encoding);
  const out: number[] = [];
  for (const character of encoding === "windows-1258" ? splitTones(text) : text) {
    const bytes = inverse.get(character);
    if (bytes === undefined) return null;
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Letters with the tone apart, where windows-1258 has no letter with it. */
function splitTones(text: string): string {
  const inverse = inverseOf("windows-1258");
  return [...text.normalize("NFC")]
    .map((character) => {
      if (inverse.has(character)) return character;
      const parts = character.normalize("NFD");
      const tone = TONES.exec(parts)?.[0] ?? "";
      return parts.replace(tone, "").normalize("NFC") + tone;
    })
    .join("");
}
