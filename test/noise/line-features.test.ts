import { describe, expect, test } from "vitest";
import { createLineMeter, LINE, LINE_FEATURES, START } from "../../src/noise/model/line-features.ts";
import { linesOf } from "./feature-records.ts";

/** A feature of every line of a record. */
function featureOf(name: keyof typeof LINE, page: string): number[] {
  const lines = linesOf(page);
  const rows = createLineMeter().measure(lines);
  return lines.map((_, index) => rows[index * LINE_FEATURES + LINE[name]]!);
}

const letters = (count: number): string => "a".repeat(count);

describe("how wide a line is", () => {
  test.each<[string, number]>([
    ["Rain fell", 9],
    ["雨停了", 7], // three characters as wide as two letters and a half each
    ["한국", 2],
    [letters(500), 500],
    ["雨".repeat(200), 500], // the head stands for what follows
    [`${"雨".repeat(64)}${letters(64)}`, 224],
  ])("%#", (text, width) => {
    expect(featureOf("width", text)).toEqual([width]);
  });
});

describe("how a line ends, from furniture to sentence", () => {
  test.each([
    [0, ["News", "новости", "أخبار", "新闻", "A", "[sic]", "“Home”"]],
    [1, ["Page 2", "(12)"]],
    [2, ["Home |", "Next >", "Next \uE000", ")", '"', "a/"]],
    [3, ["Home,", "首页，", "“Well,”"]],
    [4, ["Photo:", "(see:)", "图："]],
    [5, ["And so…", "And so..", "And so...", "“And so…”"]],
    [6, ["Go!", "Really?", "“Go!”", "Go.!"]],
    [7, ["It rained.", "“It rained.”", "(It rained.)", "下雨了。", "."]],
  ])("%j", (end, texts) => {
    for (const text of texts) expect(featureOf("end", text), text).toEqual([end]);
  });
});

test("how a line starts", () => {
  const starts: Record<keyof typeof START, readonly string[]> = {
    upper: ["Home", "Новости"],
    caseless: ["أخبار", "新闻", "한국"],
    lower: ["home", "éa"],
    digit: ["2 pages", "٢"],
    quote: ["“Home", '"', "(a", "[a", "«а"],
    separator: ["- a", "• a", "| a", "– a"],
    other: ["🚢 a", "…", "? a"],
  };
  for (const [name, texts] of Object.entries(starts))
    for (const text of texts) expect(featureOf("start", text), text).toEqual([START[name as keyof typeof START]]);
});

test("stops inside a line are those that end a sentence", () => {
  expect(featureOf("innerStops", "It rained. It stopped! Why? Nobody knows.")).toEqual([3]);
  expect(featureOf("innerStops", "He said: “It rained.” Then he left.")).toEqual([1]);
  expect(featureOf("innerStops", "The “old” mill on the “new” quay")).toEqual([0]);
  expect(featureOf("innerStops", "“ The mill")).toEqual([0]);
  expect(featureOf("innerStops", "Version 2.5 of example.org")).toEqual([0]);
  expect(featureOf("innerStops", "下雨了。停了。")).toEqual([1]);
});

test("letters, capitals, digits and words are shares of what the line shows", () => {
  expect(featureOf("digits", "ab 12")[0]).toBeCloseTo(2 / 5);
  expect(featureOf("letters", "ab 12")[0]).toBeCloseTo(2 / 5);
  expect(featureOf("upper", "ABc d")[0]).toBeCloseTo(2 / 5); // one is added to the four letters
  expect(featureOf("upper", "雨A")[0]).toBeCloseTo(1 / 3);
  expect(featureOf("capitalised", "The Old mill 12")[0]).toBeCloseTo(2 / 3);
  expect(featureOf("capitalised", "12")).toEqual([0]);
  expect(featureOf("words", "The old mill, 12 years")).toEqual([4]);
  expect(featureOf("words", "雨停了。")).toEqual([1.5]);
  expect(featureOf("wordLength", "The mill 12")[0]).toBeCloseTo(3.5);
  expect(featureOf("wordLength", "12")).toEqual([0]);
  expect(featureOf("commas", "a, b, c")[0]).toBeCloseTo(200 / 7);
});

