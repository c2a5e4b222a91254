import { describe, expect, test } from "vitest";
import { type HeadFieldName, readHeadFields } from "../../src/fields/head-fields.ts";
import type { Line } from "../../src/lines/line.ts";
import { cleanText } from "../../src/text/clean.ts";

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
  ])("%j", (lines, byline) => {
    expect(fieldsOf(...lines).byline).toBe(byline);
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
  ])("%j", (lines, section) => {
    expect(fieldsOf(...lines).section).toBe(section);
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
    [[TITLE, ADDRESS, TEXT, MORE, `URL: ${ADDRESS}/2`, "a", "b", "c", "d", "e"], `${ADDRESS}/2`],
    [[TITLE, ADDRESS, TEXT, MORE, `URL: ${ADDRESS}/2`, "a", "b", "c", "d", "e", "f"], ADDRESS],
    [[TITLE, `${ADDRESS}/1`, `${ADDRESS}/2`, TEXT], `${ADDRESS}/1`],
    [[TITLE, "URL: https://a.b", TEXT], undefined],
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
  ])("%j", (lines, dateline) => {
    expect(fieldsOf(...lines).dateline).toBe(dateline);
  });

  test("not from noise, nor where it is known", () => {
    const lines = [TITLE, `ATLANTA (AFP) - ${TEXT}`, MORE];
    expect(read(lines, [], [1]).fields.dateline).toBeUndefined();
    expect(read(lines, [], [], ["dateline"]).fields.dateline).toBeUndefined();
    expect(read([TITLE, "ATLANTA (AFP) -", TEXT], [], [1]).fields.dateline).toBeUndefined();
  });
});
