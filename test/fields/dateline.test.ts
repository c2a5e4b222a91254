import { expect, test } from "vitest";
import { datelineEnd } from "../../src/fields/dateline.ts";

/** Starts of paragraphs and the dateline in them. */
const TAKEN: readonly (readonly [string, string])[] = [
  ["PARIS (AFP) - The river rose on Tuesday.", "PARIS (AFP)"],
  ["NEW DELHI, Nov 11 (Reuters) - The river rose.", "NEW DELHI, Nov 11 (Reuters)"],
  ["HAYWARD, Calif. (AP) — The river rose.", "HAYWARD, Calif. (AP)"],
  ["ATLANTA -- The river rose.", "ATLANTA"],
  ["Hong Kong (CNN Business)The river rose.", "Hong Kong (CNN Business)"],
  ["Berlin (dpa) - Der Fluss stieg.", "Berlin (dpa)"],
  ["Bamberg (dpa/lby) - Der Fluss stieg.", "Bamberg (dpa/lby)"],
  ["LISBON, Sept 30 (Meridian) - The river rose.", "LISBON, Sept 30 (Meridian)"],
  ["Lisbon, Sept. 30 (Example Press) - The river rose.", "Lisbon, Sept. 30 (Example Press)"],
  ["LA PAZ, 21 de mayo de 2019 (AFP) - El río subió.", "LA PAZ, 21 de mayo de 2019 (AFP)"],
  ["La Paz, 21 may. 2019 (EFE).- El río subió.", "La Paz, 21 may. 2019 (EFE)"],
  ["Житомир, 26 квітня. - Річка піднялася.", "Житомир, 26 квітня."],
  ["Wien, 26. April 2025 – Der Fluss stieg.", "Wien, 26. April 2025"],
  ["MADRID, 11 nov (EFE).- El río subió.", "MADRID, 11 nov (EFE)"],
  ["MADRID, 11 (EUROPA PRESS) El río subió.", "MADRID, 11 (EUROPA PRESS)"],
  ["BRASÍLIA (Reuters) - O rio subiu.", "BRASÍLIA (Reuters)"],
  ["(ANSA) - ROMA, 11 NOV - Il fiume è salito.", "(ANSA) - ROMA, 11 NOV"],
  ["Москва. 30 сентября. INTERFAX.RU - Река поднялась.", "Москва. 30 сентября. INTERFAX.RU"],
  ["МОСКВА, 11 ноя — РИА Новости. Река поднялась.", "МОСКВА, 11 ноя"],
  ["МОСКВА, 11 ноября. /ТАСС/. Река поднялась.", "МОСКВА, 11 ноября. /ТАСС/"],
  ["КИЇВ. 11 листопада. УНН. — Річка піднялася.", "КИЇВ. 11 листопада. УНН."],
  ["Warszawa (PAP) - Rzeka wezbrała.", "Warszawa (PAP)"],
  ["Praha 11. listopadu (ČTK) - Řeka stoupla.", "Praha 11. listopadu (ČTK)"],
  ["ANKARA (AA) - Nehir yükseldi.", "ANKARA (AA)"],
  ["Jakarta (ANTARA) - Sungai naik.", "Jakarta (ANTARA)"],
  ["JAKARTA, KOMPAS.com - Sungai naik.", "JAKARTA, KOMPAS.com"],
  ["TEMPO.CO, Jakarta - Sungai naik.", "TEMPO.CO, Jakarta"],
  ["Hà Nội (TTXVN) - Nước sông dâng.", "Hà Nội (TTXVN)"],
  ["باريس (أ ف ب) – ارتفع النهر.", "باريس (أ ف ب)"],
  ["नई दिल्ली, 11 नवंबर (भाषा) नदी का जलस्तर बढ़ा।", "नई दिल्ली, 11 नवंबर (भाषा)"],
  ["新华社北京11月11日电 河水上涨。", "新华社北京11月11日电"],
  ["（新华社北京11月11日电）河水上涨。", "（新华社北京11月11日电）"],
  ["【ワシントン＝山田太郎】川の水位が上昇した。", "【ワシントン＝山田太郎】"],
  ["(서울=연합뉴스) 강물이 불었다.", "(서울=연합뉴스)"],
];

/** Paragraphs that begin with something else before a dash or a bracket. */
const LEFT: readonly string[] = [
  "The river - the longest of the country - rose on Tuesday.",
  "Merkel – die frühere Kanzlerin – kam am Dienstag.",
  "Berlin - die Stadt an der Spree - feiert.",
  "UNESCO said on Tuesday that the town is safe.",
  "FILE - The river in November.",
  "UPDATE - The river rose on Tuesday.",
  "Anna Writer (42) - a mother of two - was there.",
  "Москва — столица России, и река здесь широкая.",
  "По словам мэра (он был там), вода поднялась.",
  "Angela Merkel (CDU) - die frühere Kanzlerin - kam am Dienstag.",
  "Anna Writer (Riverside) - a mother of two - was there.",
  "Lisbon, 30 people (Meridian) - that is all it takes.",
  "Житомир, 26 людей - і жодного лікаря.",
  "Heute, am 26. April - ein Samstag - war alles anders.",
  "Le maire (PS) a dit mardi que l'eau monte.",
  "2025 - a year of floods.",
  "« L'eau monte » - a dit le maire.",
  "11月11日，河水上涨，两岸居民撤离。",
  "【速報】川の水位が上昇した。",
  "(사진) 강물이 불었다.",
  "Nehir - ülkenin en uzunu - yükseldi.",
];

test.each(TAKEN)("%s", (text, dateline) => expect(text.slice(0, datelineEnd(text))).toBe(dateline));
test.each(LEFT)("no dateline: %s", (text) => expect(datelineEnd(text)).toBe(0));
