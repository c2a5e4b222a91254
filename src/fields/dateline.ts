import { isAgency } from "./agencies.ts";
import { dateEvidence } from "./date.ts";
import { scanLine } from "./date/scan.ts";
import { BLANK, DENSE_LETTER, DIGIT, isCased, kindOf, LETTER } from "./title/characters.ts";

/** Longest dateline in UTF-16 units; in writing without blanks. */
const LONGEST_DATELINE = 64;
const LONGEST_DENSE_DATELINE = 28;
const MOST_WORDS = 9;
const MOST_PLACE_WORDS = 4;
const SHORTEST_CAPITAL_PLACE = 4;
/** `21 de mayo de 2019`. */
const MOST_SMALL_WORDS = 3;

/** `新华社北京11月11日电`, `本报上海11月11日讯`, `央广网北京2月13日消息`, brackets around it or not. */
const CHINESE = /^[（(]?[\p{Script=Han}A-Za-z]{2,12}?\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日(?:电|電|讯|訊|消息|報導|报道)[）)]?/u;
/** `【ワシントン=…】`, `【北京共同】`. */
const JAPANESE = /^【[^】]{2,20}】/u;
const JAPANESE_AGENCY = /共同|時事|ロイター|AFP|[=＝]/u;
/** `(서울=연합뉴스) …`, `[서울=뉴시스]`. */
const KOREAN = /^[([][가-힣]{2,8}=[가-힣\d]{2,8}[)\]]/u;

/**
 * How much of a paragraph's start is its dateline: the place, mostly with an agency or a day, before a dash or
 * in the form of the language. 0 when there is none that is certain: a capitalised word before a dash is not
 * enough.
 *
 * @returns the column behind the dateline, its dash not counted
 */
export function datelineEnd(text: string): number {
  const kind = kindOf(text.charCodeAt(0));
  const isBracket = text.startsWith("(") || text.startsWith("（") || text.startsWith("[") || text.startsWith("【");
  if (kind === DENSE_LETTER || isBracket) {
    const dense = denseDatelineEnd(text);
    if (dense > 0) return dense;
  }
  if (kind !== LETTER && !isBracket) return 0;
  return dashDatelineEnd(text);
}

function denseDatelineEnd(text: string): number {
  const head = text.slice(0, LONGEST_DENSE_DATELINE + 8);
  const chinese = CHINESE.exec(head);
  if (chinese !== null) return chinese[0].length;
  const japanese = JAPANESE.exec(head);
  if (japanese !== null) return JAPANESE_AGENCY.test(japanese[0]) ? japanese[0].length : 0;
  return KOREAN.exec(head)?.[0].length ?? 0;
}

/** The dash, or the end of an agency in brackets or slashes that a stop or nothing follows. */
function dashDatelineEnd(text: string): number {
  const limit = Math.min(text.length, LONGEST_DATELINE);
  for (let index = 2; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (!isDash(code)) continue;
    const before = text.charCodeAt(index - 1);
    const isApart = kindOf(before) === BLANK || before === 0x2e || code >= 0x2013;
    const after = text.charCodeAt(index + 1);
    if (!isApart || (index + 1 < text.length && !isDash(after) && kindOf(after) !== BLANK && before !== 0x2e)) continue;
    const place = trimmedEnd(text, index);
    if (!isPlace(text.slice(0, place))) {
      // `(ANSA) - ROMA, 11 NOV -`: the agency comes first, the place behind the first dash.
      if (isAgency(text.slice(0, place))) {
        const next = secondDash(text, index + 1, limit);
        return next > 0 ? next : place;
      }
      return 0;
    }
    return place;
  }
  return bracketDatelineEnd(text, limit);
}

function secondDash(text: string, from: number, limit: number): number {
  for (let index = from; index < limit; index++) {
    if (!isDash(text.charCodeAt(index)) || kindOf(text.charCodeAt(index - 1)) !== BLANK) continue;
    const end = trimmedEnd(text, index);
    return isCapitalPlace(text.slice(from, end).trim()) ? end : 0;
  }
  return 0;
}

/** `MADRID, 11 (EUROPA PRESS)`, `МОСКВА, 11 ноября. /ТАСС/.`, `नई दिल्ली, 11 नवंबर (भाषा)`: no dash behind. */
function bracketDatelineEnd(text: string, limit: number): number {
  for (let index = 3; index < limit; index++) {
    const character = text.charAt(index);
    if (character !== ")" && !(character === "/" && text.lastIndexOf("/", index - 1) > 0)) continue;
    const open = text.lastIndexOf(character === ")" ? "(" : "/", index - 1);
    if (open < 3 || !isAgency(text.slice(open + 1, index))) return 0;
    const place = text.slice(0, open).trim();
    return wordCount(place) <= MOST_WORDS - 2 && hasPlaceShape(place) ? index + 1 : 0;
  }
  return 0;
}

function trimmedEnd(text: string, end: number): number {
  let last = end;
  while (last > 0 && (kindOf(text.charCodeAt(last - 1)) === BLANK || isDash(text.charCodeAt(last - 1)))) last--;
  return text.endsWith(").", last) ? last - 1 : last;
}

function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2013 || code === 0x2014 || code === 0x2015;
}

