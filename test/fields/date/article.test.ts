import { describe, expect, test } from "vitest";
import { parseDump, type Article, type ParseOptions } from "newsdump";

const TEXT = `
Rain fell on the city all Tuesday, and by evening the river stood half a metre above its usual level, the river service said.

The services warned people in the lower streets, but the mayor said that nobody had to leave home yet and thanked the helpers.
`;

function read(head: string, options: ParseOptions = {}): Article {
  return parseDump(`${head}\n${TEXT}`, { format: "date-header", reference: "2025-12-01", ...options }).articles[0]!;
}

const codes = (article: Article): string[] => article.diagnostics.map(({ code }) => code).filter((code) => /date|time/.test(code));

describe("dates beside other words in the head", () => {
  test.each([
    ["By A. Writer - Example Press - Friday, November 7, 2025", "2025-11-07"],
    ["Nov 7, 2025 6 min read", "2025-11-07"],
    ["Von Anna Schreiber, Volontärin (Sport) 07.11.2025, 21:18 Uhr", "2025-11-07"],
    ["Musterstadt, November 7, 2025, 12:30 Uhr", "2025-11-07"],
    ["2025.11.07 16:31 来源：示例日报", "2025-11-07"],
    ["By Marta Example November 7, 2025", "2025-11-07"],
    ["* Nov 7, 2025", "2025-11-07"],
  ])("%s", (line, date) => {
    expect(read(` date 2025-11 A headline of the paper\n\n${line}`)).toMatchObject({
      date,
      provenance: { dateSource: expect.stringMatching(/alone|beside/) },
    });
  });

  test.each([
    "The wall fell on 9 November 1989",
    "People look at a fallen tree beside the river after the storm, November 7, 2025.",
    "> — Reader (@reader) November 7, 2025",
    "5 – 7 November 2025",
    "Report of November 2025",
    "Tickets: 25/12/2025 - 31/12/2025",
  ])("not %s", (line) => {
    expect(read(` date 2025-11 A headline of the paper\n\n${line}`).date).toBe("2025-11");
  });

  test("a day in the middle of the text is not the article's", () => {
    const { articles } = parseDump(`A headline of the paper\n${TEXT}\n9 November 1989\n\nA last line.`);
    expect(articles[0]!.date).toBeNull();
  });
});

describe("which date wins", () => {
  test("a label before a date alone", () => {
    expect(read("A headline of the paper\n\n30 November 2025\nPublished: 7 November 2025").date).toBe("2025-11-07");
  });

  test("two dates alone give none", () => {
    const article = read("A headline of the paper\n\n30 November 2025\n7 November 2025");
    expect(article.date).toBeNull();
    expect(codes(article)).toEqual(["date-ambiguous"]);
  });

  test("the header's day, and the other is reported", () => {
    const article = read(" date 2025-11-11 A headline of the paper\n\n12 November 2025, 15:00");
    expect(article).toMatchObject({ date: "2025-11-11", time: null, provenance: { dateSource: "header" } });
    expect(codes(article)).toEqual(["date-conflict"]);
  });

  test("today is the header's day, and tells the time", () => {
    expect(read(" date 2025-11-11 Eine Überschrift\n\nOnline seit heute, 7.57 Uhr")).toMatchObject({ date: "2025-11-11", time: "07:57" });
    expect(read("Eine Überschrift\n\nOnline seit heute, 7.57 Uhr")).toMatchObject({ date: "2025-12-01", time: "07:57" });
    const unknown = parseDump(`Eine Überschrift der Zeitung\n\nOnline seit heute, 7.57 Uhr\n${TEXT}`).articles[0]!;
    expect(unknown).toMatchObject({ date: null, time: null });
  });

  test("the header's month settles the order of numbers", () => {
    expect(read(" date 2025-03 A headline of the paper\n\n03/04/2025").date).toBe("2025-03-04");
    expect(read(" date 2025-04 A headline of the paper\n\n03/04/2025").date).toBe("2025-04-03");
  });

  test("a year of two digits needs a full one", () => {
    const line = "07.11.25, 15:00";
    expect(parseDump(`Eine Überschrift der Zeitung DE\n\n${line}\n${TEXT}`).articles[0]!.date).toBeNull();
    expect(read(` date 2025-11 DE\n\n${line}`).date).toBe("2025-11-07");
  });
});

