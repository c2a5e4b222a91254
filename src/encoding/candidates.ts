import type { Script } from "./model.ts";

/** A single-byte encoding that the statistics try. */
export interface SingleByteCandidate {
  encoding: string;
  script: Script;
  /** Nats against it before a byte is read: how rare it is among dumps. */
  rarity: number;
  /** Languages it is tried for, with nats against each. */
  languages: ReadonlyMap<string, number>;
}

/** Languages of small dumps share the price of being rare. */
const RARE_LANGUAGES: ReadonlySet<string> = new Set("fo ga cy mt eo gl tg mn kk".split(" "));
const RARE_LANGUAGE = 1.5;

const WESTERN = "en nl de da nb sv fo is fi et fr ca es gl pt it ga sq";
const CENTRAL = "pl cs sk hu ro hr sl de=4 sq=3";

/** `script: encoding rarity language[=nats]…` */
const SPECIFICATION = `
latin: windows-1252 0 ${WESTERN}
latin: iso-8859-15 1.5 ${WESTERN}
latin: macintosh 2.5 ${WESTERN}
latin: ibm850 2.5 ${WESTERN}
latin: ibm858 6 ${WESTERN}
latin: ibm437 4.5 en de fr es it nl sv fi
latin: ibm865 5 da nb
latin: ibm861 5 is fo
latin: ibm860 5 pt
latin: ibm863 7 fr
latin: mac-icelandic 7 is fo
latin: windows-1250 0.5 ${CENTRAL}
latin: iso-8859-2 0.7 ${CENTRAL}
latin: ibm852 2 ${CENTRAL}
latin: mac-latin2 3.5 pl cs sk hu lt lv et
latin: iso-8859-16 4 ro pl hu hr sl
latin: mac-romanian 7 ro
latin: mac-croatian 7 hr sl
latin: windows-1257 0.5 lt lv et
latin: iso-8859-13 1.5 lt lv et
latin: iso-8859-4 2 lt lv et
latin: iso-8859-10 6 lt lv et is fo sv fi da nb
latin: ibm775 3 lt lv et
latin: windows-1254 0.5 tr
latin: ibm857 3 tr
latin: mac-turkish 6 tr
latin: iso-8859-3 2 eo mt tr=3
latin: iso-8859-14 4 cy ga
vietnamese: windows-1258 0.5 vi
vietnamese: viscii 2 vi
vietnamese: tcvn 2 vi
cyrillic: windows-1251 0 ru uk be bg mk sr mn
cyrillic: koi8-r 0.5 ru bg=2
cyrillic: koi8-u 1 uk ru be=2
cyrillic: iso-8859-5 1 ru uk be bg mk sr
cyrillic: ibm866 1.5 ru be bg uk=1
cyrillic: x-mac-cyrillic 1.5 ru uk be bg mk sr
cyrillic: ibm855 2 ru bg mk sr be
cyrillic: cp1125 2.5 uk
cyrillic: kz1048 1 kk
cyrillic: koi8-t 4 tg
greek: windows-1253 0 el
greek: iso-8859-7 0.3 el
greek: ibm737 2 el
greek: ibm869 4 el
greek: mac-greek 5 el
hebrew: windows-1255 0 he
hebrew: iso-8859-8 0.3 he
hebrew: ibm862 2 he
arabic: windows-1256 0 ar fa
arabic: iso-8859-6 0.5 ar
arabic: ibm720 4 ar
thai: windows-874 0 th
`;

/** All single-byte encodings that the statistics try, with the languages each is tried for. */
export const SINGLE_BYTE_CANDIDATES: readonly SingleByteCandidate[] = SPECIFICATION.trim().split("\n").map(parseCandidate);

function parseCandidate(line: string): SingleByteCandidate {
  const [script = "", encoding = "", rarity = "", ...languages] = line.split(/:? /);
  return {
    encoding,
    script: script as Script, // the lines above name scripts of the model only; a test holds them to it
    rarity: Number(rarity),
    languages: new Map(languages.map(parseLanguage)),
  };
}

function parseLanguage(entry: string): [language: string, price: number] {
  const [language = "", price = "0"] = entry.split("=");
  return [language, Number(price) + (RARE_LANGUAGES.has(language) ? RARE_LANGUAGE : 0)];
}
