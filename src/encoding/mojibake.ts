import { MISREADINGS } from "./misreadings.generated.ts";
import { checkText } from "../stage-input.ts";

/** A text whose wrong decoding was undone. */
export interface MojibakeRepair {
  /** The text as it was meant. */
  text: string;
  /** Always true: where there is nothing to repair, the result is `null`. */
  repaired: true;
  /** Encodings in which UTF-8 had been read, the last wrong step first. */
  chain: string[];
  /** Characters put right in all steps together. */
  replaced: number;
}

/** One encoding in which UTF-8 gets read by mistake. */
interface WrongReading {
  encoding: string;
  /** The byte a character stands for, for bytes from 0x80 on. */
  bytes: ReadonlyMap<string, number>;
  /** Sequences needed before a text is touched. */
  fewest: number;
}

/** Encodings as they happen, most frequent first, with the number of sequences that prove them and their script. */
const ENCODINGS: readonly (readonly [encoding: keyof typeof MISREADINGS, fewest: number, script: "latin" | "cyrillic"])[] = [
  ["windows-1252", 1, "latin"],
  ["windows-1251", 2, "cyrillic"],
  ["koi8-r", 2, "cyrillic"],
  ["ibm866", 2, "cyrillic"],
  ["windows-1250", 2, "latin"],
  ["ibm850", 2, "latin"],
  ["ibm437", 2, "latin"],
];
/** The readings of each script, a bit each. */
const LATIN_READINGS = readingsOf("latin");
const CYRILLIC_READINGS = readingsOf("cyrillic");

function readingsOf(wanted: "latin" | "cyrillic"): number {
  return ENCODINGS.reduce((bits, [, , script], index) => (script === wanted ? bits | (1 << index) : bits), 0);
}

/** Text goes through a wrong decoder twice now and then; more often was not met. */
const STEPS = 3;
/** Characters that a correct hand may have set into a text that is wrong otherwise. */
const TYPOGRAPHIC: ReadonlySet<string> = new Set("‘’“”„–—…«»•\u00a0");
/** One more of them: behind a letter it is no closing quote, but half of one that was read wrong (`Ã€`). */
const GENUINE: ReadonlySet<string> = new Set([...TYPOGRAPHIC, "€"]);
const LETTER = /^\p{L}$/u;
const LOWER_LETTER = /^\p{Ll}$/u;
/** What no step brings forth: unassigned and private characters. */
const IMPLAUSIBLE = /[\ufffd\ue000-\uf8ff\p{Cn}]/u;
/** Control characters stand for bytes that a further step needs; none may be left in the end. */
const CONTROL = /[\u0080-\u009f]/;

/** Two characters that stand for all from one to the other; example: `А-я`. */
const RANGE = /(.)-(.)/g;

function expandRange(_range: string, first: string, last: string): string {
  const from = first.charCodeAt(0);
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) => from + index));
}

/** A byte that stands nowhere in UTF-8. */
const NO_LEAD = 0xff;

let wrongReadings: readonly WrongReading[] | null = null;

function loadReadings(): readonly WrongReading[] {
  return (wrongReadings ??= createReadings());
}

/** The wrong readings, made anew. */
export function createReadings(): WrongReading[] {
  return ENCODINGS.map(([encoding, fewest]) => {
    const bytes = new Map<string, number>();
    // ISO-8859-1 readers give control characters where windows-1252 has letters; both occur mixed.
    for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(String.fromCharCode(byte), byte);
    // The decoder's tables take long to unpack, and text in UTF-8 needs nothing else of them.
    const text = MISREADINGS[encoding].replace(RANGE, expandRange);
    for (let index = 0; index < 128; index++) bytes.set(text[index]!, 128 + index);
    bytes.delete("\uFFFD");
    // The mark of windows-1252; in code page 850 it would begin letters that news are not written in.
    if (encoding === "ibm850") bytes.set("Ã", NO_LEAD);
    return { encoding, bytes, fewest };
  });
}

