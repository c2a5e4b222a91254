// Writes src/fields/month-names.generated.ts from the CLDR data in Node's Intl: the names of months and weekdays as
// they stand in a date and alone, long and short, and the words for today and yesterday. Frozen, because the names
// change with the CLDR version; a test compares it on the version it was made with.
//   node test/tools/month-names.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LANGUAGES =
  "en es de fr ru ar pt it nl pl tr uk fa hi bn id ms vi th el cs sk hu ro bg sr-Cyrl sr-Latn hr bs sl mk sq et lv lt fi sv da nb nn is ca gl eu he az hy ka kk uz ky tg mn ur ta te ml kn mr gu pa si ne my km lo sw am af so ha yo ig zu cy ga mt fil be lb fo fy ps ku tk jv ceb zh ja ko".split(
    " ",
  );
/** Names that differ by country are listed under the language. */
const REGIONS = {
  ar: ["ar-IQ", "ar-MA", "ar-DZ", "ar-TN", "ar-SA"],
  de: ["de-AT", "de-CH"],
  pt: ["pt-PT"],
  fr: ["fr-CA"],
  es: ["es-MX", "es-PE"],
  en: ["en-GB", "en-AU"],
};
/**
 * What CLDR leaves out and news write: other cases of the name, other abbreviations, other spellings. From the
 * months' entries in Wiktionary (facts only). `language: { month: words }`.
 */
