// Samples for the benchmark: the development set, sentences written in every encoding a language has, and
// perturbations of both, all generated the same way on every run.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { encode } from "../encoding/encode.ts";

export interface Sample {
  kind: string;
  language: string;
  encoding: string;
  length: number;
  bytes: Uint8Array;
}

export const SHARED = resolve(process.env["NEWSDUMP_SHARED"] ?? "../shared");

/** Development set of the shared data, or an empty list where it is absent. */
export function readDevelopmentSet(): Sample[] {
  const file = resolve(SHARED, "data/encoding/dev.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as { language: string; encoding: string; length: number; base64: string };
      return {
        kind: "dev",
        language: row.language,
        encoding: row.encoding,
        length: row.length,
        bytes: new Uint8Array(Buffer.from(row.base64, "base64")),
      };
    });
}

const WESTERN = "windows-1252 iso-8859-15 macintosh ibm850";
const CENTRAL = "windows-1250 iso-8859-2 ibm852 mac-latin2";
const CYRILLIC = "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic ibm855";

/** FLORES code: BCP 47 tag and the legacy encodings of the language. */
const LANGUAGES: Readonly<Record<string, string>> = {
  deu_Latn: `de ${WESTERN} ibm437`,
  fra_Latn: `fr ${WESTERN}`,
  spa_Latn: `es ${WESTERN}`,
  por_Latn: `pt ${WESTERN} ibm860`,
  ita_Latn: `it ${WESTERN}`,
  cat_Latn: `ca ${WESTERN}`,
  glg_Latn: `gl ${WESTERN}`,
  nld_Latn: `nl ${WESTERN}`,
  swe_Latn: `sv ${WESTERN} ibm865`,
  dan_Latn: `da ${WESTERN} ibm865`,
  nob_Latn: `nb ${WESTERN} ibm865`,
  fin_Latn: `fi ${WESTERN}`,
  isl_Latn: `is ${WESTERN} ibm861`,
  gle_Latn: `ga ${WESTERN}`,
  als_Latn: `sq windows-1252 iso-8859-15`,
  est_Latn: `et windows-1252 iso-8859-15 windows-1257 ibm775`,
  ces_Latn: `cs ${CENTRAL}`,
  slk_Latn: `sk ${CENTRAL}`,
  pol_Latn: `pl ${CENTRAL}`,
  hun_Latn: `hu ${CENTRAL}`,
  hrv_Latn: "hr windows-1250 iso-8859-2 ibm852",
  slv_Latn: "sl windows-1250 iso-8859-2 ibm852",
  ron_Latn: "ro windows-1250 iso-8859-2",
  lit_Latn: "lt windows-1257 iso-8859-13 ibm775 iso-8859-4",
  lvs_Latn: "lv windows-1257 iso-8859-13 ibm775 iso-8859-4",
  tur_Latn: "tr windows-1254 ibm857",
  epo_Latn: "eo iso-8859-3",
  mlt_Latn: "mt iso-8859-3",
  cym_Latn: "cy iso-8859-14",
  rus_Cyrl: `ru ${CYRILLIC}`,
  ukr_Cyrl: "uk windows-1251 koi8-u iso-8859-5 x-mac-cyrillic cp1125",
  bel_Cyrl: "be windows-1251 iso-8859-5",
  bul_Cyrl: `bg ${CYRILLIC}`,
  mkd_Cyrl: "mk windows-1251 iso-8859-5",
  srp_Cyrl: "sr windows-1251 iso-8859-5",
  kaz_Cyrl: "kk kz1048",
  tgk_Cyrl: "tg koi8-t",
  ell_Grek: "el windows-1253 iso-8859-7 ibm737 ibm869",
  heb_Hebr: "he windows-1255 iso-8859-8 ibm862",
  arb_Arab: "ar windows-1256 iso-8859-6 ibm720",
  pes_Arab: "fa windows-1256",
  tha_Thai: "th windows-874",
  vie_Latn: "vi windows-1258 viscii tcvn",
  zho_Hans: "zh gb18030 hz",
  zho_Hant: "zh-tw big5 gb18030 euc-tw",
  jpn_Jpan: "ja shift_jis euc-jp iso-2022-jp",
  kor_Hang: "ko euc-kr iso-2022-kr johab",
};
const UNICODE = ["utf-8", "utf-16le", "utf-16be"];
/** Bytes or characters of samples that are cut to a length. */
export const LENGTHS: readonly number[] = [100, 300, 1000, 5000];
/** What a legacy text writes instead, where the language's letter is missing from its encodings. */
const LEGACY: readonly (readonly [RegExp, string])[] = [
  [/ș/g, "ş"],
  [/ț/g, "ţ"],
  [/Ș/g, "Ş"],
  [/Ț/g, "Ţ"],
  [/ی/g, "ي"],
  [/ک/g, "ك"],
];

