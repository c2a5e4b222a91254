import { expect, test } from "vitest";
import { detectFormat, parseDump } from "../../src/index.ts";

const TEXT = "Rain fell on the city all Tuesday, and by evening the river stood half a metre above its usual level.";
const parse = (dump: string) => parseDump(dump).articles;

test.each(["==========", "----------", "______________", "\f"])("records are separated by %j", (separator) => {
  const dump = `Title: One\nDate: 2025-11-11\n\n${TEXT}\n${separator}\nDate: 2025-11-12\nTitle: Two\n\n${TEXT}\n`;
  expect(parse(dump).map(({ title, date }) => [title, date])).toEqual([
    ["One", "2025-11-11"],
    ["Two", "2025-11-12"],
  ]);
});

test.each(["=========", "-----", "== == == == =="])("%j separates nothing", (line) => {
  const dump = `Title: One\nDate: 2025-11-11\n\n${TEXT}\n${line}\nDate: 2025-11-12\nTitle: Two\n\n${TEXT}\n`;
  expect(parse(dump)).toHaveLength(1);
});

test("a separator that no label line follows belongs to the text", () => {
  const dump = `Title: One\nDate: 2025-11-11\n\n${TEXT}\n==========\n${TEXT}\n`;
  const [article, ...others] = parse(dump);
  expect(others).toEqual([]);
  expect(article!.paragraphs).toEqual([TEXT, TEXT]);
  expect(article!.removed.map((removal) => removal.rule)).toEqual(["record-separator"]);
});

test.each(["By: John", "Source: Reuters\n==========", "Link: http://x.example\nmore text"])(
  "%j under a drawn line begins no record",
  (tail) => {
    expect(parse(`Title: One\nDate: 2025-11-11\n\n${TEXT}\n____________\n${tail}`)).toHaveLength(1);
  },
);

const lookAlikes = (between: string) =>
  parse(`Title: One\nDate: 2025-11-11\n\n${TEXT}\n${between}\n\n${TEXT}\n`).map(({ diagnostics }) =>
    diagnostics.filter(({ code }) => code === "header-look-alike").map(({ span }) => span!.lineStart),
  );

test.each([
  ["-----\nTitle: Two\nDate: 2025-11-12", 6],
  ["=========\nDate: 2025-11-12\nTitle: Two", 6],
  ["***\nЗаголовок: Два\nИсточник: Газета", 6],
  ["\nTitle: Two\nDate: 2025-11-12\nSource: Example", 6],
  ["\n标题：二\n日期：2025-11-12", 6],
])("a header below %j is reported", (between, line) => {
  expect(lookAlikes(between)).toEqual([[line]]);
});

test.each([
  "-----\nSource: Reuters",
  "-----\nTitle: The old mill\nAuthor: A. Writer\nPages: 200",
  "\nTitle: The old mill\nSource: Example",
  "\nDate: 12 November\nPlace: Town hall",
  "Title: Two\nDate: 2025-11-12",
  "-----\nThe title: two",
])("%j is no header", (between) => {
  expect(lookAlikes(between)).toEqual([[]]);
});

test("a sentence with a colon is text, with and without a blank line before it", () => {
  const sentence = "The minister said: we will not go, whatever the others do.";
  expect(parse(`Title: One\nDate: 2025-11-11\n${sentence}\n\n${TEXT}\n`)[0]!.paragraphs).toEqual([sentence, TEXT]);
});

test("an empty value leaves the field to the next label of its kind", () => {
  expect(parse(`Title:\nDate: 2025-11-11\nHeadline: The real one\n\n${TEXT}\n`)[0]!.title).toBe("The real one");
});

test("a time that cannot be read, and one that contradicts the date, are reported", () => {
  const codes = (header: string) => parse(`Title: One\n${header}\n\n${TEXT}\n`)[0]!;
  expect(codes("Date: 2025-11-11\nTime: in the afternoon").diagnostics.map(({ code }) => code)).toEqual(["time-unreadable"]);
  expect(codes("Date: 2025-11-11 15:00\nTime: 16:00")).toMatchObject({ time: "15:00", diagnostics: [{ code: "time-conflict" }] });
});

test("labels that name no field and second values go to the ledger", () => {
  const [article] = parse(`Title: One\nShelf: 7\nDate: 2025-11-11\nTitle: Two\n\n${TEXT}\n`);
  expect(article).toMatchObject({ title: "One", date: "2025-11-11" });
  expect(article!.removed.map(({ rule, text }) => [rule, text])).toEqual([
    ["unused-header-line", "Shelf: 7"],
    ["unused-header-line", "Title: Two"],
  ]);
});

test("without a blank line the text begins at the first line that is no known label", () => {
  const [article] = parse(`Title: One\nDate: 2025-11-11\nMoscow: the talks go on.\n${TEXT}\n`);
  expect(article!.paragraphs).toEqual(["Moscow: the talks go on.", TEXT]);
});

test("one label is not enough to make a dump of this format", () => {
  expect(detectFormat(`Source: Example\n\n${TEXT}\n`).format).toBe("date-header");
  expect(detectFormat(`==========\nTitle: One\nDate: 2025\n\n${TEXT}\n`).format).toBe("key-value");
});

test("in UTF-16 and windows-1251 too", () => {
  const dump = `Заголовок: Река\nДата: 11 ноября 2025\n\nДождь шёл в городе весь вторник, и к вечеру река поднялась выше обычного уровня.\n==========\nДата: 12.11.2025\nЗаголовок: Река снова\n\nДождь кончился в городе утром в среду, и к вечеру река вернулась к обычному уровню.\n`;
  const expected = [
    ["Река", "2025-11-11"],
    ["Река снова", "2025-11-12"],
  ];
  const wide = new Uint8Array(new Uint16Array([0xfeff, ...[...dump].map((character) => character.charCodeAt(0))]).buffer);
  expect(parseDump(wide).articles.map(({ title, date }) => [title, date])).toEqual(expected);
  expect(parse(dump).map(({ title, date }) => [title, date])).toEqual(expected);
});
