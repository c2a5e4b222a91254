import { expect, test } from "vitest";
import { detectFormat, parseDump } from "../../src/index.ts";
import { encode } from "../encoding/encode.ts";

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

const RUSSIAN = `Заголовок: Река\nДата: 11 ноября 2025\n\nДождь шёл в городе весь вторник, и к вечеру река поднялась выше обычного уровня.\n==========\nДата: 12.11.2025\nЗаголовок: Река снова\n\nДождь кончился в городе утром в среду, и к вечеру река вернулась к обычному уровню.\n`;
const ARABIC = `العنوان: النهر\nالتاريخ: 2025-11-11\n\nهطل المطر على المدينة طوال يوم الثلاثاء، وارتفع النهر مساء فوق مستواه المعتاد.\n==========\nالعنوان: النهر مرة أخرى\nالتاريخ: 2025-11-12\n\nتوقف المطر صباح الأربعاء، وعاد النهر مساء إلى مستواه المعتاد في المدينة.\n`;
const CHINESE = `标题：河水\n日期：2025-11-11\n\n星期二全天城里下雨，到晚上河水超过了平常的水位，市政府要求居民离开河岸。\n==========\n标题：河水再次\n日期：2025-11-12\n\n星期三早上雨停了，到晚上河水回到了平常的水位，居民已经回到自己的家中。\n`;
const TRADITIONAL = `標題：河水\n日期：2025-11-11\n\n星期二全天城裡下雨，到晚上河水超過了平常的水位，市政府要求居民離開河岸。\n==========\n標題：河水再次\n日期：2025-11-12\n\n星期三早上雨停了，到晚上河水回到了平常的水位，居民已經回到自己的家中。\n`;
const JAPANESE = `タイトル: 川の水\n日付: 2025-11-11\n\n火曜日は一日中街に雨が降り、夕方には川の水がいつもの高さを超えたと市は発表した。\n==========\nタイトル: 川の水ふたたび\n日付: 2025-11-12\n\n水曜日の朝に雨がやみ、夕方には川の水がいつもの高さに戻ったと市は発表した。\n`;

test.each<[string, string]>([
  ...["utf-8", "utf-16le", "windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"].map((encoding): [string, string] => [
    encoding,
    RUSSIAN,
  ]),
  ...["utf-8", "utf-16be", "windows-1256", "iso-8859-6"].map((encoding): [string, string] => [encoding, ARABIC]),
  ["gb18030", CHINESE],
  ["gbk", CHINESE],
  ["big5", TRADITIONAL],
  ...["shift_jis", "euc-jp", "iso-2022-jp"].map((encoding): [string, string] => [encoding, JAPANESE]),
])("records are told apart in %s", (encoding, dump) => {
  const titles = [...dump.matchAll(/^(?:Заголовок|العنوان|标题|標題|タイトル)[:：] ?(.*)$/gm)].map((match) => match[1]);
  expect(titles).toHaveLength(2);
  const bytes = encode(`${encoding.startsWith("utf-16") ? "\uFEFF" : ""}${dump}`, encoding)!;
  const { articles } = parseDump(bytes);
  expect(articles.map(({ title, date }) => [title, date])).toEqual([
    [titles[0], "2025-11-11"],
    [titles[1], "2025-11-12"],
  ]);
});

test("records in other encodings than the first are told apart too", () => {
  const parts = [
    encode(RUSSIAN, "koi8-r")!,
    encode("\n==========\n", "utf-8")!,
    encode(RUSSIAN, "windows-1251")!,
    encode("\n==========\n", "utf-8")!,
    encode(RUSSIAN, "utf-8")!,
  ];
  const { articles } = parseDump(Uint8Array.from(Buffer.concat(parts)));
  expect(articles.map(({ title }) => title)).toEqual(["Река", "Река снова", "Река", "Река снова", "Река", "Река снова"]);
});

test("under a drawn line a line of one label, or of none, begins no record in these encodings either", () => {
  for (const tail of ["Источник: Агентство\n\nКонец.", "Губернатор: дождя больше не будет.\nМэр: река вернулась в берега."]) {
    for (const encoding of ["windows-1251", "koi8-r", "ibm866"]) {
      const dump = encode(`${RUSSIAN}==========\n${tail}\n`, encoding)!;
      expect(parseDump(dump).articles, `${tail} in ${encoding}`).toHaveLength(2);
    }
  }
});