/** Deterministic numbers of 0…1 (Park and Miller's generator). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function readSentences(): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const line of gunzipSync(readFileSync(resolve(SHARED, "data/language/flores-dev.jsonl.gz")))
    .toString("utf8")
    .split("\n")) {
    if (line === "") continue;
    const { language, text } = JSON.parse(line) as { language: string; text: string };
    const list = sentences.get(language) ?? [];
    list.push(text);
    sentences.set(language, list);
  }
  return sentences;
}

/** A text in the manner of a record: paragraphs of one to three sentences. */
function composeText(sentences: readonly string[], length: number, random: () => number): string {
  let text = "";
  while (text.length < length) {
    text += sentences[Math.floor(random() * sentences.length)]!;
    text += random() < 0.4 ? "\n\n" : " ";
  }
  return text;
}

interface Written {
  language: string;
  encoding: string;
  length: number;
  text: string;
}

function writtenSamples(count: number): Written[] {
  const all = readSentences();
  const random = createRandom(11);
  const written: Written[] = [];
  for (const [code, entry] of Object.entries(LANGUAGES)) {
    const [language = "", ...encodings] = entry.split(" ");
    const sentences = (all.get(code) ?? []).map((sentence) => LEGACY.reduce((text, [from, to]) => text.replace(from, to), sentence));
    for (const encoding of [...encodings, ...UNICODE]) {
      for (const length of LENGTHS) {
        for (let taken = 0; taken < count; taken++) {
          written.push({ language, encoding, length, text: encodable(composeText(sentences, length, random), encoding).slice(0, length) });
        }
      }
    }
  }
  return written;
}

/** The text without what its encoding cannot write: typographic characters become plain ones. */
function encodable(text: string, encoding: string): string {
  if (encode(text, encoding) !== null) return text;
  let kept = "";
  for (const character of text) {
    if (encode(character, encoding) !== null) kept += character;
    else if ("“”„«»".includes(character)) kept += '"';
    else if ("‘’".includes(character)) kept += "'";
    else if ("–—".includes(character)) kept += "-";
    else if (character === "…") kept += "...";
  }
  return kept;
}

function toSample({ language, encoding, length, text }: Written, kind: string, bytes = encode(text, encoding)): Sample[] {
  return bytes === null ? [] : [{ kind, language, encoding, length, bytes }];
}

/** Sentences in every encoding of their language. */
export function createSentenceSamples(count: number): Sample[] {
  return writtenSamples(count).flatMap((written) => toSample(written, "sentences"));
}

const ENGLISH = [
  '\n"We will not comment on ongoing negotiations," the spokesman told reporters on Tuesday.\n',
  '\n"The decision was taken after careful consideration of all options," said the company\'s chief executive.\n',
];
const PAGE_HEAD =
  '<!DOCTYPE html>\n<html>\n<head>\n<title>News</title>\n<link rel="stylesheet" href="/css/main.css">\n<script>var a = {id: 12, name: "counter"};</script>\n</head>\n<body class="page">\n<div id="menu"><a href="/index.html">Home</a> <a href="/about.html">About</a> <a href="/contact.html">Contact</a></div>\n<div class="content"><p>';
const PAGE_FOOT =
  '</p></div>\n<div class="footer">Copyright 2009 All rights reserved. <a href="/rss.xml">RSS</a></div>\n</body>\n</html>\n';

/** The damage and the mixtures that dumps show. */
export function createPerturbedSamples(count: number): Sample[] {
  const random = createRandom(23);
  const samples: Sample[] = [];
  for (const written of writtenSamples(count)) {
    if (written.length > 1000) continue;
    const { text, encoding, language } = written;
    const capitals = encodable(text.slice(0, 120).toLocaleUpperCase(language), encoding);
    samples.push(...toSample({ ...written, text: capitals }, "capitals"));
    samples.push(...toSample({ ...written, text: `${capitals.slice(0, 60)}\n${text}` }, "capital headline"));
    samples.push(...toSample({ ...written, text: PAGE_HEAD + text.slice(0, 150) + PAGE_FOOT }, "page"));
    samples.push(...toSample({ ...written, text: text + ENGLISH[Math.floor(random() * 2)]! }, "English quote"));
    const bytes = encode(text, encoding);
    if (bytes === null || bytes.length < 40 || encoding.startsWith("utf-16")) continue;
    const corrupt = bytes.slice();
    for (let taken = 0; taken < 2; taken++) corrupt[Math.floor(random() * corrupt.length)] = Math.floor(random() * 256);
    samples.push(...toSample(written, "corrupt", corrupt));
    samples.push(...toSample(written, "cut", bytes.subarray(1 + Math.floor(random() * 3), bytes.length - 1 - Math.floor(random() * 3))));
  }
  return samples;
}