describe("datelines", () => {
  test.each([
    ["Москва. 30 сентября. ВЕСТНИК - Дождь шёл в городе весь вторник, и к вечеру река поднялась на полметра.", "2025-09-30"],
    ["КИЕВ, 30 сен — Вестник. Дождь шёл в городе весь вторник, и к вечеру река поднялась на полметра.", "2025-09-30"],
    ["RIVERSIDE, Sept. 30 (EP) - Rain fell on the city all Tuesday, and by evening the river stood half a metre higher.", "2025-09-30"],
    [
      "新华社北京9月30日电 大雨在城里下了整整一个星期二，到了晚上河水比平时高出半米，有关部门提醒居住在低处街道的居民注意安全，市长说目前还没有人需要离开家。",
      "2025-09-30",
    ],
    ["RIVERSIDE, Oct. 1 (EP) - Rain fell on the city all Tuesday, and by evening the river stood half a metre higher.", "2025-09"],
  ])("%s", (line, date) => {
    expect(parseDump(` date 2025-09\n\n${line}\n`).articles[0]!.date).toBe(date);
  });

  test("without the header's month the year is not known", () => {
    const line = "Москва. 30 сентября. ВЕСТНИК - Дождь шёл в городе весь вторник, и к вечеру река поднялась на полметра.";
    expect(parseDump(` date 2025\n\n${line}\n`).articles[0]!.date).toBe("2025");
    expect(parseDump(`${line}\n`).articles[0]!.date).toBeNull();
  });
});

describe("the instant of publication", () => {
  const at = (line: string, timeZone?: string): Article =>
    read(` date 2025 A headline of the paper\n\n${line}`, timeZone === undefined ? {} : { timeZone });

  test("needs day, time and offset", () => {
    expect(at("Published: 7 November 2025, 15:00").publishedAt).toBeNull();
    expect(at("Published: 7 November 2025, 15:00 CET").publishedAt).toBe("2025-11-07T15:00:00+01:00");
    expect(at("Published: 7 November 2025, 15:00 CET", "Asia/Tokyo").publishedAt).toBe("2025-11-07T15:00:00+01:00");
    expect(at("Published: 7 November 2025", "Asia/Tokyo").publishedAt).toBeNull();
  });

  test.each([
    ["Europe/Berlin", "7 July 2025, 15:00", "2025-07-07T15:00:00+02:00"],
    ["Europe/Berlin", "7 November 2025, 15:00", "2025-11-07T15:00:00+01:00"],
    ["Asia/Kathmandu", "7 November 2025, 15:00", "2025-11-07T15:00:00+05:45"],
    ["UTC", "7 November 2025, 15:00", "2025-11-07T15:00:00Z"],
    ["Pacific/Kiritimati", "7 November 2025, 00:10", "2025-11-07T00:10:00+14:00"],
    // the last minutes before and the first after a change of the clock
    ["Europe/Berlin", "30 March 2025, 01:59", "2025-03-30T01:59:00+01:00"],
    ["Europe/Berlin", "30 March 2025, 03:00", "2025-03-30T03:00:00+02:00"],
    ["Europe/Berlin", "26 October 2025, 01:59", "2025-10-26T01:59:00+02:00"],
    ["Europe/Berlin", "26 October 2025, 03:00", "2025-10-26T03:00:00+01:00"],
    ["America/New_York", "9 March 2025, 03:00", "2025-03-09T03:00:00-04:00"],
  ])("%s, %s", (timeZone, line, publishedAt) => {
    expect(at(`Published: ${line}`, timeZone).publishedAt).toBe(publishedAt);
  });

  test.each([
    ["Europe/Berlin", "30 March 2025, 02:30"],
    ["Europe/Berlin", "26 October 2025, 02:30"],
    ["America/New_York", "2 November 2025, 01:30"],
  ])("%s has no single instant for %s", (timeZone, line) => {
    const article = at(`Published: ${line}`, timeZone);
    expect(article.publishedAt).toBeNull();
    expect(codes(article)).toEqual(["local-time-unclear"]);
  });
});

test("options are checked", () => {
  expect(() => parseDump("x", { timeZone: "Mars/Olympus" })).toThrow(/timeZone must be an IANA time zone/);
  expect(() => parseDump("x", { reference: "soon" })).toThrow(/reference must be a date/);
  expect(() => parseDump("x", { dateOrder: "ydm" as "dmy" })).toThrow(/dateOrder must be/);
  expect(read(" date 2025 A headline of the paper\n\n03/04/2025", { dateOrder: "mdy" }).date).toBe("2025-03-04");
});
