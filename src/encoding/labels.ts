import { normalizeEncoding } from "@exodus/bytes/encoding.js";

/**
 * Labels the WHATWG Encoding Standard does not know, by the name used here: IANA names and aliases, names of
 * Python, glibc and Windows code pages. Letters and digits only: `normaliseLabel` takes the rest out.
 */
const EXTRA_LABELS: Readonly<Record<string, string>> = {
  "utf-32le": "utf32 utf32le ucs4 ucs4le iso10646ucs4 cp12000",
  "utf-32be": "utf32be ucs4be cp12001",
  "utf-16le": "utf16 utf16le ucs2 ucs2le cp1200",
  "utf-16be": "utf16be ucs2be cp1201",
  "utf-8": "utf8 utf8sig utf8bom cp65001",
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
  // Names of encodings that the standard has under other labels.
  ibm866: "cp866 ibm866 866 oem866 dos866",
  macintosh: "macroman macintosh xmacroman cp10000 mac",
  "x-mac-cyrillic": "maccyrillic xmaccyrillic macukraine macukrainian cp10007",
  "windows-874": "cp874 ibm874 tis620 tis6200 iso885911 windows874 thai8",
  "windows-1252": "cp1252 windows1252 latin1 iso88591 l1 ibm819 cp819",
  "windows-1254": "cp1254 latin5 iso88599",
  gb18030: "gb18030 gb180302000 cp54936",
  gbk: "gbk gb2312 cp936 ms936 936 euccn gb231280 eucgb2312cn",
  big5: "big5 big5hkscs cp950 950 big5tw bigfive",
  shift_jis: "shiftjis sjis cp932 932 ms932 windows31j mskanji shiftjis2004 shiftjisx0213",
  "euc-jp": "eucjp eucjpms eucjis2004 eucjisx0213 ujis cp51932",
  "euc-kr": "euckr cp949 949 uhc ms949 windows949 ksc5601 ksx1001",
  "iso-2022-jp": "iso2022jp iso2022jp1 iso2022jp2 iso2022jpext jis csiso2022jp cp50220 cp50221 cp50222",
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTRA_LABELS).flatMap(([name, labels]) => labels.split(" ").map((label) => [label, name] as const)),
);

/** Names of the standard that stand for "do not decode" or for no text encoding. */
const NOT_DECODABLE: ReadonlySet<string> = new Set(["replacement", "x-user-defined"]);
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
  const trimmed = label.trim().toLowerCase();
  const bare = trimmed.replace(NOT_ALPHANUMERIC, "");
  const standard = normalizeEncoding(trimmed);
  // The standard maps HZ and ISO-2022-KR to no text, because of what browsers do with them.
  if (standard === null || NOT_DECODABLE.has(standard)) return NAMES.get(bare) ?? normalizeBare(bare);
  return standard;
}

/** Labels like `windows1251` and `iso_8859_2`, whose separators differ from the standard's. */
function normalizeBare(bare: string): string | null {
  const family = /^(windows|cp|iso8859|koi8)([0-9]{1,4}|[ru])$/.exec(bare);
  if (family === null) return null;
  const stem = family[1] === "iso8859" ? "iso-8859-" : family[1] === "koi8" ? "koi8-" : "windows-";
  return normalizeEncoding(stem + family[2]);
}

/** Bytes of one code unit in an encoding: 2 for UTF-16, 4 for UTF-32, 1 for all others. */
export function unitBytes(encoding: string): 1 | 2 | 4 {
  if (encoding === "utf-16le" || encoding === "utf-16be") return 2;
  if (encoding === "utf-32le" || encoding === "utf-32be") return 4;
  return 1;
}
