import { checkText } from "../stage-input.ts";

/**
 * Labels by the name used here: those of the WHATWG Encoding Standard, IANA names and aliases, names of Python,
 * glibc and Windows code pages. Letters and digits only.
 */
const LABELS: Readonly<Record<string, string>> = {
  "utf-32le": "utf32 utf32le ucs4 ucs4le iso10646ucs4 cp12000",
  "utf-32be": "utf32be ucs4be cp12001",
  "utf-16le": "utf16 utf16le ucs2 ucs2le cp1200 csunicode iso10646ucs2 unicode unicodefeff",
  "utf-16be": "utf16be ucs2be cp1201 unicodefffe",
  "utf-8": "utf8 utf8sig utf8bom cp65001 unicode11utf8 unicode20utf8 xunicode20utf8",
  ibm437: "ibm437 cp437 437 oem437 cspc8codepage437",
  ibm720: "ibm720 cp720 720 dos720",
  ibm737: "ibm737 cp737 737",
  ibm775: "ibm775 cp775 775 cspc775baltic",
  ibm850: "ibm850 cp850 850 cspc850multilingual",
  ibm852: "ibm852 cp852 852 cspcp852",
  ibm855: "ibm855 cp855 855 csibm855",
  ibm857: "ibm857 cp857 857 csibm857",
  ibm858: "ibm858 cp858 858 ibm00858 cp00858 ccsid00858 pcmultilingual850euro",
  ibm860: "ibm860 cp860 860 csibm860",
  ibm861: "ibm861 cp861 861 cpis csibm861",
  ibm862: "ibm862 cp862 862 cspc862latinhebrew dos862",
  ibm863: "ibm863 cp863 863 csibm863",
  ibm864: "ibm864 cp864 864 csibm864",
  ibm865: "ibm865 cp865 865 csibm865",
  ibm869: "ibm869 cp869 869 cpgr csibm869",
  cp1125: "cp1125 ibm1125 1125 ruscii cp866u",
  kz1048: "kz1048 kz1048strk1048 rk1048 strk10482002 cskz1048",
  ptcp154: "ptcp154 csptcp154 pt154 cp154 cyrillicasian",
  "koi8-t": "koi8t",
  "mac-latin2": "maclatin2 maccentraleurope maccentraleuroperoman maccentraleurroman xmaccentraleurroman xmacce cp10029",
  "mac-croatian": "maccroatian xmaccroatian cp10082",
  "mac-romanian": "macromanian xmacromanian macromania cp10010",
  "mac-turkish": "macturkish xmacturkish cp10081",
  "mac-icelandic": "macicelandic maciceland xmacicelandic cp10079",
  "mac-greek": "macgreek xmacgreek cp10006",
  tcvn: "tcvn tcvn5712 tcvn57121 tcvn571211993 xviettcvn5712",
  viscii: "viscii viscii111 viscii11 csviscii xvietviscii",
  "armscii-8": "armscii8",
  "georgian-ps": "georgianps",
  hz: "hz hzgb hzgb2312",
  "iso-2022-kr": "iso2022kr csiso2022kr",
  "iso-2022-cn": "iso2022cn iso2022cnext",
  johab: "johab cp1361 1361 ms1361 ksc56011992",
  "euc-tw": "euctw cseuctw xeuctw",
  ibm866: "cp866 ibm866 866 oem866 dos866 csibm866",
  macintosh: "macroman macintosh xmacroman cp10000 mac csmacintosh",
  "x-mac-cyrillic": "maccyrillic xmaccyrillic macukraine macukrainian cp10007 xmacukrainian",
  "windows-874": "cp874 ibm874 tis620 tis6200 iso885911 windows874 thai8 dos874",
  "windows-1252": "cp1252 windows1252 latin1 iso88591 l1 ibm819 cp819 xcp1252 ansix341968 ascii csisolatin1 isoir100 usascii",
  "windows-1254": "windows1254 cp1254 latin5 iso88599 xcp1254 csisolatin5 isoir148 l5",
  gb18030: "gb18030 gb180302000 cp54936",
  gbk: "gbk gb2312 cp936 ms936 936 euccn gb231280 eucgb2312cn chinese csgb2312 csiso58gb231280 isoir58 xgbk",
  big5: "big5 big5hkscs cp950 950 big5tw bigfive cnbig5 csbig5 xxbig5",
  shift_jis: "shiftjis sjis cp932 932 ms932 windows31j mskanji shiftjis2004 shiftjisx0213 csshiftjis xsjis",
  "euc-jp": "eucjp eucjpms eucjis2004 eucjisx0213 ujis cp51932 cseucpkdfmtjapanese xeucjp",
  "euc-kr": "euckr cp949 949 uhc ms949 windows949 ksc5601 ksx1001 cseuckr csksc56011987 isoir149 korean ksc56011987 ksc56011989",
  "iso-2022-jp": "iso2022jp iso2022jp1 iso2022jp2 iso2022jpext jis csiso2022jp cp50220 cp50221 cp50222",
  "iso-8859-2": "iso88592 isoir101 csisolatin2 l2 latin2",
  "iso-8859-3": "iso88593 isoir109 csisolatin3 l3 latin3",
  "iso-8859-4": "iso88594 isoir110 csisolatin4 l4 latin4",
  "iso-8859-5": "iso88595 csisolatincyrillic cyrillic isoir144",
  "iso-8859-6": "iso88596 arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596e iso88596i isoir127",
  "iso-8859-7": "iso88597 csisolatingreek ecma118 elot928 greek greek8 isoir126 suneugreek",
  "iso-8859-8": "iso88598 csiso88598e csisolatinhebrew hebrew iso88598e isoir138 visual",
  "iso-8859-8-i": "iso88598i iso88598i csiso88598i logical",
  "iso-8859-16": "iso885916",
  "koi8-r": "koi8r cskoi8r koi koi8",
  "koi8-u": "koi8u koi8ru",
  "iso-8859-10": "iso885910 csisolatin6 isoir157 l6 latin6",
  "iso-8859-13": "iso885913",
  "iso-8859-14": "iso885914",
  "iso-8859-15": "iso885915 csisolatin9 l9",
  "windows-1250": "windows1250 xcp1250",
  "windows-1251": "windows1251 xcp1251",
  "windows-1253": "windows1253 xcp1253",
  "windows-1255": "windows1255 xcp1255",
  "windows-1256": "windows1256 xcp1256",
  "windows-1257": "windows1257 xcp1257",
  "windows-1258": "windows1258 xcp1258",
};

