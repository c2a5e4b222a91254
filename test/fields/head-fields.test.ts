import { describe, expect, test } from "vitest";
import { type HeadFieldName, readHeadFields } from "../../src/fields/head-fields.ts";
import type { Line } from "../../src/lines/line.ts";
import { cleanText } from "../../src/text/clean.ts";
import { goldenOf } from "../support/golden.ts";

const TITLE = "River rises by half a metre after three days of rain";
const TEXT = "The river rose by half a metre on Tuesday after three days of rain, and the town closed two of its bridges.";
const MORE = "People who live near the river were told to move their cars, and schools will stay shut until Thursday.";

interface Found {
  /** Text and bytes of each field; a byte a unit. */
  readonly fields: Partial<Record<HeadFieldName, string>>;
  readonly used: readonly number[];
  readonly removed: readonly string[];
}

function read(
  lines: readonly string[],
  taken: readonly number[] = [],
  noise: readonly number[] = [],
  known: readonly HeadFieldName[] = [],
): Found {
  let at = 0;
  const whole = lines.join("\n");
  const bodyLines = lines.map((text, index) => {
    const line: Line = { number: index + 1, byteStart: at, byteEnd: at + text.length, text, traits: 0 };
    at += text.length + 1;
    return { line, text: cleanText(text).text };
  });
  const { fields, usedLines, removed } = readHeadFields(bodyLines, {
    isTaken: (index) => taken.includes(index),
    isFree: (index) => !taken.includes(index) && !noise.includes(index),
    isKnown: (name) => known.includes(name),
    usedParts: new Map(),
    slice: (line, from, to) => ({
      ...line,
      text: line.text.slice(from, to),
      byteStart: line.byteStart + from,
      byteEnd: line.byteStart + to,
    }),
  });
  const cut = ({ byteStart, byteEnd }: { byteStart: number; byteEnd: number }): string => whole.slice(byteStart, byteEnd);
  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { text, span }]) => [name, text === cut(span) ? text : `${text} <- ${cut(span)}`] as const),
    ),
    used: [...usedLines].sort((a, b) => a - b),
    removed: removed.map(({ rule, text, span }) => `${rule}: ${text}${text === cut(span) ? "" : ` <- ${cut(span)}`}`),
  };
}

const fieldsOf = (...lines: readonly string[]): Found["fields"] => read(lines).fields;

describe("title and subtitle", () => {
  test("the likeliest line, and a second headline below it", () => {
    const found = read(["World", TITLE, "Two of the bridges stay closed until the end of the week", "11.11.2025", TEXT, MORE]);
    expect(found.fields).toEqual({
      section: "World",
      title: TITLE,
      subtitle: "Two of the bridges stay closed until the end of the week",
    });
    expect(found.used).toEqual([0, 1, 2]);
  });

  test("a line that is taken or noise is none", () => {
    const lines = [TITLE, "11.11.2025", TEXT];
    expect(read(lines, [0]).fields).toEqual({});
    expect(read(lines, [], [0]).fields).toEqual({});
    const two = [TITLE, "Two of the bridges stay closed until the end of the week", "11.11.2025", TEXT];
    expect(read(two, [], [1]).fields).toEqual({ title: TITLE });
  });

  test("are not read where the header has them", () => {
    expect(read([TITLE, "11.11.2025", TEXT], [], [], ["title"]).fields).toEqual({});
  });
});

