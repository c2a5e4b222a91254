/** A language the model is trained for. */
export interface TrainedLanguage {
  /** BCP 47 tag, canonical by CLDR. */
  readonly tag: string;
  /** Sets of FLORES sentences it is trained from. */
  readonly sources: readonly string[];
  /** How its news are rarer than those of the others, as a factor on the prior; 1 when left out. */
  readonly prior?: number;
  /** What is done to the sentences first: some languages have news in a script FLORES has no sentences in. */
  readonly transliterate?: "serbian-latin" | "uzbek-cyrillic";
}

/** Prior of languages with little news and a close relative with much. */
const RARE = 0.02;

/** Prior of languages with some news and a close relative with much more. */
const LESS = 0.3;

/** Latin script. */
const LATIN: readonly TrainedLanguage[] = [
  ...plain(
    "af afr, ca cat, ceb ceb, cs ces, cy cym, da dan, de deu, en eng, eo epo, es spa, et est, eu eus, fi fin, fil tgl, fo fao, fr fra, ga gle, gd gla, ha hau, ht hat, hu hun, id ind, ig ibo, ilo ilo, is isl, it ita, jv jav, ku kmr, lg lug, ln lin, lt lit, lv lvs, mg plt, mi mri, ms zsm, mt mlt, nb nob, nl nld, nso nso, ny nya, om gaz, pl pol, pt por, rn run, ro ron, rw kin, sk slk, sl slv, sm smo, sn sna, so som, sq als, st sot, su sun, sv swe, sw swh, tk tuk, tn tsn, tr tur, ts tso, uz uzn, vi vie, wo wol, xh xho, yo yor, zu zul, ss ssw, ee ewe, bem bem, fj fij, hr hrv, bs bos, az azj",
    "Latn",
  ),
  ...plain("gl glg, nn nno, lb ltz", "Latn", LESS),
  { tag: "ak", sources: ["twi_Latn", "aka_Latn"] },
  { tag: "sr-Latn", sources: ["srp_Cyrl"], transliterate: "serbian-latin" },
  ...plain("ay ayr, gn grn, lus lus, oc oci, pap pap, qu quy, tpi tpi", "Latn", RARE),
];

/** The other scripts that more than one language is written in. */
const OTHERS: readonly TrainedLanguage[] = [
  ...plain("ru rus, uk ukr, be bel, bg bul, mk mkd, kk kaz, ky kir, tg tgk, mn khk, tt tat, ba bak", "Cyrl"),
  { tag: "sr-Cyrl", sources: ["srp_Cyrl"] },
  { tag: "uz-Cyrl", sources: ["uzn_Latn"], transliterate: "uzbek-cyrillic", prior: 0.3 },
  ...plain("ar arb, ur urd, ps pbt, ckb ckb, sd snd, ug uig", "Arab"),
  { tag: "fa", sources: ["pes_Arab", "prs_Arab"] },
  { tag: "azb", sources: ["azb_Arab"], prior: RARE },
  ...plain("hi hin, mr mar, ne npi", "Deva"),
  ...plain("bho bho, mai mai, sa san", "Deva", RARE),
  ...plain("bn ben, as asm", "Beng"),
  ...plain("he heb, yi ydd", "Hebr"),
  ...plain("am amh, ti tir", "Ethi"),
  ...plain("bo bod, dz dzo", "Tibt"),
  ...plain("my mya, shn shn", "Mymr"),
  { tag: "zh-Hans", sources: ["zho_Hans"] },
  { tag: "zh-Hant", sources: ["zho_Hant"] },
  { tag: "ja", sources: ["jpn_Jpan"] },
];

/** Every language of the model; the order is that of its tables. */
export const TRAINED_LANGUAGES: readonly TrainedLanguage[] = [...LATIN, ...OTHERS];

function plain(pairs: string, script: string, prior = 1): TrainedLanguage[] {
  return pairs.split(", ").map((pair) => {
    const [tag, code] = pair.split(" ") as [string, string];
    return { tag, sources: [`${code}_${script}`], prior };
  });
}