const TRUNCATED = [40, 60, 80];

/** Layouts that dumps show besides running text, each made from sentences of the language. */
const LAYOUTS: Readonly<Record<string, (sentences: readonly string[], random: () => number) => string>> = {
  "lower case": (sentences) => sentences[0]!.toLowerCase(),
  "table of figures": (sentences) =>
    sentences[0]!
      .split(/\s+/)
      .map((word, index) => `${word}\t${index * 37 + 11},${index}\t${2000 + index}\t${index * 3}.5 %`)
      .join("\n"),
  "list of addresses": (sentences) =>
    `${Array.from({ length: 12 }, (_, index) => `http://www.example.org/news/2009/${index + 1}/article-${index * 91}.html`).join("\n")}\n${sentences[0]!}\n`,
  "curly quotes": (sentences) => `“${sentences[0]!}” – ‘${sentences[1]!.slice(0, 30)}’…`,
  guillemets: (sentences) => `«${sentences[0]!}» – ${sentences[1]!.slice(0, 40)}…`,
  names: (sentences) =>
    sentences.flatMap((sentence) => sentence.match(/(?<=\S )\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+)*/gu) ?? []).join("\n"),
  subtitles: (sentences) =>
    sentences
      .map((sentence, index) => `${index + 1}\r\n00:00:${10 + index},000 --> 00:00:${12 + index},500\r\n- ${sentence}\r\n`)
      .join("\r\n"),
  "nine tenths English": (sentences) => `${ENGLISH_TEXT.repeat(2)}\n${sentences[0]!.slice(0, 90)}\n${ENGLISH_TEXT}`,
  CRLF: (sentences) => sentences.join("\r\n"),
  entities: (sentences) => `<p>${sentences.join(" &nbsp;&quot;")}&amp; &ndash; &laquo;</p>&nbsp;&copy; 2009`,
};
const ENGLISH_TEXT =
  "The committee met on Monday to discuss the plan, which had been delayed for several weeks. Members said the vote would be held before the end of the month, and that the results would be published on the web site of the council. ";

/** Sentences in the layouts that dumps show, and cut very short. */
export function createLayoutSamples(count: number): Sample[] {
  const all = readSentences();
  const random = createRandom(31);
  const samples: Sample[] = [];
  for (const [code, entry] of Object.entries(LANGUAGES)) {
    const [language = "", ...encodings] = entry.split(" ");
    const sentences = (all.get(code) ?? []).map((sentence) => LEGACY.reduce((text, [from, to]) => text.replace(from, to), sentence));
    const take = (): string[] => Array.from({ length: 5 }, () => sentences[Math.floor(random() * sentences.length)]!);
    for (const encoding of encodings) {
      for (let taken = 0; taken < count; taken++) {
        for (const [kind, layout] of Object.entries(LAYOUTS)) {
          const text = encodable(layout(take(), random), encoding);
          samples.push(...toSample({ language, encoding, length: text.length, text }, kind));
        }
        for (const length of TRUNCATED) {
          const text = encodable(take()[0]!, encoding).slice(0, length);
          samples.push(...toSample({ language, encoding, length, text }, `${length} characters`));
        }
      }
    }
  }
  return samples;
}

const HOLDERS =
  "windows-1252 macintosh ibm850 windows-1250 iso-8859-2 windows-1254 windows-1257 windows-1251 koi8-r iso-8859-5 ibm866 windows-1253 windows-1255 windows-1256 iso-8859-6 windows-874 big5 gb18030 shift_jis euc-kr".split(
    " ",
  );
/** Up to so many encodings are tried for a language that is not in the list above. */
const FEW_HOLDERS = 3;

/** Sentences of all other languages, in the first encodings that hold them whole. */
export function createOtherLanguageSamples(count: number): Sample[] {
  const random = createRandom(47);
  const samples: Sample[] = [];
  for (const [code, sentences] of readSentences()) {
    if (LANGUAGES[code] !== undefined) continue;
    let holders = 0;
    for (const encoding of HOLDERS) {
      const text = sentences
        .slice(0, 40)
        .join("\n")
        .replace(/[“”„]/g, '"')
        .replace(/[‘’ʻʼ]/g, "'")
        .replace(/[–—]/g, "-")
        .replace(/…/g, "...");
      const letters = encode(text, encoding);
      if (letters === null || encoding === "gb18030" || holders === FEW_HOLDERS) continue;
      holders++;
      for (const length of [100, 300, 1000]) {
        for (let taken = 0; taken < count; taken++) {
          const start = Math.floor(random() * (text.length - length));
          const part = text.slice(start, start + length);
          samples.push(...toSample({ language: code, encoding, length, text: part }, "other languages"));
        }
      }
    }
  }
  return samples;
}
