// Writes src/fields/language-labels.generated.ts from the CLDR data in Node's Intl. The table is frozen: it is
// written again by hand when languages are to be added, never at build time, since every ICU version differs.
//   node test/tools/language-labels.mjs
import { writeFileSync } from "node:fs";

const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Labels seen in dumps that are no language code: countries, where the code is not a language's own. */
const COUNTRY_LABELS = {
  ua: "uk",
  cn: "zh",
  jp: "ja",
  kr: "ko",
  cz: "cs",
  gr: "el",
  dk: "da",
  kz: "kk",
  vn: "vi",
  rs: "sr",
};
/** Names that CLDR spells otherwise, and codes withdrawn from ISO 639. */
const MORE_LABELS = {
  in: "id",
  iw: "he",
  ji: "yi",
  farsi: "fa",
  mandarin: "zh",
  "simplified chinese": "zh-Hans",
  "traditional chinese": "zh-Hant",
  "chinese simplified": "zh-Hans",
  "chinese traditional": "zh-Hant",
  简体中文: "zh-Hans",
  繁體中文: "zh-Hant",
  "brazilian portuguese": "pt-BR",
  castellano: "es",
  flemish: "nl-BE",
  "на русском": "ru",
  "по-русски": "ru",
  українською: "uk",
  bokmal: "nb",
  bokmål: "nb",
  nynorsk: "nn",
  norsk: "no",
  mo: "ro",
  sh: "sr-Latn",
  tl: "fil",
  tagalog: "fil",
};

/** Languages without a two-letter code that have news of their own; the names of others are places and words. */
const THREE_LETTER_LANGUAGES =
  "fil ceb yue ckb ast nds sco hsb dsb fur szl mai bho kab tet pap ilo mni sat csb sah tyv udm crh gsw smn kok doi zgh rup lij vec scn lmo pms haw".split(
    " ",
  );

const letters = "abcdefghijklmnopqrstuvwxyz";
const languages = new Map(); // tag → labels
function add(tag, label) {
  const normal = label.toLowerCase().replaceAll("_", "-").trim();
  for (const labels of languages.values()) if (labels.has(normal)) return;
  if (!languages.has(tag)) languages.set(tag, new Set());
  languages.get(tag).add(normal);
}

const codes = [];
for (const a of letters) for (const b of letters) codes.push(a + b);
for (const a of letters) for (const b of letters) for (const c of letters) codes.push(a + b + c);
const known = codes.filter(
  (code) => (code.length === 2 || THREE_LETTER_LANGUAGES.includes(code)) && english.of(code) !== undefined && english.of(code) !== code,
);

// Own codes come first, so that no other label can take them.
for (const code of known) if (!(code in MORE_LABELS) && Intl.getCanonicalLocales(code)[0] === code) add(code, code);
for (const code of codes) {
  const canonical = Intl.getCanonicalLocales(code)[0];
  if (canonical !== code && languages.has(canonical)) add(canonical, code);
}
for (const [label, tag] of Object.entries({ ...MORE_LABELS, ...COUNTRY_LABELS })) add(tag, label);
for (const tag of [...languages.keys()]) {
  const name = english.of(tag);
  if (name !== undefined) add(tag, name);
  const own = new Intl.DisplayNames(tag, { type: "language", fallback: "none" });
  const autonym = own.resolvedOptions().locale.split("-")[0] === tag.split("-")[0] ? own.of(tag) : undefined;
  if (autonym !== undefined) add(tag, autonym);
}

const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const regions = codes.filter((code) => code.length === 2 && regionNames.of(code.toUpperCase()) !== undefined);
const scripts = "latn cyrl arab hans hant hani deva grek hebr mong guru beng tfng ethi armn geor jpan kore thai";
const rows = [...languages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([tag, labels]) => [tag, ...[...labels].filter((label) => label !== tag)].join("|"));
writeFileSync(
  new URL("../../src/fields/language-labels.generated.ts", import.meta.url),
  `// Written by test/tools/language-labels.mjs; do not edit.
// Language codes (ISO 639), English and own names: Unicode CLDR ${process.versions.cldr} by way of Intl
// (Unicode License v3). One language a row: its BCP 47 tag, then its other labels.
export const LANGUAGE_LABELS = \`
${rows.join("\n")}
\`;
// Regions (ISO 3166; 001 is the world, 419 Latin America) and scripts (ISO 15924) that may follow a language.
export const REGIONS = "${regions.join(" ")} 001 150 419";
export const SCRIPTS = "${scripts}";
`,
);
console.log(`${rows.length} languages`);
