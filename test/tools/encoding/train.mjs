// Writes src/encoding/model.generated.ts: what letter follows which in the languages of legacy encodings,
// and how frequent the characters of the East Asian sets are. Only numbers go in. Sources:
// - Wikipedia pair and character counts, https://github.com/hsivonen/charcounts (CC0)
// - FLORES-200 training sentences (CC BY-SA 4.0), for pairs of plain letters and languages missing there
// Run: node test/tools/encoding/train.mjs [--check]
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { readPairCounts, readCharacterCounts } from "./charcounts.mjs";
import { createEncoder } from "./range-coder.mjs";
import { emit, sharedFile } from "./shared.mjs";

const STEP = 1; // nats for one level; accuracy is flat from 0.65 to 1.1
const LAST_LEVEL = 10;
const CJK_STEP = 0.95; // nats for one level
const CJK_BASE = 2; // nats of level 0
const WIKIPEDIA_WEIGHT = 3; // against the sentences' weight of 1
const SMOOTHING = 2; // pseudo-occurrences
const LETTER_SHARE = 4e-5; // a letter rarer than this is foreign to the language

/** id: FLORES codes | charcounts files. Similar languages stand side by side: each predicts the next. */
const SCRIPTS = {
  latin: `en: eng_Latn | ; nl: nld_Latn |; de: deu_Latn | de; da: dan_Latn | da;
    nb: nob_Latn nno_Latn | no nn; sv: swe_Latn | sv; fo: fao_Latn | fo; is: isl_Latn | is; fi: fin_Latn | fi;
    et: est_Latn | et; fr: fra_Latn | fr; ca: cat_Latn | ca; es: spa_Latn | es; gl: glg_Latn | gl; pt: por_Latn | pt;
    it: ita_Latn | it; ro: ron_Latn | ro; ga: gle_Latn gla_Latn | ga gd; cy: cym_Latn |;
    sq: als_Latn | sq; mt: mlt_Latn |; eo: epo_Latn |; hr: hrv_Latn bos_Latn | hr bs sh; sl: slv_Latn | sl;
    sk: slk_Latn | sk; cs: ces_Latn | cs; pl: pol_Latn | pl; lt: lit_Latn | lt; lv: lvs_Latn | lv; hu: hun_Latn | hu;
    tr: tur_Latn | tr`,
  cyrillic: `ru: rus_Cyrl | ru; uk: ukr_Cyrl | uk; be: bel_Cyrl | be; bg: bul_Cyrl | bg; mk: mkd_Cyrl | mk;
    sr: srp_Cyrl | sr; mn: khk_Cyrl | mn; kk: kaz_Cyrl |; tg: tgk_Cyrl |`,
  greek: `el: ell_Grek | el`,
  hebrew: `he: heb_Hebr | he`,
  arabic: `ar: arb_Arab | ar; fa: pes_Arab | fa`,
  thai: `th: tha_Thai | th`,
  vietnamese: `vi: vie_Latn | vi`,
};

/** Letters a legacy encoding writes otherwise than today's text does. */
const LEGACY_SPELLING = {
  ro: { ș: "ş", ț: "ţ" },
  mn: { ү: "ї", ө: "є" },
  fa: { ی: "ي", ک: "ك" },
};
const TONES = "\u0300\u0309\u0303\u0301\u0323";

const sentences = new Map();
for (const line of gunzipSync(readFileSync(sharedFile("language/flores-train.jsonl.gz")))
  .toString("utf8")
  .split("\n")) {
  if (line === "") continue;
  const { language, text } = JSON.parse(line);
  if (!sentences.has(language)) sentences.set(language, []);
  sentences.get(language).push(text);
}

/** Lower case, one character a letter; Vietnamese tones apart, as windows-1258 writes them. */
function fold(id, text) {
  let folded = text.normalize("NFC").replaceAll("İ", "i").toLowerCase();
  for (const [from, to] of Object.entries(LEGACY_SPELLING[id] ?? {})) folded = folded.replaceAll(from, to);
  return id === "vi" ? [...folded].map(splitTone).join("") : folded;
}

function splitTone(letter) {
  const parts = [...letter.normalize("NFD")];
  const tone = parts.find((part) => TONES.includes(part));
  if (tone === undefined || letter.length > 1) return letter;
  return (
    parts
      .filter((part) => part !== tone)
      .join("")
      .normalize("NFC") + tone
  );
}

const isLetter = (character) => /[\p{L}\p{M}]/u.test(character);

