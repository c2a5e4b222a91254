// Bytes that show all of a decoder: every pair of its index, every single byte, and what is not valid.

/** Encodings of the WHATWG standard with several bytes a character. */
const PAIR_ENCODINGS = ["gb18030", "gbk", "big5", "euc-kr", "shift_jis", "euc-jp"] as const;
/** All of the standard but UTF-8 and the single-byte ones. */
export const STANDARD_MULTI = [...PAIR_ENCODINGS, "iso-2022-jp", "utf-16le", "utf-16be"] as const;

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every byte from 0x80 on before every byte, a blank behind each. */
function everyPair(): number[] {
  return range(0x80, 0xff).flatMap((lead) => range(0, 0xff).flatMap((trail) => [lead, trail, 0x20]));
}

/** Three bytes of EUC-JP: every cell of JIS X 0212, and what is cut or out of range. */
function tripleBytes(): number[] {
  const cells = range(0xa0, 0xff).flatMap((row) => range(0xa0, 0xff).flatMap((cell) => [0x8f, row, cell, 0x20]));
  const bad = range(0, 0xff).flatMap((byte) => [0x8f, 0xb0, byte, 0x20, 0x8f, byte, 0x41, 0x20]);
  return [...cells, ...bad];
}

/** Pointers of four bytes of GB 18030 around every edge of its ranges, and each step between. */
const FOUR_BYTE_EDGES = [
  0, 1, 35, 36, 37, 7456, 7457, 7458, 33569, 33570, 39393, 39394, 39417, 39418, 39419, 39420, 188_999, 189_000, 189_001,
];

function fourBytes(): number[] {
  const pointers = [...FOUR_BYTE_EDGES, ...range(0, 4000).map((step) => step * 10), ...range(0, 2000).map((step) => 189_000 + step * 523)];
  pointers.push(1_237_574, 1_237_575, 1_237_576, 1_237_577, 1_587_599);
  const valid = pointers.flatMap((pointer) => [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]);
  const third = range(0, 0xff).flatMap((byte) => [0x81, 0x30, byte, 0x20]);
  const fourth = range(0, 0xff).flatMap((byte) => [0x81, 0x35, 0xf4, byte, 0x41]);
  return [...valid, 0x20, ...third, ...fourth];
}

const ESCAPES = ["\u001b(B", "\u001b(J", "\u001b(I", "\u001b$@", "\u001b$B"];
const BAD_ESCAPES = [
  "\u001b",
  "\u001b(",
  "\u001b$",
  "\u001b$(D",
  "\u001b(H",
  "\u001b\u001b(B",
  "\u001b$B\u001b(B",
  "\u001b)B",
  "\u000e\u000f",
];

/** Every byte in every state, all pairs, and every good and bad escape in every state. */
function iso2022Jp(): number[] {
  const bytes: number[] = [];
  for (const state of ESCAPES) {
    for (const byte of range(0, 0xff)) bytes.push(...ascii(state), byte, ...ascii("0!"));
    for (const other of [...ESCAPES, ...BAD_ESCAPES]) {
      bytes.push(...ascii(`${state}$"${other}0!`), ...ascii(`${state}${other}${other}0`), ...ascii(`${state}0${other}`));
    }
  }
  bytes.push(...ascii("\u001b$B"), ...range(0x20, 0x7f).flatMap((row) => range(0x20, 0x7f).flatMap((cell) => [row, cell])));
  return bytes;
}

function utf16(littleEndian: boolean): number[] {
  const units = [
    0xfeff, 0x41, 0x416, 0xd83d, 0xde00, 0xd83d, 0x41, 0xde00, 0xdc00, 0xd800, 0xd800, 0xdc00, 0xdbff, 0xdfff, 0xfffd, 0xffff, 0,
  ];
  const all = [...units, ...range(0xd7f0, 0xe010), ...range(0xdff0, 0xe000).flatMap((unit) => [0xdbff, unit]), 0xd800];
  return all.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
}

/** All bytes that are worth decoding in an encoding, in one piece. */
export function vectorsOf(encoding: string): Uint8Array {
  const bytes: number[] = [];
  if (encoding.startsWith("utf-16")) bytes.push(...utf16(encoding === "utf-16le"));
  else if (encoding === "iso-2022-jp") bytes.push(...iso2022Jp());
  else {
    bytes.push(...range(0, 0xff));
    bytes.push(0x20);
    if ((PAIR_ENCODINGS as readonly string[]).includes(encoding)) bytes.push(...everyPair());
    if (encoding === "euc-jp") bytes.push(...tripleBytes());
    if (encoding === "gb18030" || encoding === "gbk") bytes.push(...fourBytes());
  }
  return Uint8Array.from(bytes);
}

/** A short piece with the ends of every kind of sequence, to be cut at every byte. */
export function shortVectorOf(encoding: string): Uint8Array {
  const all = vectorsOf(encoding);
  if (all.length <= 1200) return all;
  const out: number[] = [];
  for (const share of [0.02, 0.3, 0.47, 0.62, 0.8, 0.9, 1]) {
    const end = Math.floor(all.length * share);
    out.push(...all.subarray(Math.max(0, end - 130), end));
  }
  return Uint8Array.from(out);
}
