import { expect, test } from "vitest";
import { parseDump, type ParseOptions } from "../../src/index.ts";
import { checkPromises } from "../support/invariants.ts";
import { codesOf, frame, framed, utf8 } from "./frame.ts";
import { measureGrowth } from "./cpu.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { countInputs } from "./tally.ts";

const PLAIN: ParseOptions = { noise: "off", languages: false };

/** What the HTML Standard reads references to 0x80…0x9F as, "numeric character reference end state". */
const C1_REFERENCES: Readonly<Record<number, number>> = {
  0x80: 0x20ac,
  0x82: 0x201a,
  0x83: 0x0192,
  0x84: 0x201e,
  0x85: 0x2026,
  0x86: 0x2020,
  0x87: 0x2021,
  0x88: 0x02c6,
  0x89: 0x2030,
  0x8a: 0x0160,
  0x8b: 0x2039,
  0x8c: 0x0152,
  0x8e: 0x017d,
  0x91: 0x2018,
  0x92: 0x2019,
  0x93: 0x201c,
  0x94: 0x201d,
  0x95: 0x2022,
  0x96: 0x2013,
  0x97: 0x2014,
  0x98: 0x02dc,
  0x99: 0x2122,
  0x9a: 0x0161,
  0x9b: 0x203a,
  0x9c: 0x0153,
  0x9e: 0x017e,
  0x9f: 0x0178,
};

/** The character of a reference, as the standard says. */
function referenced(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\uFFFD";
  return String.fromCodePoint(C1_REFERENCES[code] ?? code);
}

/** How a character ends up in an article: controls and what shows nothing are left out, blanks are one blank. */
function cleaned(character: string): string {
  if (/^(?!\uFEFF)[\s\u0085]$/.test(character)) return " ";
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  return /^[\u0000-\u001F\u007F-\u009F\u00AD\u200B\u2060\uFEFF]$/.test(character) ? "" : character.normalize("NFC");
}

const NUMBERS = Array.from({ length: 0x180 }, (_, code) => code).concat([
  0x2028, 0x2029, 0x200b, 0x202e, 0xfeff, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfdd0, 0xfffd, 0xfffe, 0xffff, 0x10000, 0x1f600,
  0x1fffe, 0xe0041, 0xffffd, 0x10fffe, 0x10ffff, 0x110000, 9_999_999,
]);

test("numeric references read as the HTML Standard says, decimal and hexadecimal", () => {
  for (const code of NUMBERS) {
    const expected = `Before${cleaned(referenced(code))}after`;
    for (const reference of [`&#${code};`, `&#x${code.toString(16)};`, `&#X${code.toString(16).toUpperCase()};`]) {
      const parsed = checkPromises(frame(`Before${reference}after`), { ...PLAIN, repairText: false });
      expect(framed(parsed), reference).toEqual([expected]);
      countInputs("numeric references");
    }
  }
});

test("a reference too long for any character stays text", () => {
  for (const reference of [
    "&#99999999;",
    "&#x1000000;",
    `&#${"9".repeat(500)};`,
    `&#x${"F".repeat(500)};`,
    "&#;",
    "&#x;",
    "&#xG;",
    "&#-1;",
    "&# 65;",
    "&#65",
  ]) {
    expect(framed(checkPromises(frame(`Before ${reference} after`), PLAIN))).toEqual([`Before ${reference} after`]);
    countInputs("malformed references");
  }
});