test("marks of furniture are counted", () => {
  expect(featureOf("separators", "a | b - c / d • e")).toEqual([4]);
  expect(featureOf("quotes", "“a” «b»")).toEqual([4]);
  expect(featureOf("brackets", "(a) [b]")).toEqual([4]);
  expect(featureOf("colons", "a: b：")).toEqual([2]);
  expect(featureOf("address", "news@norvale.example")).toEqual([2]);
  expect(featureOf("address", "https://norvale.example/a")).toEqual([3]);
});

test("an obvious sentence is wide and ends like one", () => {
  const sentence = (width: number, end: string): string => `${letters(width - end.length)}${end}`;
  expect(featureOf("isSentence", sentence(90, "."))).toEqual([1]);
  expect(featureOf("isSentence", sentence(89, "."))).toEqual([0]);
  expect(featureOf("isSentence", sentence(90, "…"))).toEqual([1]);
  expect(featureOf("isSentence", sentence(90, ":"))).toEqual([0]);
});

test("what is known of a line beside its text is taken as it is, up to nine", () => {
  expect(featureOf("blankBefore", `\n\nHome\n${"\n".repeat(30)}News`)).toEqual([2, 9]);
  expect(featureOf("repeats", "Home\trepeats 4\nNews\trepeats 400")).toEqual([4, 9]);
  expect(featureOf("hint", "Home\thint 1\nNews")).toEqual([1, 0]);
});

test("twins are the same but for capitals, and for digits where there are as many", () => {
  expect(featureOf("twins", "Page 1\nPAGE 2\nPage 10\nPages 1\nPage 3\nPage a")).toEqual([2, 2, 0, 0, 2, 0]);
  expect(featureOf("twins", Array.from({ length: 12 }, () => "Next").join("\n"))).toEqual(Array.from({ length: 12 }, () => 9));
});

describe("how much a line's words are those of the record's sentences", () => {
  const rain = "Rain fell on the river and the river rose until noon and then the rain stopped and the river fell again.";
  const flood = "The flood of the river came at noon and the people by the river left the town until the river fell.";

  test("a line of their words is likelier text than one of other short lines' words", () => {
    const page = [rain, flood, "river rain", "home page", "home news", "quite alone"].join("\n");
    const odds = featureOf("odds", page);
    const [river, rainOdds] = [6 / 7.5, 2 / 3.5]; // six times and twice in sentences, the short line itself aside
    expect(odds[2]).toBeCloseTo((river + rainOdds) / 2);
    expect(odds[3]).toBeCloseTo((-1 / 2.5 + 0) / 2);
    expect(featureOf("mostOdds", page)[2]).toBeCloseTo(river);
    expect(featureOf("leastOdds", page)[2]).toBeCloseTo(rainOdds);
    expect(featureOf("mostOdds", page)[3]).toBeCloseTo(0);
    expect(featureOf("leastOdds", page)[3]).toBeCloseTo(-1 / 2.5);
    expect(featureOf("unknown", page).slice(2)).toEqual([0, 0.5, 0.5, 1]);
  });

  test("words of many sentences are told from words of one", () => {
    const page = [rain, flood, "the flood"].join("\n");
    expect(featureOf("known", page)[2]).toBe(1);
    expect(featureOf("content", page)[2]).toBe(1);
  });

  test("a line without words is unlike them", () => {
    expect(featureOf("odds", `${rain}\n--`)[1]).toBe(-1);
    expect(featureOf("unknown", `${rain}\n--`)[1]).toBe(1);
    expect(featureOf("content", `${rain}\n--`)[1]).toBe(0);
  });

  test("short lines are those below a width that do not end like a sentence", () => {
    const narrow = `home ${"b ".repeat(19)}`.trimEnd(); // 42 wide
    const short = `${narrow} b`; // 44
    const wider = `${narrow} bb`; // 45
    expect(featureOf("odds", `home\n${short}`)[0]).toBeCloseTo(-1 / 2.5);
    expect(featureOf("odds", `home\n${wider}`)[0]).toBe(0);
    expect(featureOf("odds", "home\nhome news…")[0]).toBe(0);
    expect(featureOf("odds", "home\nhome news:")[0]).toBeCloseTo(-1 / 2.5);
  });

  test("a word is counted however often it comes", () => {
    const lines = linesOf("15:00\n".repeat(2 ** 16).trimEnd());
    const rows = createLineMeter().measure(lines);
    expect(rows[LINE.odds]).toBeCloseTo(-1, 3);
    expect(rows[LINE.unknown]).toBe(0);
    expect(rows[LINE.twins]).toBe(9);
  });
});