describe("byline", () => {
  test.each([
    [[TITLE, "By Anna Writer", "11.11.2025", TEXT], "Anna Writer"],
    [[TITLE, "11.11.2025", "By Anna Writer", TEXT], "Anna Writer"],
    [[TITLE, "11.11.2025", TEXT, "By Anna Writer", MORE, MORE], "Anna Writer"],
    [[TITLE, "11.11.2025", TEXT, MORE, MORE, "line", "Author: Anna Writer"], "Anna Writer"],
    [[TITLE, "11.11.2025", TEXT, MORE, MORE, "Author: Anna Writer", "a", "b", "c", "d", "e"], "Anna Writer"],
    [[TITLE, "11.11.2025", TEXT, MORE, MORE, "Author: Anna Writer", "a", "b", "c", "d", "e", "f"], undefined],
    [[TITLE, "By", "Anna Writer", "11.11.2025", TEXT], "Anna Writer"],
    [[TITLE, "By", "the river", "11.11.2025", TEXT], undefined],
    [[TITLE, "Anna Writer", TEXT], "Anna Writer"],
    [[TITLE, "Anna Writer", "11.11.2025", TEXT], "Anna Writer"],
    [[TITLE, "the gazette of the town", "line", "line", "Anna Writer", TEXT], undefined],
    [[TITLE, "line", "Anna Writer", TEXT], undefined],
    [[TITLE, "line", "Anna Writer", "11.11.2025", TEXT], "Anna Writer"],
    [["Anna Writer", TITLE, "11.11.2025", TEXT], undefined],
    [["河水上涨半米，两座桥关闭", "记者 王小明", TEXT], "记者 王小明"],
    [[TITLE, "Anna Writer"], "Anna Writer"],
    [[TITLE, "By"], undefined],
    [[TITLE, "By the river", "Anna Writer", TEXT], undefined],
    [[TITLE, "line", "line", "11.11.2025", "Anna Writer", TEXT], "Anna Writer"],
    [[TITLE, "Two of the bridges stay closed until the end of the week", "Anna Writer", TEXT], "Anna Writer"],
    [[TITLE, "Two of the bridges stay closed until the end of the week", "line", "Anna Writer", TEXT], undefined],
    [[TITLE, "11.11.2025", TEXT, MORE, MORE, "Author: Anna Writer", "a", "b", "\u200b", "c", "d", "\u200b", "e"], "Anna Writer"],
  ])("%j", (lines, byline) => {
    expect(fieldsOf(...lines).byline).toBe(byline);
  });

  test("needs a date beside a name where the header has the title", () => {
    const byline = (...lines: readonly string[]): string | undefined => read(lines, [], [], ["title"]).fields.byline;
    expect(byline("Anna Writer", "11.11.2025", TEXT)).toBe("Anna Writer");
    expect(byline("11.11.2025", "Anna Writer", TEXT)).toBe("Anna Writer");
    expect(byline("11.11.2025", "line", "Anna Writer", TEXT)).toBeUndefined();
    expect(byline("Anna Writer", TEXT)).toBeUndefined();
  });

  test("takes blanks along that are none of ASCII", () => {
    expect(read([TITLE, "By Anna Writer\u00a0", TEXT]).fields.byline).toBe("Anna Writer <- Anna Writer\u00a0");
    expect(read([TITLE, "By Anna Writer \u00a0  ", TEXT]).fields.byline).toBe("Anna Writer <- Anna Writer \u00a0");
    expect(read([TITLE, "By Anna Writer  ", TEXT]).fields.byline).toBe("Anna Writer");
    expect(read([TITLE, "By\u00a0Anna Writer", TEXT]).removed).toEqual(["field-label: By <- By\u00a0"]);
  });

  test("what stands around the names goes to the ledger", () => {
    expect(read([TITLE, "By Anna Writer | 11.11.2025", TEXT])).toMatchObject({
      fields: { byline: "Anna Writer" },
      removed: ["field-label: By", "field-label: | 11.11.2025"],
    });
    expect(read([TITLE, "By:", "  Anna Writer", "11.11.2025", TEXT])).toMatchObject({
      fields: { byline: "Anna Writer <-   Anna Writer" },
      used: [0, 1, 2],
      removed: ["field-label: By:"],
    });
  });

  test("a taken line gives none, the next may", () => {
    const lines = [TITLE, "By Anna Writer", "By Karl Maier", "11.11.2025", TEXT];
    expect(read(lines).fields.byline).toBe("Anna Writer");
    expect(read(lines, [1]).fields.byline).toBe("Karl Maier");
    expect(read(lines, [], [1]).fields.byline).toBe("Anna Writer");
    expect(read(lines, [], [], ["byline"]).fields.byline).toBeUndefined();
    expect(read([TITLE, "By", "Anna Writer", "11.11.2025", TEXT], [1]).removed).toEqual([]);
    expect(read([TITLE, "Anna Writer", "11.11.2025", TEXT], [], [1]).fields.byline).toBeUndefined();
    expect(read([TITLE, "11.11.2025", TEXT, MORE, MORE, "Author: Anna Writer"], [5]).fields.byline).toBeUndefined();
  });
});