const MORE_MONTHS = {
  en: { 9: "sept" },
  es: { 9: "setiembre set sept" },
  it: { 1: "genn", 2: "febbr", 9: "sett" },
  pt: { 3: "marco" },
  fr: { 2: "fevr", 7: "juill" },
  nl: { 3: "mrt", 9: "sept" },
  de: { 1: "jänner jän", 2: "feber feb", 3: "mrz", 9: "sept" },
  ru: {
    1: "янв январе",
    2: "фев февр феврале",
    3: "мар марте",
    4: "апреле",
    5: "мая мае",
    6: "июн июне",
    7: "июл июле",
    8: "августе",
    9: "сен сент сентябре",
    10: "октябре",
    11: "ноя нояб ноябре",
    12: "декабре",
  },
  uk: {
    1: "січ січні",
    2: "лют лютому",
    3: "бер берез березні",
    4: "кві квіт квітні",
    5: "тра трав травні",
    6: "чер черв червні",
    7: "лип липні",
    8: "сер серп серпні",
    9: "вер верес вересні",
    10: "жов жовт жовтні",
    11: "лис лист листоп листопаді",
    12: "гру груд грудні",
  },
  be: {
    1: "сту студ",
    2: "лют",
    3: "сак",
    4: "кра крас",
    5: "май мая маі траўня травень",
    6: "чэр чэрв",
    7: "ліп",
    8: "жні жнів",
    9: "вер",
    10: "кас",
    11: "ліс",
    12: "сне снеж",
  },
  cs: { 1: "led", 2: "úno", 3: "bře", 4: "dub", 5: "kvě", 6: "čer čvn", 7: "čvc", 8: "srp", 9: "zář", 10: "říj", 11: "lis", 12: "pro" },
  "sr-Cyrl": {
    1: "јануара",
    2: "фебруара",
    3: "марта",
    4: "априла",
    5: "маја",
    6: "јуна јун",
    7: "јула јул",
    8: "августа авг",
    9: "септембра септ",
    10: "октобра",
    11: "новембра",
    12: "децембра",
  },
  "sr-Latn": {
    1: "januara",
    2: "februara",
    3: "marta",
    4: "aprila",
    5: "maja",
    6: "juna",
    7: "jula",
    8: "avgusta",
    9: "septembra",
    10: "oktobra",
    11: "novembra",
    12: "decembra",
  },
  bs: {
    1: "januara",
    2: "februara",
    3: "marta",
    4: "aprila",
    5: "maja",
    6: "juna",
    7: "jula",
    8: "avg avgust avgusta augusta",
    9: "septembra",
    10: "oktobra",
    11: "novembra",
    12: "decembra",
  },
  hr: { 1: "siječanj", 10: "listopad", 11: "studeni studenog studenoga studenome studenomu", 12: "prosinac" },
  sq: { 11: "nëntor" },
  el: { 5: "μάι μαΐου μαϊ", 11: "νοε νοέ" },
  lt: { 11: "lapkričio lapkritį" },
  lv: {
    1: "janvārī",
    2: "februārī",
    3: "martā",
    4: "aprīlī",
    5: "maijā",
    6: "jūnijā",
    7: "jūlijā",
    8: "augustā",
    9: "septembrī",
    10: "oktobrī",
    11: "novembrī",
    12: "decembrī",
  },
  hi: { 9: "सितम्बर सितंबर", 10: "अक्टूबर अक्तूबर", 11: "नवम्बर नवंबर", 12: "दिसम्बर दिसंबर" },
  bn: { 1: "জানুয়ারী জানুয়ারি", 2: "ফেব্রুয়ারী ফেব্রুয়ারি", 8: "আগস্ট অগাস্ট", 9: "সেপ্টেম্বর", 10: "অক্টোবর", 11: "নভেম্বর", 12: "ডিসেম্বর" },
  ne: { 2: "फेब्रुअरी", 10: "अक्टोबर" },
  fa: {
    1: "ژانویه",
    2: "فوریه",
    5: "مه می",
    6: "ژوئن جون",
    7: "ژوئیه جولای ژوییه",
    8: "اوت آگوست",
    9: "سپتامبر",
    10: "اکتبر",
    11: "نوامبر",
    12: "دسامبر",
  },
  ar: {
    1: "كانون الثاني",
    2: "شباط",
    3: "آذار",
    4: "نيسان إبريل",
    5: "أيار",
    6: "حزيران",
    7: "تموز",
    8: "آب",
    9: "أيلول",
    10: "تشرين الأول",
    11: "تشرين الثاني",
    12: "كانون الأول",
  },
  vi: {
    1: "tháng một|tháng giêng",
    2: "tháng hai",
    3: "tháng ba",
    4: "tháng tư",
    5: "tháng năm",
    6: "tháng sáu",
    7: "tháng bảy",
    8: "tháng tám",
    9: "tháng chín",
    10: "tháng mười",
    11: "tháng mười một",
    12: "tháng mười hai|tháng chạp",
  },
  th: {
    1: "มกรา",
    2: "กุมภา",
    3: "มีนา",
    4: "เมษา",
    5: "พฤษภา",
    6: "มิถุนา",
    7: "กรกฎา",
    8: "สิงหา",
    9: "กันยา",
    10: "ตุลา",
    11: "พฤศจิกา",
    12: "ธันวา",
  },
  ka: {
    1: "იანვარს იანვრის",
    2: "თებერვალს თებერვლის",
    3: "მარტს მარტის",
    4: "აპრილს აპრილის",
    5: "მაისს მაისის",
    6: "ივნისს ივნისის",
    7: "ივლისს ივლისის",
    8: "აგვისტოს",
    9: "სექტემბერს სექტემბრის",
    10: "ოქტომბერს ოქტომბრის",
    11: "ნოემბერს ნოემბრის",
    12: "დეკემბერს დეკემბრის",
  },
  he: { 5: "מאי" },
  fil: { 6: "hun", 7: "hul" },
  eu: {
    1: "urtarrilaren",
    2: "otsailaren",
    3: "martxoaren",
    4: "apirilaren",
    5: "maiatzaren",
    6: "ekainaren",
    7: "uztailaren",
    8: "abuztuaren",
    9: "irailaren",
    10: "urriaren",
    11: "azaroaren",
    12: "abenduaren",
  },
  fi: {
    1: "tammi",
    2: "helmi",
    3: "maalis",
    4: "huhti",
    5: "touko",
    6: "kesä",
    7: "heinä",
    8: "elo",
    9: "syys",
    10: "loka",
    11: "marras",
    12: "joulu",
  },
  id: { 2: "pebruari", 8: "agu agt agust", 11: "nop nopember" },
  ur: { 1: "جنوری", 2: "فروری", 11: "نومبر", 12: "دسمبر" },
  bg: { 1: "ян", 2: "фев", 3: "мар", 4: "апр", 8: "авг", 9: "сеп септ", 10: "окт", 11: "ное ноем", 12: "дек" },
  si: {
    1: "ජනවාරි",
    2: "පෙබරවාරි",
    3: "මාර්තු",
    4: "අප්‍රේල්",
    5: "මැයි",
    6: "ජූනි",
    7: "ජූලි",
    8: "අගෝස්තු",
    9: "සැප්තැම්බර්",
    10: "ඔක්තෝබර්",
    11: "නොවැම්බර්",
    12: "දෙසැම්බර්",
  },
  my: { 11: "နိုဝင်ဘာလ", 12: "ဒီဇင်ဘာလ" },
};
/** Phrases of `MORE_MONTHS` of two words: these languages separate names by a bar, or hold one name a month. */
const WHOLE_NAMES = new Set(["vi"]);
const ARABIC_PHRASES = new Set(["كانون الثاني", "تشرين الأول", "تشرين الثاني", "كانون الأول"]);
/** Weekdays, Sunday first. */
const MORE_WEEKDAYS = {
  ru: { 0: "вск", 1: "пнд", 2: "втр", 3: "срд", 4: "чтв", 5: "птн", 6: "сбт" },
  zh: {
    0: "礼拜日 礼拜天 禮拜日 禮拜天 星期天 周日 週日",
    1: "礼拜一 禮拜一 週一",
    2: "礼拜二 禮拜二 週二",
    3: "礼拜三 禮拜三 週三",
    4: "礼拜四 禮拜四 週四",
    5: "礼拜五 禮拜五 週五",
    6: "礼拜六 禮拜六 週六",
  },
  fa: { 1: "دوشنبه", 2: "سه‌شنبه سهشنبه", 4: "پنجشنبه پنج‌شنبه" },
  it: { 1: "lunedi", 2: "martedi", 3: "mercoledi", 4: "giovedi", 5: "venerdi" },
  nl: { 0: "zon", 1: "maa", 2: "din", 3: "woe", 4: "don", 5: "vri", 6: "zat" },
  en: { 2: "tues", 3: "weds", 4: "thur thurs" },
  pt: { 1: "segunda", 2: "terça", 3: "quarta", 4: "quinta", 5: "sexta" },
};
/** Days in a week's order from a Sunday on. */
const SUNDAY = Date.UTC(2025, 0, 5);
const DAY_MS = 86_400_000;

