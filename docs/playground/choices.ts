import type { PlaygroundOptions } from "./protocol.ts";

/** What the library's levels of noise are called here; a level it gets must be named. */
const NAMES_OF_LEVELS: Readonly<Record<NonNullable<PlaygroundOptions["noise"]>, string>> = {
  off: "off",
  light: "light",
  balanced: "balanced",
  strict: "strict",
};

/** What can be chosen, the library's default first. */
export const NOISE_CHOICES: readonly (readonly [level: PlaygroundOptions["noise"], name: string])[] = [
  [null, "default"],
  ...(Object.entries(NAMES_OF_LEVELS) as [NonNullable<PlaygroundOptions["noise"]>, string][]), // keys of the record above
];

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