describe("the last item of a menu is no section", () => {
  test.each([
    ["Home", "News", "Business", "Sport"],
    ["Startseite", "Politik", "Wirtschaft"],
    ["Accueil", "Monde", "Économie", "Culture"],
    ["Beranda", "Nusantara", "Politik", "Olahraga"],
    ["Anasayfa", "Gündem", "Spor", "Ekonomi"],
    ["Главная", "Политика", "Общество", "Спорт"],
    ["Αρχική", "Πολιτική", "Κόσμος"],
    ["होम", "देश", "राज्य", "खेल"],
    ["صفحه اصلی", "اقتصاد", "فرهنگ", "ورزش"],
    ["首页", "时政", "国际", "社会"],
    ["Trang chủ", "Thời sự", "Thế giới"],
    ["Home", "Our team", "World"],
    ["Home", "News", "Business", "Sport", ""],
    ["Home", "", "News", "", "Business", "", "Sport", ""],
    ["Home", "News", "Business", "Sport", "Log in"],
    ["Home", "News", "Log in", "Register"],
    ["* Home", "* News", "Sport"],
  ])("%s, %s, %s", (...menu) => {
    expect(fieldsOf(...menu, TITLE, TEXT, MORE)).not.toHaveProperty("section");
  });

  test.each([
    [["Sport"], "Sport"],
    [["Home", "Sport"], "Sport"],
    [["Olahraga", "Rabu, 29 Januari 2025 13:12 WIB"], "Olahraga"],
    [["11.11.2025", "15:04", "Politik"], "Politik"],
    [["Home > World > Europe", "11.11.2025", "Europe"], "Europe"],
    [["Home", "News", "Business", "Home > World > Europe"], "Europe"],
    [["Home", "News", "Business", "Section: Europe"], "Europe"],
    [["Home", "News", "Contact", "", "Культура"], "Культура"],
    [["首页", "新闻", "登录", "", "国际"], "国际"],
    [["By Anna Writer", "The town council will meet again on Thursday at noon.", "World"], "World"],
    [["Startseite", "Politik", "Streit um die Brücke"], "Politik"],
  ])("but %j is above %s", (lines, section) => {
    expect(fieldsOf(...lines, TITLE, TEXT, MORE).section).toBe(section);
  });
});

describe("section", () => {
  test.each([
    [["World", TITLE, TEXT], "World"],
    [["World", "a", "b", TITLE, TEXT], "World"],
    [["World", "a", "b", "c", TITLE, TEXT], undefined],
    [["World", "Sport", TITLE, TEXT], "Sport"],
    [["Section: Europe", TITLE, TEXT], "Europe"],
    [[`Home > World > ${TITLE}`, TITLE, "11.11.2025", TEXT], "World"],
    [[TITLE, "World", TEXT], undefined],
    [["World", TEXT, MORE], undefined],
    [["Home", "News", `World > ${TITLE}`, TITLE, TEXT], "World"],
  ])("%j", (lines, section) => {
    expect(fieldsOf(...lines).section).toBe(section);
  });

  test("is the part of its line that stands there, and the rest goes to the ledger", () => {
    expect(read(["Home > Europe > World > Europe", TITLE, TEXT]).removed).toEqual(["field-label: Home > Europe > World >"]);
    const title = "River rises all over the World after three days of rain";
    expect(read([`World > ${title}`, title, TEXT]).removed).toEqual([`field-label: > ${title}`]);
  });

  test("is not read where the header has it", () => {
    expect(read(["World", TITLE, TEXT], [], [], ["section"]).fields).toEqual({ title: TITLE });
  });
});

describe("address", () => {
  const ADDRESS = "https://example.org/news/river-rises";
  test.each([
    [[TITLE, ADDRESS, TEXT], ADDRESS],
    [[TITLE, `URL: ${ADDRESS}`, TEXT], ADDRESS],
    [[ADDRESS, TITLE, `URL: ${ADDRESS}/2`, TEXT], `${ADDRESS}/2`],
    [[TITLE, TEXT, MORE, ADDRESS], ADDRESS],
    [[TITLE, TEXT, MORE, ADDRESS, "a"], ADDRESS],
    [[TITLE, TEXT, MORE, ADDRESS, "a", "b"], undefined],
    [[TITLE, TEXT, MORE, ADDRESS, "a", "By Anna Writer", "b"], undefined],
    [[TITLE, TEXT, MORE, ADDRESS, "a", "By Anna Writer"], ADDRESS],
    [[TITLE, ADDRESS, TEXT, MORE, `URL: ${ADDRESS}/2`, "a", "b", "c", "d", "e"], `${ADDRESS}/2`],
    [[TITLE, ADDRESS, TEXT, MORE, `URL: ${ADDRESS}/2`, "a", "b", "c", "d", "e", "f"], ADDRESS],
    [[TITLE, `${ADDRESS}/1`, `${ADDRESS}/2`, TEXT], `${ADDRESS}/1`],
    [[TITLE, "URL: https://a.b", TEXT], undefined],
    [[TITLE, ADDRESS], ADDRESS],
    [[`${ADDRESS}/1`, TITLE, `${ADDRESS}/2`, TEXT], `${ADDRESS}/1`],
  ])("%j", (lines, url) => {
    expect(fieldsOf(...lines).url).toBe(url);
  });

  test("not from a line that is taken, nor where it is known", () => {
    expect(read([TITLE, ADDRESS, TEXT], [1]).fields.url).toBeUndefined();
    expect(read([TITLE, ADDRESS, TEXT], [], [], ["url"]).fields.url).toBeUndefined();
    expect(read([TITLE, ADDRESS, TEXT], [], [1]).fields.url).toBe(ADDRESS);
  });
});