/** Whether what stands before a dash is a place with evidence: an agency, a day, capitals throughout. */
function isPlace(prefix: string): boolean {
  if (wordCount(prefix) > MOST_WORDS) return false;
  const open = prefix.indexOf("(");
  if (open > 1 && /\)\.?$/u.test(prefix)) {
    const inside = prefix.slice(open + 1, prefix.lastIndexOf(")"));
    const place = prefix.slice(0, open).trim();
    const isShortPlace = wordCount(place) <= MOST_WORDS - 2 && hasPlaceShape(place);
    if (!isShortPlace) return false;
    // A party stands behind a name as an agency does behind a place.
    return (
      isAgency(inside.split("/")[0]!) ||
      (isAcronym(inside) && (wordCount(place) === 1 || isCapitalPlace(place))) ||
      (isName(inside) && endsInDay(place))
    );
  }
  if (isCapitalPlace(prefix)) return true;
  return hasDayAndAgency(prefix) || hasSiteName(prefix) || endsInDay(prefix);
}

/** One or two words with capitals: `Meridian`, `Example Press`. */
function isName(text: string): boolean {
  return NAME.test(text);
}
const NAME = /^\p{Lu}[\p{L}\p{M}\d'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}\d'’-]{1,20})?$/u;

/** `LISBON, Sept 30`, `Житомир, 26 квітня.`: a day behind a place, and nothing else. */
function endsInDay(text: string): boolean {
  const comma = text.search(/[,.] /u);
  if (comma < 2 || !hasDigit(text) || hasDigit(text.slice(0, comma)) || wordCount(text.slice(0, comma)) > MOST_PLACE_WORDS) return false;
  if (!DAY_START.test(text.slice(comma + 2))) return false;
  const { dates, before, after } = scanLine(text.slice(comma + 2), (evidence ??= dateEvidence({})));
  const [day] = dates;
  return (
    dates.length === 1 &&
    before.length + after.length === 0 &&
    (day!.monthDay !== null || day!.date?.length === FULL_DATE) &&
    hasPlaceShape(text)
  );
}
const FULL_DATE = 10;
const DAY_START = /^[\d\p{Lu}\p{Lo}]/u;

/** Made once: whether a text is a day is all that is asked. */
let evidence: ReturnType<typeof dateEvidence> | null = null;

/** Words in capitals before a dash that are no places. */
const NOT_PLACES: ReadonlySet<string> = new Set(
  "file|files|file photo|update|updated|watch|read|read more|exclusive|breaking|breaking news|live|video|photos|photo|opinion|analysis|commentary|editorial|review|interview|correction|advertisement|foto|fotos|exklusiv|eilmeldung|archiv|kommentar|exclusif|vidéo|exclusivo|última hora|срочно|видео|фото|обновлено|эксклюзив|мнение|özel|son dakika|ekskluzif|ekskluzivno|pilne|tylko u nas".split(
    "|",
  ),
);

/** `ATLANTA`, `NEW YORK, N.Y.`, `HAYWARD, Calif.`, `KYIV, Ukraine`: the first word in capitals. */
function isCapitalPlace(prefix: string): boolean {
  const first = prefix.split(/[,.]/u)[0]!.trim();
  if (NOT_PLACES.has(first.toLowerCase())) return false;
  if (first.length < SHORTEST_CAPITAL_PLACE || wordCount(first) > MOST_PLACE_WORDS || wordCount(prefix) > MOST_WORDS - 2) return false;
  return first === first.toUpperCase() && first !== first.toLowerCase() && hasPlaceShape(prefix);
}

/** `Москва. 30 сентября. INTERFAX.RU`: a day, and an agency behind it. */
function hasDayAndAgency(prefix: string): boolean {
  const parts = prefix.split(/[.,] /u);
  if (parts.length < 2 || !hasDigit(prefix) || !hasPlaceShape(parts[0]!)) return false;
  const last = parts.at(-1)!.trim();
  return isAgency(last) || isAcronym(last);
}

/** `JAKARTA, KOMPAS.com`, `TEMPO.CO, Jakarta`: the address of the newspaper with the place. */
function hasSiteName(prefix: string): boolean {
  const parts = prefix.split(", ");
  return parts.length === 2 && parts.some((part) => isAgency(part) || SITE.test(part)) && parts.every(hasPlaceShape);
}
const SITE = /^[A-Za-z]{3,20}\.(?:com|co|co\.id|id|ru|net|org|ua)$/iu;

/** Words with capitals, or of writing without them, numbers and little words between. */
function hasPlaceShape(place: string): boolean {
  let index = 0;
  let isWordStart = true;
  let small = 0;
  for (; index < place.length; index++) {
    const code = place.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === LETTER && isWordStart && isCased(code) && place.charAt(index) === place.charAt(index).toLowerCase()) small++;
    if ('!?:;"“”«»'.includes(place.charAt(index))) return false;
    isWordStart = kind !== LETTER && kind !== DIGIT && code !== 0x27 && code !== 0x2019;
  }
  const first = place.charCodeAt(0);
  if (isCased(first) && place.charAt(0) === place.charAt(0).toLowerCase()) return false;
  return small <= (hasDigit(place) ? MOST_SMALL_WORDS : 1);
}

/** `AFP`, `РИА`, `CNN Business`: capitals throughout in the first word. */
function isAcronym(text: string): boolean {
  const word = text.trim().split(" ")[0]!;
  return (
    word.length >= 2 &&
    word.length <= 12 &&
    (word === word.toUpperCase() || isAgency(text)) &&
    wordCount(text) <= 3 &&
    !hasDigit(word) &&
    word !== word.toLowerCase()
  );
}

function hasDigit(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (kindOf(text.charCodeAt(index)) === DIGIT) return true;
  return false;
}

function wordCount(text: string): number {
  let count = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index++) {
    const isBlank = kindOf(text.charCodeAt(index)) === BLANK;
    if (!isBlank && !isInside) count++;
    isInside = !isBlank;
  }
  return count;
}
