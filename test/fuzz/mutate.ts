import { ENCODERS } from "./encoders.ts";
import type { Random } from "./random.ts";

/** What has a meaning somewhere in the pipeline; put in anywhere. */
const TOKENS: readonly string[] = [
  "\n date 2025-11-11 EN\n",
  "\n date 2025-13-40 x\n",
  "\ndate 2025\n",
  "\nDate: 2025-11-11\nTitle: A title\n\n",
  "\n==========\n",
  "\n\f\n",
  "\r",
  "\r\n",
  "\n",
  "\n\n\n",
  "\t",
  " ",
  "\u00A0",
  "\u200B",
  "\uFEFF",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u202E",
  "\u0301".repeat(40),
  "\u{E0041}",
  "\uFFFE",
  "\uFFFF",
  "\u{1F469}\u200D\u{1F469}",
  "\u0000",
  "\u0000\u0000\u0000\u0000",
  "\u0007\u0008\u001B[31m",
  "\u001B$B",
  "\u001B(B",
  "~{",
  "~}",
  "+AGE-",
  "&amp;amp;",
  "&#0;",
  "&#10;",
  "&#x110000;",
  "&#xD800;",
  "&#x80;",
  "&nbsp;",
  "&lt;script&gt;",
  "__proto__",
  "\nconstructor: x\n",
  "\n__proto__: x\n",
  "15:00",
  "11.11.2025, 25:61",
  "ÐÐ¾Ð²Ð¾Ñ�ÑÐ¸",
  "Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ",
  "news.nThe",
  "\nShare\n",
  "\nRead more: x\n",
  "https://example.org/?a=1&copy=2",
  "\nBy A. Writer\n",
  "=".repeat(200),
  "[".repeat(100),
  "(".repeat(100),
  "2025-".repeat(30),
  "1.".repeat(60),
  "a ".repeat(60),
  "中文新闻报道",
  "أخبار اليوم",
  "ข่าววันนี้",
];

const encoder = new TextEncoder();
/** Longer inputs are cut: time is better spent on many short ones. */
const MOST_BYTES = 24_000;

type Mutation = (bytes: Uint8Array, random: Random, seeds: readonly Uint8Array[]) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = bytes.slice();
    for (let count = random.below(8) + 1; count > 0 && copy.length > 0; count--) {
      const at = random.below(copy.length);
      copy[at] = copy[at]! ^ (1 << random.below(8));
    }
    return copy;
  },
  function setBytes(bytes, random) {
    const copy = bytes.slice();
    for (let count = random.below(8) + 1; count > 0 && copy.length > 0; count--) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  function truncate(bytes, random) {
    return random.below(2) === 0 ? bytes.slice(0, random.below(bytes.length + 1)) : bytes.slice(random.below(bytes.length + 1));
  },
  function remove(bytes, random) {
    const start = random.below(bytes.length + 1);
    return join(bytes.subarray(0, start), bytes.subarray(start + random.below(40)));
  },
  function repeat(bytes, random) {
    const start = random.below(bytes.length + 1);
    const part = bytes.subarray(start, start + random.below(200));
    return join(bytes.subarray(0, start), ...Array.from({ length: random.below(20) }, () => part), bytes.subarray(start));
  },
  function splice(bytes, random, seeds) {
    const other = random.pick(seeds);
    const start = random.below(other.length + 1);
    const at = random.below(bytes.length + 1);
    return join(bytes.subarray(0, at), other.subarray(start, start + random.below(other.length - start + 1)), bytes.subarray(at));
  },
  function insertToken(bytes, random) {
    const at = random.below(bytes.length + 1);
    return join(bytes.subarray(0, at), encoder.encode(random.pick(TOKENS)), bytes.subarray(at));
  },
  function insertTokens(bytes, random) {
    let result = bytes;
    for (let count = random.below(6) + 1; count > 0; count--) {
      const at = random.below(result.length + 1);
      result = join(result.subarray(0, at), encoder.encode(random.pick(TOKENS)), result.subarray(at));
    }
    return result;
  },
  function insertEncodedToken(bytes, random) {
    const at = random.below(bytes.length + 1);
    return join(bytes.subarray(0, at), random.pick(ENCODERS)(random.pick(TOKENS)), bytes.subarray(at));
  },
  function insertNoise(bytes, random) {
    const at = random.below(bytes.length + 1);
    const noise = Uint8Array.from({ length: random.below(60) }, () => random.below(256));
    return join(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  function shuffleLines(bytes, random) {
    const lines = splitLines(bytes);
    for (let count = random.below(6) + 1; count > 0 && lines.length > 1; count--) {
      const from = random.below(lines.length);
      const to = random.below(lines.length);
      [lines[from], lines[to]] = [lines[to]!, lines[from]!];
    }
    return join(...lines);
  },
  function repeatLine(bytes, random) {
    const lines = splitLines(bytes);
    if (lines.length === 0) return bytes;
    const line = random.pick(lines);
    lines.splice(random.below(lines.length + 1), 0, ...Array.from({ length: random.below(5) }, () => line));
    return join(...lines);
  },
  function swapEncoding(bytes, random) {
    return random.pick(ENCODERS)(new TextDecoder().decode(bytes));
  },
  function encodeOneLine(bytes, random) {
    const lines = splitLines(bytes);
    if (lines.length === 0) return bytes;
    const at = random.below(lines.length);
    lines[at] = random.pick(ENCODERS)(new TextDecoder().decode(lines[at]));
    return join(...lines);
  },
  function swapLineEnds(bytes, random) {
    const end = encoder.encode(random.pick(["\r", "\r\n", "\n\n", "\u0085", "\u2028", "\n\r"]));
    return join(
      ...splitLines(bytes).flatMap((line) => (line.at(-1) === 0x0a && random.below(3) > 0 ? [line.subarray(0, -1), end] : [line])),
    );
  },
];

/** A seed, mutated a few times. */
export function mutate(seed: Uint8Array, random: Random, seeds: readonly Uint8Array[]): Uint8Array {
  let bytes = seed;
  for (let count = random.below(5) + 1; count > 0; count--) bytes = random.pick(MUTATIONS)(bytes, random, seeds);
  return bytes.slice(0, MOST_BYTES);
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