describe("dateline", () => {
  test("stays in its paragraph", () => {
    const found = read([TITLE, "11.11.2025", `ATLANTA (AFP) - ${TEXT}`, MORE]);
    expect(found.fields.dateline).toBe("ATLANTA (AFP)");
    expect(found.used).toEqual([0]);
  });

  test("on a line of its own is taken out, with its dash", () => {
    const found = read([TITLE, "ATLANTA (AFP) -", TEXT]);
    expect(found.fields.dateline).toBe("ATLANTA (AFP)");
    expect(found.used).toEqual([0, 1]);
    expect(found.removed).toEqual(["field-label: -"]);
  });

  test.each([
    [[TITLE, TEXT, `ATLANTA (AFP) - ${MORE}`], "ATLANTA (AFP)"],
    [[TITLE, TEXT, MORE, `ATLANTA (AFP) - ${MORE}`], undefined],
    [[TITLE, "ATLANTA (AFP) - more", TEXT], undefined],
    [[TITLE, "- - -", TEXT], undefined],
    [[TITLE, `ATLANTA  (AFP) - ${TEXT}`], undefined],
  ])("%j", (lines, dateline) => {
    expect(fieldsOf(...lines).dateline).toBe(dateline);
  });

  test("takes a blank along that is none of ASCII", () => {
    expect(read([TITLE, "\u00a0ATLANTA (AFP) -", TEXT])).toMatchObject({
      fields: { dateline: "ATLANTA (AFP) <- \u00a0ATLANTA (AFP)" },
      removed: ["field-label: -"],
    });
    expect(read([TITLE, "  ATLANTA (AFP) -", TEXT]).fields.dateline).toBe("ATLANTA (AFP)");
  });

  test("not from noise, nor where it is known", () => {
    const lines = [TITLE, `ATLANTA (AFP) - ${TEXT}`, MORE];
    expect(read(lines, [], [1]).fields.dateline).toBeUndefined();
    expect(read(lines, [], [], ["dateline"]).fields.dateline).toBeUndefined();
    expect(read([TITLE, "ATLANTA (AFP) -", TEXT], [], [1]).fields.dateline).toBeUndefined();
  });
});

describe("lines in any order", () => {
  /** Lines of heads, some with blanks around them; `*` before one that gave the date, `#` before one that is noise. */
  const ABOVE = [
    "World",
    "Home > World > Europe",
    TITLE,
    "Two of the bridges stay closed until the end of the week",
    "By Anna Writer | Example Gazette",
    "By",
    "Anna Writer",
    "\u00a0Anna Writer\u00a0",
    "*11.11.2025",
    "#Photo: Anna Writer",
    "RIVERSIDE -",
    "Riverside (AFP) - ",
    "https://norvale.example/news/river-rises-again",
    "URL: https://norvale.example/news/river-rises-1234",
    "#World",
    "",
    "*By Karl Maier, 11.11.2025",
    `RIVERSIDE (AFP) - ${TEXT}`,
  ];
  const BELOW = [
    "",
    "Author: Karl Maier",
    "https://norvale.example/a/b",
    "Source: AFP",
    "Read more",
    "*12.11.2025",
    "Link: https://norvale.example/c/d",
  ];
  const HEADS = 120;

  /** Some of each, another choice and another order for every number. */
  function headOf(number: number): string[] {
    const above = ABOVE.map((line, index) => ({ line, rank: (Math.imul(number + 1, 0x9e3779b1 + index * 0x85ebca6b) >>> 8) % 1009 }));
    const below = BELOW.map((line, index) => ({ line, rank: (Math.imul(number + 7, 0xc2b2ae35 + index * 0x27d4eb2f) >>> 8) % 1009 }));
    const pick = (from: typeof above, count: number): string[] =>
      from
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, count)
        .map(({ line }) => line);
    return [...pick(above, 3 + (number % 5)), TEXT, MORE, ...pick(below, number % 4)];
  }

  test("give the same fields as when they were looked through", () => {
    const rows = Array.from({ length: HEADS }, (_, number) => {
      const marked = headOf(number);
      const placesOf = (mark: string): number[] => marked.flatMap((line, index) => (line.startsWith(mark) ? [index] : []));
      const known: HeadFieldName[] = number % 7 === 0 ? ["title"] : number % 11 === 0 ? ["byline", "url"] : [];
      const lines = marked.map((line) => line.replace(/^[*#]/, ""));
      const { fields, used, removed } = read(lines, placesOf("*"), placesOf("#"), known);
      const found = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
      return [...found, `lines ${used.join()}`, ...removed].join("; ");
    });
    expect(rows).toEqual(goldenOf(new URL("head-fields.json", import.meta.url), rows));
  });
});
