import type { PlaygroundOptions } from "./protocol.ts";

/** Every level the library knows, the default first. */
export const NOISE_LEVELS = ["light", "off"] as const satisfies readonly PlaygroundOptions["noise"][];

/** Encodings to choose from; others can be typed. */
export const ENCODINGS = [
  "utf-8",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "macintosh",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-7",
  "windows-874",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "euc-kr",
  "utf-16le",
  "utf-16be",
] as const;
