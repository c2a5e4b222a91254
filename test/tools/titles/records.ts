/** Records with a known headline, read from the development data. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cleanText } from "../../../src/text/clean.ts";
import type { NumberedText } from "../../../src/fields/title/head-lines.ts";
import { HEADLINES } from "./headlines.ts";

/** A record's lines from the end of its header on, and which of them say the headline. */
export interface TitledRecord {
  readonly set: string;
  readonly id: string;
  readonly site: string;
  readonly language: string;
  readonly lines: readonly NumberedText[];
  /** Places of the lines that are the headline; none when it is not in the text. */
  readonly titles: ReadonlySet<number>;
  /** The headline the annotators gave; `null` where only its line is known. */
  readonly gold: string | null;
  /** Whether the headline is in the text, as the annotators have it. */
  readonly isInText: boolean;
}

const folder = resolve(process.env["NEWSDUMP_SHARED"] ?? join("..", "shared"));
const goldFolder = join(folder, "data", "gold");

interface GoldRow {
  readonly file: string;
  readonly id: string;
  readonly url: string | null;
  readonly lang: string | null;
  readonly title: string | null;
  readonly title_in_text: boolean;
}

const HEADER = /^ date \d{4}(?:-\d\d){0,2} /;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]|_/gu;

/** Letters and digits alone, as the scorer compares headlines. */
function normal(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(NOT_WORD, "");
}

/** Equal, or one contains the other and is at least 60 % of it. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [normal(one), normal(other)];
  if (a === "" || b === "") return false;
  if (a === b) return true;
  return (a.includes(b) || b.includes(a)) && Math.min(a.length, b.length) >= 0.6 * Math.max(a.length, b.length);
}

function numberLines(texts: readonly string[]): NumberedText[] {
  return texts.map((text, index) => ({ text: cleanText(text).text, number: index + 1 }));
}

function siteOf(row: { readonly url: string | null; readonly id: string }): string {
  if (row.url === null) return row.id;
  const labels = new URL(row.url).hostname.split(".");
  return labels.slice(labels.at(-2)!.length <= 3 && labels.length > 2 ? -3 : -2).join(".");
}

function jsonLines<Row>(file: string): Row[] {
  const rows = readFileSync(join(goldFolder, file), "utf8").trimEnd().split("\n");
  return rows.map((row) => JSON.parse(row) as Row); // the files' documented shape
}

function readGold(set: string): TitledRecord[] {
  return jsonLines<GoldRow>(`${set}.gold.jsonl`).flatMap((row): TitledRecord[] => {
    const texts = readFileSync(join(goldFolder, row.file), "utf8").split("\n");
    texts[0] = texts[0]!.replace(HEADER, "");
    const lines = numberLines(texts);
    const common = { set, id: row.file, site: siteOf(row), language: row.lang ?? "?", lines };
    if (row.title !== null) {
      const titles = new Set([...lines.keys()].filter((place) => isSameTitle(lines[place]!.text, row.title!)));
      return [{ ...common, titles, gold: row.title, isInText: row.title_in_text }];
    }
    const place = HEADLINES[row.file.split("/")[1]!.slice(0, 6)];
    if (place === undefined) return [];
    return [{ ...common, titles: new Set(place < 0 ? [] : [place]), gold: null, isInText: place >= 0 }];
  });
}

interface PartialRow {
  readonly id: string;
  readonly lang: string;
  readonly url: string;
  readonly title: string | null;
  readonly lines: readonly { readonly l: string; readonly t: string }[];
}

/** Lines before the headline, and behind it until the text begins, in pages that are whole. */
const LEAD_LINES = 6;
const LONGEST_HEAD = 14;

/** Whole pages, cut to begin a little before the headline nearest to the text. */
function readPartial(): TitledRecord[] {
  return jsonLines<PartialRow>("trafilatura-partial.jsonl").flatMap((row): TitledRecord[] => {
    const { title } = row;
    if (title === null) return [];
    const texts = row.lines.map((line) => line.t);
    const firstKept = row.lines.findIndex((line) => line.l === "keep");
    const found = [...texts.keys()].filter((place) => isSameTitle(texts[place]!, title));
    const place = found.findLast((at) => at < firstKept && firstKept - at < LONGEST_HEAD) ?? found.find((at) => at >= firstKept);
    if (place === undefined || place > firstKept + 3) return [];
    const lines = numberLines(texts.slice(Math.max(0, place - LEAD_LINES)));
    const titles = new Set([...lines.keys()].filter((at) => isSameTitle(lines[at]!.text, title)));
    return [{ set: "partial", id: row.id, site: siteOf(row), language: row.lang, lines, titles, gold: title, isInText: true }];
  });
}

interface CleanRow {
  readonly url: string;
  readonly title: string;
  readonly content_text: string;
}

/** One record in so many of the Esperanto set, which is long and of two sites. */
const CLEAN_SHARE = 3;
const CLEAN_FILES = ["scivolemo_2023", "uea_facila_2023", "uea_facila_2024", "uea_facila_2025"];

/** Records that are headline and text and nothing else. */
function readClean(): TitledRecord[] {
  const rows = CLEAN_FILES.flatMap((name) => jsonLines<CleanRow>(join("..", "records-esperanto", `${name}.jsonl`)));
  return rows.flatMap((row, index): TitledRecord[] => {
    if (index % CLEAN_SHARE !== 0) return [];
    const lines = numberLines([row.title, "", ...row.content_text.split("\n")]);
    const titles = new Set([...lines.keys()].filter((place) => isSameTitle(lines[place]!.text, row.title)));
    return [
      { set: "clean", id: row.url, site: siteOf({ url: row.url, id: "" }), language: "eo", lines, titles, gold: row.title, isInText: true },
    ];
  });
}

export function readRecords(): TitledRecord[] {
  return [...["fundus", "aed", "aeb", "zh69"].flatMap(readGold), ...readPartial(), ...readClean()];
}