/** Names from the HTML Standard's list, with what they stand for. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  AMP: "&",
  lt: "<",
  LT: "<",
  gt: ">",
  GT: ">",
  quot: '"',
  QUOT: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
  COPY: "©",
  reg: "®",
  REG: "®",
  trade: "™",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  bdquo: "„",
  sbquo: "‚",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  sect: "§",
  para: "¶",
  middot: "·",
  bull: "•",
  deg: "°",
  plusmn: "±",
  times: "×",
  divide: "÷",
  frac12: "½",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  oslash: "ø",
  aring: "å",
  aelig: "æ",
  alpha: "α",
  Omega: "Ω",
  larr: "←",
  rarr: "→",
  infin: "∞",
  ne: "≠",
  le: "≤",
  ge: "≥",
  hearts: "♥",
  NotEqualTilde: "≂\u0338",
  nvlt: "<\u20D2",
  fjlig: "fj",
  CounterClockwiseContourIntegral: "∳",
  lbrace: "{",
  NewLine: " ",
  Tab: " ",
  shy: "",
  ZeroWidthSpace: "",
};

test("named references are decoded once, and only with their semicolon", () => {
  for (const [name, character] of Object.entries(NAMED)) {
    expect(framed(checkPromises(frame(`Before&${name};after`), PLAIN)), name).toEqual([`Before${character}after`.normalize("NFC")]);
    expect(framed(checkPromises(frame(`Before&amp;${name};after`), PLAIN)), name).toEqual([`Before&${name};after`]);
    expect(framed(checkPromises(frame(`Before&${name}=after`), PLAIN)), name).toEqual([`Before&${name}=after`]);
    expect(framed(checkPromises(frame(`Before &${name}`), PLAIN)), name).toEqual([`Before &${name}`]);
    countInputs("named references", 4);
  }
});

test("names that no list holds stay text", () => {
  for (const name of [
    "nosuch",
    "copyright",
    "ampamp",
    "AmP",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "a".repeat(32),
    "a".repeat(5000),
    "1",
    "é",
  ]) {
    expect(framed(checkPromises(frame(`Before &${name}; after`), PLAIN))).toEqual([`Before &${name}; after`.normalize("NFC")]);
    countInputs("malformed references");
  }
});

test("what a reference decodes to never begins a record, a header field or a line", () => {
  for (const end of ["&#10;", "&#13;", "&#13;&#10;", "&NewLine;", "&#x2028;", "&#133;", "&#12;", "&amp;#10;"]) {
    for (const header of [" date 2025-03-03 EN", "Date: 2025-03-03", "Title: Other"]) {
      const parsed = checkPromises(frame(`Before${end}${header}${end}after`), PLAIN);
      expect(parsed.articles).toHaveLength(1);
      expect(parsed.articles[0]?.date).toBe("2025-01-02");
      expect(framed(parsed)).toHaveLength(1);
      countInputs("decoded line ends");
    }
  }
});

test("markup behind references is text, never more", () => {
  for (const text of [
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60;b&#62;",
    "&lt;!--",
    "&lt;![CDATA[",
  ]) {
    const [line = ""] = framed(checkPromises(frame(text), PLAIN));
    expect(line.startsWith("<")).toBe(true);
    countInputs("named references");
  }
});

const NAMES_OF_OBJECTS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "isPrototypeOf",
];

test("names of an object's own machinery are names like any other", () => {
  for (const name of NAMES_OF_OBJECTS) {
    const dumps = [
      ` date 2025-01-02 ${name}\nRain over the city\n\nRain fell on the city all Tuesday, and the river rose by half a metre.\n`,
      `Title: ${name}\n${name}: ${name}\nDate: 2025-01-02\nLang: ${name}\n\nRain fell on the city all Tuesday, and the river rose.\n`,
      `${name}: x\n${name}: y\n\nRain fell on the city all Tuesday, and the river rose.\n`,
    ];
    for (const dump of dumps) {
      const { articles, report } = checkPromises(utf8(dump), PLAIN);
      expect(articles).toHaveLength(1);
      expect(JSON.stringify(articles)).toContain(name);
      expect(Object.getPrototypeOf(report.removedByRule)).toBeNull();
      countInputs("names of object members");
    }
    expect(() => parseDump("x", JSON.parse(`{"${name}": true}`) as ParseOptions)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => parseDump("x", { limits: JSON.parse(`{"${name}": 1}`) as object })).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => parseDump("x", { noiseRules: JSON.parse(`{"${name}": true}`) as Record<string, boolean> })).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => parseDump("x", { format: name })).toThrow(expect.objectContaining({ code: "unknown-format" }));
    countInputs("names of object members", 4);
  }
});

test("every C0 control is removed and counted; tab and the line ends are blanks", () => {
  for (let code = 0; code < 0x20; code++) {
    const isBlank = code >= 0x09 && code <= 0x0d;
    const parsed = checkPromises(frame(`Before${String.fromCharCode(code)}after`), { ...PLAIN, encoding: "utf-8" });
    const isLineEnd = code === 0x0a || code === 0x0d;
    expect(framed(parsed), String(code)).toEqual(isLineEnd ? ["Before", "after"] : [isBlank ? "Before after" : "Beforeafter"]);
    expect(codesOf(parsed).includes("control-characters-removed")).toBe(!isBlank);
    countInputs("controls");
  }
});

test("noncharacters, private use, tags and unassigned characters are kept as they are", () => {
  const planes = Array.from({ length: 17 }, (_, plane) => plane * 0x10000);
  const codes = [
    ...planes.flatMap((plane) => [plane + 0xfffe, plane + 0xffff]),
    ...Array.from({ length: 32 }, (_, index) => 0xfdd0 + index),
    ...Array.from({ length: 96 }, (_, index) => 0xe0020 + index),
    0xe000,
    0xf8ff,
    0xf0000,
    0x0378,
    0x2fe0,
    0xe01ef,
  ];
  for (const code of codes) {
    const text = `Before ${String.fromCodePoint(code)} after`;
    expect(framed(checkPromises(frame(text), { ...PLAIN, encoding: "utf-8" })), code.toString(16)).toEqual([text]);
    countInputs("unusual characters");
  }
});

test("direction marks, joiners and variation selectors inside text are kept", () => {
  for (const code of [
    0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x061c, 0xfe0e, 0xfe0f, 0x034f,
  ]) {
    const text = `Before${String.fromCodePoint(code)}after`;
    expect(framed(checkPromises(frame(text), PLAIN)), code.toString(16)).toEqual([text]);
    countInputs("unusual characters");
  }
});

test("soft hyphens, zero-width spaces, word joiners and byte order marks are taken out", () => {
  for (const character of ["\u00AD", "\u200B", "\u2060", "\uFEFF"]) {
    for (const count of [1, 2, 100, 10_000]) {
      expect(framed(checkPromises(frame(`Before${character.repeat(count)}after`), PLAIN))).toEqual(["Beforeafter"]);
      countInputs("unusual characters");
    }
  }
});

test("lone surrogates of a string become U+FFFD and are reported", () => {
  for (const unit of [0xd800, 0xdabc, 0xdbff, 0xdc00, 0xdeef, 0xdfff]) {
    for (const [before, after] of [
      ["a", "b"],
      ["", ""],
      ["\u{1F600}", "\u{1F600}"],
      [" ", "\n"],
    ] as const) {
      const text = new TextDecoder().decode(frame("#")).replace("#", `x${before}${String.fromCharCode(unit)}${after}y`);
      const { articles, report } = parseDump(text, PLAIN);
      expect(report.diagnostics["lone-surrogates"]).toBe(1);
      expect(JSON.stringify(articles[0]?.paragraphs)).toContain(`${before}\uFFFD`);
      expect(JSON.stringify(articles)).not.toMatch(/\\ud[89ab]/i);
      countInputs("lone surrogates");
    }
  }
});

/** Shorter times are the clock's. */
const LEAST_MS = 12;

