import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/encoding/decode.ts";
import { canonicalEncoding } from "../../src/encoding/labels.ts";
import { DATA_FOLDER, readSentences } from "../tools/language/sentences.ts";
import { serbianToLatin } from "../tools/language/transliterate.ts";

/** A text and the BCP 47 tag of its language. */
export interface LabelledText {
  readonly language: string;
  readonly text: string;
}

/** Texts of one length from one origin. */
export interface TextSet {
  readonly name: string;
  readonly texts: readonly LabelledText[];
}

/** Languages with much news among those FLORES has, by their FLORES codes. */
const NEWS_LANGUAGES =
  "afr_Latn als_Latn amh_Ethi arb_Arab azj_Latn bel_Cyrl ben_Beng bos_Latn bul_Cyrl cat_Latn ces_Latn ckb_Arab cym_Latn dan_Latn deu_Latn ell_Grek eng_Latn est_Latn eus_Latn fao_Latn fin_Latn fra_Latn gaz_Latn gle_Latn glg_Latn guj_Gujr hau_Latn heb_Hebr hin_Deva hrv_Latn hun_Latn hye_Armn ibo_Latn ind_Latn isl_Latn ita_Latn jpn_Jpan kan_Knda kat_Geor kaz_Cyrl khk_Cyrl khm_Khmr kin_Latn kir_Cyrl kmr_Latn kor_Hang lao_Laoo lit_Latn lvs_Latn mal_Mlym mar_Deva mkd_Cyrl mlt_Latn mri_Latn mya_Mymr nld_Latn nno_Latn nob_Latn npi_Deva pan_Guru pbt_Arab pes_Arab plt_Latn pol_Latn por_Latn ron_Latn rus_Cyrl sin_Sinh slk_Latn slv_Latn smo_Latn sna_Latn snd_Arab som_Latn spa_Latn srp_Cyrl swe_Latn swh_Latn tam_Taml tel_Telu tgk_Cyrl tgl_Latn tha_Thai tir_Ethi tuk_Latn tur_Latn uig_Arab ukr_Cyrl urd_Arab uzn_Latn vie_Latn xho_Latn yor_Latn zho_Hans zho_Hant zsm_Latn zul_Latn".split(
    " ",
  );

const CJK = /^(?:zh|ja)/;
/** Signs of a headline: about seven words, and what says as much in Chinese characters. */
const HEADLINE = 50;
const CJK_HEADLINE = 20;

/** FLORES sentences that the model has not seen, cut to headlines, whole, and four to a paragraph. */
export function floresSets(): TextSet[] {
  const sentences = NEWS_LANGUAGES.flatMap((code) => readSentencesOf("dev", code).concat(readSentencesOf("test", code)));
  const paragraphs: LabelledText[] = [];
  for (let index = 0; index + 3 < sentences.length; index += 4) {
    const four = sentences.slice(index, index + 4);
    const language = four[0]!.language;
    if (four.every((sentence) => sentence.language === language))
      paragraphs.push({ language, text: four.map((sentence) => sentence.text).join(" ") });
  }
  return [
    { name: "FLORES dev+test, headline", texts: sentences.map(toHeadline) },
    { name: "FLORES dev+test, sentence", texts: sentences },
    { name: "FLORES dev+test, paragraph", texts: paragraphs },
  ];
}

const splits = new Map<string, Map<string, string[]>>();

function readSentencesOf(split: "dev" | "test", code: string): LabelledText[] {
  let byLanguage = splits.get(split);
  if (byLanguage === undefined) splits.set(split, (byLanguage = readSentences(split)));
  const texts = byLanguage.get(code) ?? [];
  const own = texts.map((text) => ({ language: tagOf(code), text }));
  return code === "srp_Cyrl" ? [...own, ...texts.map((text) => ({ language: "sr-Latn", text: serbianToLatin(text) }))] : own;
}

/** The tag that is expected for a FLORES code. */
export function tagOf(code: string): string {
  const [language, script] = code.split("_") as [string, string];
  if (language === "srp" || language === "zho") return Intl.getCanonicalLocales(`${language}-${script}`)[0]!;
  if (language === "pbt") return "ps";
  return Intl.getCanonicalLocales(language)[0]!;
}

/** Sentences of other origin in about 44 languages, from the encoding samples. */
export function encodingSets(): TextSet[] {
  const lines = new Map<string, LabelledText>();
  const paragraphs = new Map<string, LabelledText>();
  for (const line of readFileSync(join(DATA_FOLDER, "encoding", "dev.jsonl"), "utf8")
    .trimEnd()
    .split("\n")) {
    const row = JSON.parse(line) as { language: string; encoding: string; length: number; base64: string };
    if (canonicalEncoding(row.encoding) === null) continue;
    const { text } = decode(Uint8Array.from(Buffer.from(row.base64, "base64")), row.encoding);
    const language = scriptedTag(row.language, row.encoding, text);
    const shortest = CJK.test(language) ? 15 : 40;
    if (row.length <= 1000) for (const part of text.split("\n")) if (part.length >= shortest) lines.set(part, { language, text: part });
    if (row.length >= 1000)
      for (let at = 0; at + 400 <= Math.min(text.length, 3200); at += 400)
        paragraphs.set(text.slice(at, at + 400), { language, text: text.slice(at, at + 400) });
  }
  const sentences = [...lines.values()];
  return [
    { name: "other sentences, headline", texts: sentences.map(toHeadline) },
    { name: "other sentences, line", texts: sentences },
    { name: "other sentences, paragraph", texts: [...paragraphs.values()] },
  ];
}

function scriptedTag(language: string, encoding: string, text: string): string {
  if (language === "zh-tw") return "zh-Hant";
  if (language === "zh") return encoding === "big5" ? "zh-Hant" : "zh-Hans";
  if (language === "sr") return /[а-я]/u.test(text) ? "sr-Cyrl" : "sr-Latn";
  return language;
}

/** Headlines and bodies of news pages; the label comes from the page's markup and is sometimes wrong. */
export function goldSets(): TextSet[] {
  const titles: LabelledText[] = [];
  const bodies: LabelledText[] = [];
  for (const set of ["fundus", "aed", "aeb", "zh69"]) {
    for (const line of readFileSync(join(DATA_FOLDER, "gold", `${set}.gold.jsonl`), "utf8")
      .trimEnd()
      .split("\n")) {
      const row = JSON.parse(line) as { lang: string | null; title: string | null; gold_paragraphs: string[] };
      const language = row.lang === null ? null : row.lang === "no" ? "nb" : row.lang === "zh" ? "zh-Hans" : row.lang;
      if (language === null) continue;
      if (row.title !== null) titles.push({ language, text: row.title });
      const text = row.gold_paragraphs.join("\n");
      if (text.length > 100) bodies.push({ language, text });
    }
  }
  return [
    { name: "gold news pages, title", texts: titles },
    { name: "gold news pages, body", texts: bodies },
  ];
}

function toHeadline({ language, text }: LabelledText): LabelledText {
  const length = CJK.test(language) ? CJK_HEADLINE : HEADLINE;
  if (text.length <= length) return { language, text };
  const space = text.lastIndexOf(" ", length);
  return { language, text: text.slice(0, space > length / 2 ? space : length) };
}

/** Whether the development data are on this machine. */
export function hasData(): boolean {
  return existsSync(join(DATA_FOLDER, "language", "flores-dev.jsonl.gz"));
}
