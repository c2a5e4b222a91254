/**
 * Zone abbreviations with one meaning, in minutes from UTC: in the tz database (2024a) no zone has used them for
 * another offset since 1970, or RFC 5322 section 4.3 fixes them. Left out, because they name several: CST, CDT, IST,
 * BST, AST, SST, GST, WST, AMT, ECT.
 */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    utc: 0,
    gmt: 0,
    ut: 0,
    wet: 0,
    est: -300,
    edt: -240,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    nst: -210,
    ndt: -150,
    brt: -180,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    eet: 120,
    eest: 180,
    west: 60,
    sast: 120,
    cat: 120,
    wat: 60,
    eat: 180,
    trt: 180,
    pkt: 300,
    npt: 345,
    wib: 420,
    wita: 480,
    wit: 540,
    ict: 420,
    hkt: 480,
    sgt: 480,
    myt: 480,
    pht: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
  }),
);

/** Zones that are known as such and have no single offset: read over, the offset stays unknown. */
export const OPEN_ZONES: ReadonlySet<string> = new Set([
  "cst",
  "cdt",
  "ist",
  "bst",
  "ast",
  "sst",
  "gst",
  "wst",
  "et",
  "ct",
  "mt",
  "pt",
  "msk",
  "мск",
  "cdmx",
]);

/** `Z` for zero, else `+03:00`. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

/** Moscow was at +04:00 from 27 March 2011 to 26 October 2014 (tz database, Europe/Moscow). */
const MOSCOW_SUMMER_FOREVER = ["2011-03-27", "2014-10-26"] as const;

/** Offset of Moscow time on a day, for the years in which it did not change with the seasons; else `null`. */
export function moscowOffset(date: string): string | null {
  if (date.length < 10 || date < MOSCOW_SUMMER_FOREVER[0] || date === MOSCOW_SUMMER_FOREVER[1]) return null;
  return date < MOSCOW_SUMMER_FOREVER[1] ? "+04:00" : "+03:00";
}