function addPair(pairs, first, second, count) {
  if (count === 0 || (first === "#" && second === "#")) return;
  if (!pairs.has(first)) pairs.set(first, new Map());
  const row = pairs.get(first);
  row.set(second, (row.get(second) ?? 0) + count);
}

function countSentences(id, codes) {
  const pairs = new Map();
  for (const code of codes) {
    for (const sentence of sentences.get(code)) {
      let previous = "#";
      for (const character of fold(id, `${sentence} `)) {
        const current = isLetter(character) ? character : "#";
        addPair(pairs, previous, current, 1 / codes.length);
        previous = current;
      }
    }
  }
  return pairs;
}

function countWikipedia(id, files) {
  const pairs = new Map();
  for (const file of files) {
    for (const [first, second, count] of readPairCounts(file)) {
      const left = [...fold(id, first)];
      const right = [...fold(id, second)];
      addPair(pairs, left.at(-1), right[0], count);
      if (right.length === 2) addPair(pairs, right[0], right[1], count);
    }
  }
  return pairs;
}

function* eachPair(pairs) {
  for (const [first, row] of pairs) for (const [second, count] of row) yield [first, second, count];
}

function mergeCounts(id, codes, files) {
  const merged = countSentences(id, codes);
  if (files.length === 0) return merged;
  const wikipedia = countWikipedia(id, files);
  let here = 0;
  let there = 0;
  for (const [first, second, count] of eachPair(wikipedia)) {
    here += merged.get(first)?.get(second) ?? 0;
    there += count;
  }
  const scale = (WIKIPEDIA_WEIGHT * here) / there;
  const before = Array.from(eachPair(merged));
  for (const [first, second, count] of before) {
    if (!wikipedia.get(first)?.has(second)) addPair(merged, first, second, WIKIPEDIA_WEIGHT * count);
  }
  for (const [first, second, count] of eachPair(wikipedia)) addPair(merged, first, second, count * scale);
  return merged;
}

const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

function trainLanguage(script, id, codes, files) {
  const pairs = mergeCounts(id, codes, files);
  const letters = new Map();
  let total = 0;
  for (const [, second, count] of eachPair(pairs)) {
    letters.set(second, (letters.get(second) ?? 0) + count);
    total += count;
  }
  const plain = script === "latin" || script === "vietnamese" ? [..."abcdefghijklmnopqrstuvwxyz"] : [];
  const own = [...letters.keys()]
    .filter((letter) => letter !== "#" && letter.length === 1 && letter >= "\u0080" && letters.get(letter) / total > LETTER_SHARE)
    .filter((letter) => new RegExp(`[\\p{Script=${SCRIPT_NAMES[script]}}\\p{Script=Inherited}]`, "u").test(letter))
    .sort(compare);
  const alphabet = ["#", ...plain, ...own];
  const share = (letter) => ((letters.get(letter) ?? 0) + 0.02) / total;
  const level = (chance) => Math.min(LAST_LEVEL, Math.max(0, Math.round(-Math.log(chance) / STEP)));
  const matrix = alphabet.map((first) => {
    const row = pairs.get(first) ?? new Map();
    let sum = 0;
    for (const count of row.values()) sum += count;
    return alphabet.map((second) => level(((row.get(second) ?? 0) + SMOOTHING * share(second)) / (sum + SMOOTHING)));
  });
  return { id, own: own.join(""), alphabet, single: alphabet.map((letter) => level(share(letter))), matrix };
}

const SCRIPT_NAMES = {
  latin: "Latin",
  cyrillic: "Cyrillic",
  greek: "Greek",
  hebrew: "Hebrew",
  arabic: "Arabic",
  thai: "Thai",
  vietnamese: "Latin",
};

function packScript(script, specification) {
  const encoder = createEncoder();
  const languages = specification.split(";").map((entry) => {
    const [id, codes, files] = entry.split(/[:|]/).map((part) => part.trim());
    return trainLanguage(script, id, codes.split(" "), files === "" ? [] : files.split(" "));
  });
  let before = new Map();
  let cells = 0;
  for (const { alphabet, single, matrix } of languages) {
    const now = new Map();
    alphabet.forEach((letter, at) => {
      encoder.encodeLevel(before.get(letter) ?? 16, single[at]);
      now.set(letter, single[at]);
    });
    alphabet.forEach((first, row) => {
      alphabet.forEach((second, column) => {
        cells++;
        const level = matrix[row][column];
        const predicted = before.get(first + second) ?? 16;
        encoder.encodeLevel(32 + (single[column] * 17 + predicted), level);
        now.set(first + second, level);
      });
    });
    before = now;
  }
  const packed = encoder.finish();
  console.log(`${script}: ${languages.length} languages, ${cells} cells, ${packed.length} characters`);
  const list = languages.map(({ id, own }) => `${id}:${toRanges(own)}`).join(" ");
  return `  { script: ${JSON.stringify(script)}, languages: ${JSON.stringify(list)}, packed: "${packed}" },\n`;
}