/** For each code unit the wrong readings, a bit each, in which it stands for a byte of some kind. */
interface Gate {
  leads: Uint8Array;
  continuations: Uint8Array;
  /** Lead characters that may also be genuine. */
  typographic: Uint8Array;
}

/** No character of a wrong reading lies above the box drawings and shades of code page 437. */
const GATE_UNITS = 0x2600;
let gate: Gate | null = null;

/** The gate to some readings, made anew. */
export function createGate(readings: readonly WrongReading[]): Gate {
  const made = { leads: new Uint8Array(GATE_UNITS), continuations: new Uint8Array(GATE_UNITS), typographic: new Uint8Array(GATE_UNITS) };
  for (const [index, { bytes }] of readings.entries()) {
    for (const [character, byte] of bytes) {
      const unit = character.charCodeAt(0);
      if (sequenceSize(byte) > 0) made.leads[unit]! |= 1 << index;
      else if (byte <= 0xbf) made.continuations[unit]! |= 1 << index;
      if (TYPOGRAPHIC.has(character)) made.typographic[unit] = 1;
    }
  }
  return made;
}

/**
 * The wrong readings of `candidates`, a bit each, that may have brought forth a text: in them some characters are a
 * lead byte and one that goes on with it, and no lead byte stands alone. One pass at most; 0 for nearly all clean text.
 */
function possibleReadings(text: string, candidates: number): number {
  const { length } = text;
  let index = 0;
  while (index < length && text.charCodeAt(index) < 0x80) index++;
  if (index === length) return 0;
  const { leads, continuations, typographic } = (gate ??= createGate(loadReadings()));
  let found = 0;
  let open = candidates;
  for (let unit = text.charCodeAt(index); index < length;) {
    const next = ++index < length ? text.charCodeAt(index) : 0;
    if (unit >= 0x80 && unit < GATE_UNITS) {
      const lead = leads[unit]! & open;
      if (lead !== 0) {
        const followed = next < GATE_UNITS ? lead & continuations[next]! : 0;
        found |= followed;
        if (typographic[unit] === 0) open &= ~lead | followed;
        if (open === 0) return 0;
      }
    }
    unit = next;
  }
  return found & open;
}

/**
 * Text that was UTF-8, was read in a legacy encoding, and then saved: `Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ` or `cafÃ©`. It is repaired
 * only where the way back exists: all of its characters outside ASCII stand for bytes that are UTF-8 when put
 * together, apart from such as the legacy encoding does not have. Undone up to three times.
 *
 * @param text - a line or a paragraph; the smaller the piece, the less a correct neighbour protects the wrong
 * @returns the repair, or `null` when the text stays as it is
 *
 * @example
 * ```ts
 * import { repairMojibake } from "newsdump";
 *
 * repairMojibake("La cafÃ©")?.text; // "La café"
 * repairMojibake("La café"); // null
 * ```
 */
export function repairMojibake(text: string): MojibakeRepair | null {
  checkText(text, "what is repaired must be a string");
  return repairReadings(text, LATIN_READINGS | CYRILLIC_READINGS);
}

/**
 * As {@link repairMojibake}, for a text of which it is known whether it holds a character that a sequence of UTF-8
 * begins with when it is read in an encoding of the Latin or the Cyrillic script.
 */
export function repairLeads(text: string, hasLatin: boolean, hasCyrillic: boolean): MojibakeRepair | null {
  return repairReadings(text, (hasLatin ? LATIN_READINGS : 0) | (hasCyrillic ? CYRILLIC_READINGS : 0));
}

function repairReadings(text: string, candidates: number): MojibakeRepair | null {
  const possible = possibleReadings(text, candidates);
  if (possible === 0) return null;
  const chain: string[] = [];
  let current = text;
  let replaced = 0;
  for (let step = 0; step < STEPS; step++) {
    const undone = undoOnce(current, step === 0 ? possible : possibleReadings(current, LATIN_READINGS | CYRILLIC_READINGS), chain);
    if (undone === null) break;
    current = undone.text;
    replaced += undone.replaced;
    chain.push(undone.encoding);
  }
  return chain.length === 0 || CONTROL.test(current) ? null : { text: current, repaired: true, chain, replaced };
}

