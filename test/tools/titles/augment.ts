/** Records made from records: begun behind the headline, at the headline, or after lines of another site. */
import type { NumberedText } from "../../../src/fields/title/head-lines.ts";
import type { TitledRecord } from "./records.ts";

/** A made record, and the site that lent it lines. */
export interface MadeRecord extends TitledRecord {
  readonly lender: string;
}

/** Lines at the end of a record that another one can borrow. */
const TAIL_LINES = 40;
const MOST_BORROWED = 9;
const LONGEST_BORROWED = 110;
/** Lines between the headline and the end of what is looked at. */
const FURTHEST_TITLE = 20;

/** Numbers 0…1 that are the same on every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), mix | 61)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The record from one of its lines on; the headline is there only when its line still is. */
function beginAt(record: TitledRecord, start: number): MadeRecord {
  const titles = new Set([...record.titles].filter((place) => place >= start).map((place) => place - start));
  return { ...record, lines: record.lines.slice(start), titles, isInText: titles.size > 0, lender: record.site };
}

/** Lines of another record's end before the record. */
function putBefore(record: TitledRecord, borrowed: readonly NumberedText[], lender: string): MadeRecord {
  const first = record.lines[0]?.number ?? 1;
  const shift = (borrowed.at(-1)?.number ?? 0) + 1 + (borrowed.length % 3) - first;
  const lines = [...borrowed, ...record.lines.map((line) => ({ text: line.text, number: line.number + shift }))];
  const titles = new Set([...record.titles].map((place) => place + borrowed.length));
  return { ...record, lines, titles, lender };
}

function borrow(lender: TitledRecord, random: () => number): readonly NumberedText[] {
  const tail = lender.lines.slice(-TAIL_LINES).filter((line) => line.text.length <= LONGEST_BORROWED);
  const count = 1 + Math.floor(random() * MOST_BORROWED);
  const start = Math.floor(random() * Math.max(1, tail.length - count));
  return tail.slice(start, start + count);
}

/** Place of the first line from `start` on that shows something, or -1. */
function nextLine({ lines }: TitledRecord, start: number): number {
  return lines.findIndex((line, place) => place >= start && line.text !== "");
}

/** Texts are cut off behind so many of their lines. */
const CLEAN_LINES = 12;
const SHORTEST_TEXT = 90;

/** Headline (or none) and the longer lines of the text: what is left of a page whose furniture is gone. */
function cleanUp(record: TitledRecord, title: number, random: () => number): MadeRecord[] {
  const texts: NumberedText[] = [];
  const keepsHeads = random() < 0.4;
  const most = 1 + Math.floor(random() * CLEAN_LINES);
  for (const line of record.lines.slice(title + 1)) {
    const isText = line.text.length * (DENSE.test(line.text) ? 2.5 : 1) >= SHORTEST_TEXT && SENTENCE_END.test(line.text);
    if (isText || (keepsHeads && texts.length > 0 && line.text.length > 12)) texts.push(line);
    if (texts.length === most) break;
  }
  if (texts.length === 0) return [];
  const step = random() < 0.5 ? 1 : 2;
  const number = (lines: readonly NumberedText[]): NumberedText[] => lines.map(({ text }, index) => ({ text, number: 1 + index * step }));
  return [
    { ...record, lines: number([record.lines[title]!, ...texts]), titles: new Set([0]), isInText: true, lender: record.site },
    { ...record, lines: number(texts), titles: new Set(), isInText: false, lender: record.site },
  ];
}
const DENSE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const SENTENCE_END = /[.!?…。！？]["'»”’)\]]?$/u;

/** A few records made from each; the same for the same records. */
export function makeRecords(records: readonly TitledRecord[], seed: number): MadeRecord[] {
  const random = createRandom(seed);
  const made: MadeRecord[] = [];
  const lend = (record: TitledRecord): void => {
    const lender = records[Math.floor(random() * records.length)]!;
    if (lender.site !== record.site) made.push(putBefore(record, borrow(lender, random), lender.site));
  };
  for (const record of records) {
    const place = Math.min(...record.titles);
    lend(record);
    if (place <= FURTHEST_TITLE) made.push(...cleanUp(record, place, random));
    if (place > FURTHEST_TITLE) continue;
    const last = Math.max(...[...record.titles].filter((at) => at <= FURTHEST_TITLE));
    const behindLast = nextLine(record, last + 1);
    if (behindLast > 0) {
      const headless = beginAt(record, behindLast);
      made.push(headless);
      if (random() < 0.5) lend(headless);
      const second = nextLine(headless, 1);
      if (second > 0 && random() < 0.5) made.push(beginAt(headless, second));
    }
    if (place > 0) {
      const bare = beginAt(record, place);
      made.push(bare);
      lend(bare);
      if (place > 2) made.push(beginAt(record, 1 + Math.floor(random() * (place - 1))));
    }
  }
  return made;
}