/** Sorted letters as hexadecimal code points and ranges of them: bundlers write letters as long escapes. */
function toRanges(letters) {
  const ranges = [];
  for (const letter of letters) {
    const code = letter.codePointAt(0);
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`)).join(",");
}

// ---- East Asian sets: a level for every cell, 15 where no character is ----

const UNASSIGNED = 15;

function characterShares(id, code, file) {
  const shares = new Map();
  const wikipedia = readCharacterCounts(file);
  let sentenceTotal = 0;
  let covered = 0;
  for (const text of sentences.get(code)) {
    for (const character of text) {
      if (character <= "\u007f") continue;
      sentenceTotal++;
      if (wikipedia.has(character.codePointAt(0))) covered++;
      else shares.set(character, (shares.get(character) ?? 0) + 1);
    }
  }
  let wikipediaTotal = 0;
  for (const count of wikipedia.values()) wikipediaTotal += count;
  for (const [character, count] of shares) shares.set(character, count / sentenceTotal);
  for (const [point, count] of wikipedia) {
    if (count > 0) shares.set(String.fromCodePoint(point), ((count / wikipediaTotal) * covered) / sentenceTotal);
  }
  return shares;
}

const SETS = [
  { name: "gb", encoding: "gb18030", code: "zho_Hans", file: "zh-hans", first: 0xa1, last: 0xf7, trails: [[0xa1, 0xfe]] },
  {
    name: "big5",
    encoding: "big5",
    code: "zho_Hant",
    file: "zh-hant",
    first: 0xa1,
    last: 0xf9,
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
  { name: "jis", encoding: "euc-jp", code: "jpn_Jpan", file: "ja", first: 0xa1, last: 0xf4, trails: [[0xa1, 0xfe]] },
  { name: "ksx", encoding: "euc-kr", code: "kor_Hang", file: "ko", first: 0xa1, last: 0xfd, trails: [[0xa1, 0xfe]] },
];

function packSet({ name, encoding, code, file, first, last, trails }) {
  const shares = characterShares(name, code, file);
  const decoder = new TextDecoder(encoding);
  const encoder = createEncoder();
  let before = 0;
  let earlier = 0;
  for (let lead = first; lead <= last; lead++) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail++) {
        const text = decoder.decode(new Uint8Array([lead, trail]));
        const level = cellLevel(text, shares);
        encoder.encodeLevel(before * 16 + earlier, level);
        earlier = before;
        before = level;
      }
    }
  }
  const packed = encoder.finish();
  console.log(`${name}: ${packed.length} characters`);
  return `  ${name}: "${packed}",\n`;
}

function cellLevel(text, shares) {
  if ([...text].length !== 1 || text === "\uFFFD" || (text >= "\uE000" && text <= "\uF8FF")) return UNASSIGNED;
  const share = shares.get(text);
  if (share === undefined) return UNASSIGNED - 1;
  // Pairs of neighbouring levels are told apart too little to pay for their space.
  const level = Math.round((-Math.log(share) - CJK_BASE) / CJK_STEP);
  return Math.min(UNASSIGNED - 1, Math.max(0, level)) & ~1;
}

const scripts = Object.entries(SCRIPTS)
  .map(([script, specification]) => packScript(script, specification))
  .join("");
const sets = SETS.map(packSet).join("");
emit(
  "src/encoding/model.generated.ts",
  `// Written by test/tools/encoding/train.mjs; never edited. From https://github.com/hsivonen/charcounts (CC0) and
// FLORES-200 (CC BY-SA 4.0); holds statistics only.

/** Nats of one level of a letter pair. */
export const PAIR_STEP = ${STEP};
/** Level of the rarest pairs, and of a letter that the language does not have. */
export const RAREST_LEVEL = ${LAST_LEVEL};
/** Nats of level 0 and of one level more in the East Asian sets. */
export const CELL_BASE = ${CJK_BASE};
export const CELL_STEP = ${CJK_STEP};

/** For each script its languages (\`id:code points\` outside ASCII) and their packed levels. */
export const PACKED_SCRIPTS = [
${scripts}] as const;

/** Packed levels of the cells of the East Asian sets, row by row. */
export const PACKED_SETS = {
${sets}} as const;
`,
);