/** Canonical names of the encodings that are decoded here. */
export const ENCODING_NAMES: readonly string[] = /* @__PURE__ */ Object.keys(LABELS);

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(LABELS).flatMap(([name, labels]) => labels.split(" ").map((label) => [label, name] as const)),
);

/** Labels of families, as `cp1251`, `xcp1251` and `iso885921987`, which is `iso_8859-2:1987`. */
const FAMILY = /^(?:x?cp(125[0-8])|iso8859([0-9]{1,2}?)(?:198[789])?)$/;
const NOT_ALPHANUMERIC = /[^a-z0-9]+/g;

/**
 * Canonical name of an encoding label: what the
 * [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels) makes of it, in lower case;
 * and for what the standard has not (UTF-32, DOS and Macintosh code pages, Vietnamese sets, HZ, ISO-2022-KR,
 * Johab, EUC-TW …) the names of IANA, Python and glibc, read without regard to `-`, `_` and `:`.
 *
 * @param label - as found in a header or an option; case and surrounding blanks do not matter
 * @returns the name, or `null` when the label names no encoding that is decoded here (UTF-7 never is)
 *
 * @example
 * ```ts
 * import { canonicalEncoding } from "newsdump";
 *
 * canonicalEncoding("CP1251"); // "windows-1251"
 * canonicalEncoding("latin1"); // "windows-1252"
 * canonicalEncoding("IBM-850"); // "ibm850"
 * canonicalEncoding("utf-7"); // null
 * ```
 */
export function canonicalEncoding(label: string): string | null {
  checkText(label, "the label of an encoding must be a string");
  if (Object.hasOwn(LABELS, label)) return label;
  const bare = label.toLowerCase().replace(NOT_ALPHANUMERIC, "");
  const known = NAMES.get(bare);
  if (known !== undefined) return known;
  const family = FAMILY.exec(bare);
  if (family === null) return null;
  return NAMES.get(family[1] === undefined ? `iso8859${family[2] ?? ""}` : `windows${family[1]}`) ?? null;
}

/** Bytes of one code unit in an encoding: 2 for UTF-16, 4 for UTF-32, 1 for all others. */
export function unitBytes(encoding: string): 1 | 2 | 4 {
  if (encoding === "utf-16le" || encoding === "utf-16be") return 2;
  if (encoding === "utf-32le" || encoding === "utf-32be") return 4;
  return 1;
}