interface Undone {
  text: string;
  replaced: number;
  encoding: string;
  fewest: number;
}

/** The reading that puts most characters right; none where two equally rare ones do so with different texts. */
function undoOnce(text: string, possible: number, chain: readonly string[]): Undone | null {
  let best: Undone | null = null;
  let ambiguous = false;
  for (const [index, reading] of loadReadings().entries()) {
    if ((possible & (1 << index)) === 0) continue;
    // What happened once happens again: then one sequence is enough.
    const fewest = chain.includes(reading.encoding) ? 1 : reading.fewest;
    const undone = undoReading(text, reading, fewest);
    if (undone === null || (best !== null && undone.replaced < best.replaced)) continue;
    if (best !== null && undone.replaced === best.replaced) {
      ambiguous ||= undone.text !== best.text && reading.fewest === best.fewest;
      continue;
    }
    best = undone;
    ambiguous = false;
  }
  return ambiguous ? null : best;
}

/** Length of the UTF-8 sequence that begins with a lead byte, 0 for other bytes. */
function sequenceSize(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function undoReading(text: string, { encoding, bytes }: WrongReading, fewest: number): Undone | null {
  let out = "";
  let replaced = 0;
  let proofs = 0;
  let genuine = 0;
  let long = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    const lead = bytes.get(character);
    if (lead === undefined) {
      out += character;
      at++;
      continue;
    }
    const meant = readSequence(text, at, lead, bytes);
    if (meant === null) {
      if (!GENUINE.has(character)) return null;
      genuine++;
      out += character;
      at++;
      continue;
    }
    replaced++;
    if (meant.size > 2) long++;
    if (isProof(text, at, meant.size)) proofs++;
    out += meant.character;
    at += meant.size;
  }
  if (proofs === 0 || replaced < fewest || (genuine > 0 && replaced < 2 && long === 0)) return null;
  return { text: out, replaced, encoding, fewest };
}

function readSequence(
  text: string,
  at: number,
  lead: number,
  bytes: ReadonlyMap<string, number>,
): { character: string; size: number } | null {
  const size = sequenceSize(lead);
  if (size === 0) return null;
  const sequence = new Uint8Array(size);
  sequence[0] = lead;
  for (let index = 1; index < size; index++) {
    const byte = bytes.get(text[at + index] ?? "");
    if (byte === undefined || byte > 0xbf) return null;
    sequence[index] = byte;
  }
  try {
    const character = utf8.decode(sequence);
    return IMPLAUSIBLE.test(character) ? null : { character, size };
  } catch {
    return null;
  }
}

/**
 * Whether a sequence cannot be what was written: three characters and more never are; of two, the second has
 * to be something that follows no letter, or a mark glued to the next letter, or the first a capital behind a
 * small letter. `MANHÃ”` is a word and a quote.
 */
function isProof(text: string, at: number, size: number): boolean {
  if (size > 2) return true;
  const second = text[at + 1]!;
  if (second >= "\u0080" && second < "\u00a0") return true;
  if (isLatinCapital(text[at]!) && LOWER_LETTER.test(text[at - 1] ?? "")) return true;
  if (!TYPOGRAPHIC.has(second)) return !LETTER.test(second) || !LETTER.test(text[at]!) || isOddPair(text[at]!, second);
  return LETTER.test(text[at + 2] ?? " ") && second !== "\u00a0";
}

/** Of the Latin lead bytes, all but the last few are capitals: `cittÃ` is no word. */
function isLatinCapital(character: string): boolean {
  return character >= "\u00c2" && character <= "\u00de";
}

/** A capital with a letter of another case or alphabet behind it, which words do not have. */
function isOddPair(first: string, second: string): boolean {
  const capital = first !== first.toLowerCase();
  return capital ? "µªºЃЂѓђЉЊЌЋЏљњќћџЎўЈҐЄЇІіґєјЅѕїƒŠŒŽšœžŸ".includes(second) : true;
}
