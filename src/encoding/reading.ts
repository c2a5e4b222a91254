import type { SingleByteCandidate } from "./candidates.ts";
import { decode } from "./decode.ts";
import { PAIR_STEP } from "./model.generated.ts";
import { CLASSES, FOREIGN, lowestLevels, scriptModel, type LanguageModel, type Script } from "./model.ts";
import { IN_WORD, NO_CHARACTER, symbolPrice } from "./symbols.ts";

// What one byte is in a single-byte encoding. Letters lie between LOWER and CASELESS, symbols from SYMBOL on.
export const BOUNDARY = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter of a script without case, or a tone. */
export const CASELESS = 3;
/** A–Z in an encoding of another script. */
export const PLAIN = 4;
export const SYMBOL = 5;
/** A symbol that may stand inside a word. */
const JOINT = 6;

/** A single-byte encoding as the statistics see it: a class, a shape and a price for each byte. */
export interface Reading {
  candidate: SingleByteCandidate;
  /** The characters of the bytes 0x80…0xFF. */
  upper: string;
  /** UTF-16 code units of all bytes. */
  units: Uint16Array;
  /** Class of the byte's letter in the script's model, 0 for none. */
  classes: Uint8Array;
  /** Class of the tone that follows the letter (Vietnamese), 0 for none. */
  tones: Uint8Array;
  shapes: Uint8Array;
  /** Nats the byte costs before its neighbours are looked at. */
  prices: Float64Array;
  /** Models of the languages that the candidate is tried for. */
  models: readonly LanguageModel[];
  /** The lowest level of each pair in any language that the candidate is tried for. */
  lowest: Uint8Array;
  /** Nats the byte costs at least, whatever stands before it and whatever the language. */
  floors: Float64Array;
  /** The byte of a low opening quote, 0 for none. */
  openQuote: number;
  /** Bytes of the quotes that close it. */
  closeQuotes: readonly number[];
}

const SCRIPT_LETTERS: Readonly<Record<Script, RegExp>> = {
  latin: /^\p{Script=Latin}$/u,
  cyrillic: /^\p{Script=Cyrillic}$/u,
  greek: /^\p{Script=Greek}$/u,
  hebrew: /^[\p{Script=Hebrew}\u05b0-\u05c7]$/u,
  arabic: /^[\p{Script=Arabic}\u064b-\u0652]$/u,
  thai: /^\p{Script=Thai}$/u,
  vietnamese: /^[\p{Script=Latin}\u0300-\u0323]$/u,
};
const CASED: ReadonlySet<Script> = new Set<Script>(["latin", "cyrillic", "greek", "vietnamese"]);
/** Letters of today that share a class with the legacy letter. */
const SAME_CLASS: Readonly<Record<string, string>> = { ș: "ş", ț: "ţ", i̇: "i" };
const TONES = "\u0300\u0309\u0303\u0301\u0323";
/** Nats of a Latin letter in text of another script: three bits less than a random byte. */
const PLAIN_LETTER = 3;

const readings = new Map<string, Reading>();

/** The reading of a candidate, made at first use. */
export function readingOf(candidate: SingleByteCandidate): Reading {
  let reading = readings.get(candidate.encoding);
  if (reading === undefined) {
    reading = createReading(candidate);
    readings.set(candidate.encoding, reading);
  }
  return reading;
}

/**
 * Whether two encodings give the same text for a record: the same encoding, or two single-byte ones that agree
 * on the high bytes which the record holds.
 *
 * @param counts - how often the record holds each byte
 */
export function readsAlike(left: string, right: string, counts: Int32Array): boolean {
  if (left === right) return true;
  const first = readings.get(left);
  const second = readings.get(right);
  if (first === undefined || second === undefined) return false;
  for (let byte = 128; byte < 256; byte++) if (counts[byte]! > 0 && first.units[byte] !== second.units[byte]) return false;
  return true;
}

/** The same, made anew. */
export function createReading(candidate: SingleByteCandidate): Reading {
  const all = decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    candidate.encoding,
  ).text;
  const reading: Reading = {
    candidate,
    upper: all.slice(128),
    units: Uint16Array.from({ length: 256 }, (_, byte) => all.charCodeAt(byte)),
    classes: new Uint8Array(256),
    tones: new Uint8Array(256),
    shapes: new Uint8Array(256),
    prices: new Float64Array(256),
    models: scriptModel(candidate.script).languages.filter(({ language }) => candidate.languages.has(language)),
    lowest: lowestLevels(candidate.script, candidate.languages),
    floors: new Float64Array(256),
    openQuote: Math.max(0, all.indexOf("„")),
    closeQuotes: ["“", "”"].map((quote) => all.indexOf(quote)).filter((byte) => byte >= 0),
  };
  for (let byte = 0; byte < 256; byte++) describeByte(reading, byte, all[byte]!);
  const { lowest } = reading;
  for (let byte = 0; byte < 256; byte++) reading.floors[byte] = reading.prices[byte]! + lowestOfClass(lowest, reading.classes[byte]!);
  return reading;
}

function lowestOfClass(lowest: Uint8Array, letterClass: number): number {
  if (letterClass === 0) return 0;
  let level = 255;
  for (let first = 0; first < CLASSES; first++) level = Math.min(level, lowest[first * CLASSES + letterClass]!);
  return level * PAIR_STEP;
}

function describeByte(reading: Reading, byte: number, character: string): void {
  const { script } = reading.candidate;
  const { classes } = scriptModel(script);
  const plain = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  if (plain && script !== "latin" && script !== "vietnamese") {
    reading.shapes[byte] = PLAIN;
    reading.prices[byte] = PLAIN_LETTER;
    return;
  }
  if (byte < 0x80 && character < "\u0080" && !plain) {
    // Digits and brackets are only met here where a trail byte of two could stand.
    if ((byte >= 0x30 && byte <= 0x39) || byte >= 0x40) reading.prices[byte] = PLAIN_LETTER;
    return;
  }
  const lower = character.toLowerCase();
  const folded = SAME_CLASS[lower] ?? lower;
  const [letter, tone] = script === "vietnamese" ? splitTone(folded) : [folded, ""];
  const letterClass = classes.get(letter) ?? (SCRIPT_LETTERS[script].test(folded) ? FOREIGN : 0);
  if (letterClass === 0) {
    reading.shapes[byte] = IN_WORD.has(character) ? JOINT : SYMBOL;
    reading.prices[byte] = character === "\uFFFD" ? NO_CHARACTER : symbolPrice(character);
    return;
  }
  reading.classes[byte] = letterClass;
  reading.tones[byte] = classes.get(tone) ?? 0;
  if (!CASED.has(script) || TONES.includes(character)) reading.shapes[byte] = CASELESS;
  else reading.shapes[byte] = lower === character ? LOWER : UPPER;
}

function splitTone(letter: string): [letter: string, tone: string] {
  const parts = [...letter.normalize("NFD")];
  const tone = parts.find((part) => TONES.includes(part));
  if (tone === undefined || parts.length === 1) return [letter, ""];
  return [
    parts
      .filter((part) => part !== tone)
      .join("")
      .normalize("NFC"),
    tone,
  ];
}