/** The name as it is looked up: lower case, composed, without points and joiners. */
function fold(name) {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/\u200c|\u200d|[.\u200e\u200f'’]/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^de /, "")
    .trim();
}

function part(locale, options, day, type) {
  return (
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", numberingSystem: "latn", ...options })
      .formatToParts(day)
      .find((each) => each.type === type)?.value ?? ""
  );
}

function monthNames(language, calendar) {
  const cells = Array.from({ length: 12 }, () => new Set());
  for (const locale of [language, ...(REGIONS[language] ?? [])])
    for (let month = 0; month < 12; month++)
      for (const style of ["long", "short"])
        for (const around of [{}, { day: "numeric" }, { day: "numeric", year: "numeric" }, { year: "numeric" }]) {
          const day = calendar === "persian" ? new Date(Date.UTC(2025, month + 3 - 1, 30)) : new Date(Date.UTC(2025, month, 15));
          const number = calendar === "persian" ? Number(part("en", { calendar, month: "numeric" }, day, "month")) - 1 : month;
          const name = fold(part(locale, { calendar, month: style, ...around }, day, "month"));
          if (name !== "" && !/\p{N}|月|월/u.test(name)) cells[number].add(name);
        }
  return cells;
}

function addMore(cells, more, language, offset) {
  for (const [key, words] of Object.entries(more ?? {})) {
    const isWhole = WHOLE_NAMES.has(language) || ARABIC_PHRASES.has(words);
    for (const word of words.split(isWhole ? "|" : " ")) cells[Number(key) - offset].add(fold(word));
  }
}

function weekdayNames(language) {
  const cells = Array.from({ length: 7 }, () => new Set());
  for (const locale of [language, ...(REGIONS[language] ?? [])])
    for (let day = 0; day < 7; day++)
      for (const weekday of ["long", "short"])
        for (const around of [{}, { day: "numeric", month: "long", year: "numeric" }]) {
          const name = fold(part(locale, { calendar: "gregory", weekday, ...around }, new Date(SUNDAY + day * DAY_MS), "weekday"));
          if (name.length > 1 && !/\p{N}/u.test(name)) cells[day].add(name);
        }
  return cells;
}

function relativeNames(language) {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return [0, -1].map((days) => new Set([fold(format.format(days, "day"))].filter((name) => !/\p{N}/u.test(name))));
}

/** Words for the halves of the day, as they stand beside a time. */
function dayPeriods(language) {
  return [9, 15].map((hour) => {
    const name = fold(
      part(language, { hour: "numeric", minute: "numeric", hour12: true }, new Date(Date.UTC(2025, 0, 5, hour)), "dayPeriod"),
    );
    return new Set(name === "" || /\p{N}/u.test(name) ? [] : [name]);
  });
}

const row = (language, cells) => `${language}=${cells.map((cell) => [...cell].sort().join(",")).join("|")}`;

/** The file's text, so that a test can compare it. */
export function generate() {
  const months = [];
  const weekdays = [];
  const relative = [];
  const periods = [];
  for (const language of LANGUAGES) {
    // CLDR names the lunar months in Sinhala.
    const cells = language === "si" ? Array.from({ length: 12 }, () => new Set()) : monthNames(language, "gregory");
    addMore(cells, MORE_MONTHS[language], language, 1);
    if (cells.some((cell) => cell.size > 0)) months.push(row(language, cells));
    const days = weekdayNames(language);
    addMore(days, MORE_WEEKDAYS[language], language, 0);
    weekdays.push(row(language, days));
    relative.push(row(language, relativeNames(language)));
    const [before, after] = dayPeriods(language);
    if ([...before].join() !== [...after].join()) periods.push(row(language, [before, after]));
  }
  const persian = ["fa", "fa-AF"].map((locale) => row(locale, monthNames(locale, "persian")));
  return `// Written by test/tools/month-names.mjs; do not edit.
// Names of months and weekdays in ${LANGUAGES.length} languages: Unicode CLDR ${process.versions.cldr} by way of Intl (ICU ${process.versions.icu}, Unicode
// License v3), with the other forms that the script lists. A row a language, cells by bars, names by commas.
/** ICU version the table was made with. */
export const ICU_VERSION = "${process.versions.icu}";
/** Twelve cells, January first. */
export const MONTH_NAMES = \`
${months.join("\n")}
\`;
/** Twelve cells of the solar Hijri year, Farvardin first. */
export const PERSIAN_MONTH_NAMES = \`
${persian.join("\n")}
\`;
/** Seven cells, Sunday first. */
export const WEEKDAY_NAMES = \`
${weekdays.join("\n")}
\`;
/** Two cells: before noon, after noon. */
export const DAY_PERIODS = \`
${periods.join("\n")}
\`;
/** Two cells: today, yesterday. */
export const RELATIVE_DAYS = \`
${relative.join("\n")}
\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("../../src/fields/month-names.generated.ts", import.meta.url), generate());