test("combining marks, growth by normalisation and long runs take linear time", () => {
  const shapes: readonly (readonly [string, (length: number) => string])[] = [
    ["combining marks of one class", (length) => `e${"\u0301".repeat(length)}`],
    ["combining marks out of order", (length) => `e${"\u0315\u0300\u05AE\u0327".repeat(length / 4)}`],
    ["Hangul jamo", (length) => "\u1100\u1161\u11A8".repeat(length / 3)],
    ["characters that grow eighteen times under NFKC", (length) => "\uFDFA".repeat(length)],
    ["characters that NFC takes apart", (length) => "\uFB2C".repeat(length)],
    ["directions in directions", (length) => "\u202E".repeat(length)],
    ["joiners", (length) => "\u200D".repeat(length)],
  ];
  for (const [name, make] of shapes) {
    const parse = (length: number) => () => void parseDump(frame(`Before ${make(length)} after`), PLAIN);
    const { less, more, ratio } = measureGrowth(parse(24_000), parse(96_000), LEAST_MS);
    expect(ratio, `${name}: ${less} and ${more} ms`).toBeLessThan(8);
    expect(parseDump(frame(`Before ${make(100_000)} after`), PLAIN).articles).toHaveLength(1);
    countInputs("hostile Unicode");
  }
});

test("hostile texts of every kind come out as they went in", () => {
  for (const text of HOSTILE_TEXTS) {
    const parsed = checkPromises(frame(text), { ...PLAIN, repairText: false });
    expect(framed(parsed), text.slice(0, 60)).toEqual([text]);
    countInputs("hostile texts");
  }
});
