import type { CalendarDay } from "./calendar.ts";

/** Order of the numbers in a date like `03/04/2025`. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** What is known besides the text when a date is read; what costs something to know is asked for only when it counts. */
export interface DateEvidence {
  /** BCP 47 tags the text may be in, the surest first. */
  readonly languages: () => readonly string[];
  /** Day that `today` means. */
  readonly reference: CalendarDay | null;
  /** Later years are no dates of news. */
  readonly lastYear: number;
  /** Full years that stand near a year of two digits. */
  readonly years: () => ReadonlySet<number>;
  /** A year or month (`2026-01`) that is known to hold the day; `null` for none. */
  readonly within: string | null;
  /** How numbers are ordered in the dump. */
  readonly order: DateOrder | null;
}

/** Regions of English, Spanish and French that put the month first, and those of languages that put the year first (CLDR short dates). */
const MONTH_FIRST: ReadonlySet<string> = new Set(["en-US", "en-PH", "es-US", "es-PA", "es-PR", "fil", "fil-PH", "tl"]);
const YEAR_FIRST: ReadonlySet<string> = new Set("zh ja ko hu lt mn eu fa ps si sv af dz bo".split(" "));
/** English alone says nothing: its regions differ, and so do those of the languages of South Africa and the Philippines. */
const OPEN: ReadonlySet<string> = new Set(["en", "sw", "ceb", "haw", "und", "so", "kk", "ky", "ff", "mt"]);
/** Countries whose English puts the day first. */
const DAY_FIRST_ENGLISH: ReadonlySet<string> = new Set("GB IE AU NZ IN SG HK MY PK NG KE GH UG TZ ZW ZM JM TT MT".split(" "));

/**
 * How a language orders the numbers of a date; `null` when its countries differ. The order of those with the year
 * first holds for `25.11.11` too, and where a full year comes last they put the day first.
 */
export function orderOf(language: string): DateOrder | null {
  const [primary = "", ...rest] = language.split("-");
  const region = rest.find((part) => /^[A-Z]{2}$/.test(part));
  if (MONTH_FIRST.has(region === undefined ? primary : `${primary}-${region}`)) return "mdy";
  if (primary === "en") return region !== undefined && DAY_FIRST_ENGLISH.has(region) ? "dmy" : null;
  if (YEAR_FIRST.has(primary)) return "ymd";
  return OPEN.has(primary) || primary === "" ? null : "dmy";
}

/** The part of a tag before its region and script. */
export function primaryTag(language: string): string {
  const end = language.indexOf("-");
  return end < 0 ? language : language.slice(0, end);
}
