import { describe, expect, test } from "vitest";
import { readIndented } from "../../src/fields/indented-lines.ts";
import { parseDump } from "../../src/index.ts";
import { bodyLinesOf, joinText } from "./join-text.ts";
import { cleanText } from "../../src/text/clean.ts";

/** Wraps paragraphs as programs do: words go on the line while there is room, the first line is indented. */
function wrap(paragraphs: readonly string[], column: number, indent = "   "): string {
  return paragraphs.map((text) => wrapParagraph(text, column, indent)).join("\n");
}

function wrapParagraph(text: string, column: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > column) {
      lines.push(line);
      line = word;
    } else line = line === "" ? (lines.length === 0 ? indent : "") + word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

const ENGLISH = [
  "HILLTOWN (AFP) _ The river rose by half a metre in the night after heavy rain, and the roads were closed.",
  "The town council said on Tuesday that it would look at the old bridge before it is opened again for lorries.",
  "``We have not seen the like since 1968,'' said Anna Writer, a farmer who lost two acres of rye in one afternoon.",
  "The two ferries go as before.",
  "Schools in the valley will open again on Thursday, when the buses can go round by the new road, said the mayor.",
];
const RUSSIAN = [
  "После сильного дождя вода в реке поднялась за ночь на полметра, и дороги в долине закрыли для всех машин.",
  "Городской совет сообщил во вторник, что старый мост осмотрят до того, как по нему снова поедут грузовики.",
  "Жители говорят, что такого не было с весны 1968 года, когда вода стояла на площади перед рынком три недели.",
  "Школы в долине откроются снова в четверг, когда автобусы смогут ездить по новой дороге, сказал мэр города.",
];
const GREEK = [
  "Μετά από δυνατή βροχή το ποτάμι ανέβηκε μισό μέτρο μέσα στη νύχτα και οι δρόμοι της κοιλάδας έκλεισαν.",
  "Ο δήμος ανακοίνωσε την Τρίτη ότι θα εξετάσει την παλιά γέφυρα πριν ανοίξει ξανά για τα φορτηγά της αγοράς.",
  "Οι κάτοικοι λένε ότι τέτοιο πράγμα είχε να γίνει από το 1968, όταν το νερό έμεινε στην πλατεία τρεις εβδομάδες.",
  "Τα σχολεία θα ανοίξουν ξανά την Πέμπτη, όταν τα λεωφορεία θα πηγαίνουν από τον νέο δρόμο, είπε ο δήμαρχος.",
];
const CHINESE = [
  "本报讯　昨夜暴雨过后，河水上涨了半米，山谷里的道路星期二全部封闭，居民只能绕行。市政府表示，老桥在重新开放之前要先经过工程师检查。",
  "当地农民说，上一次发生这样的洪水还是在1968年，当时市场前的广场被水淹了三个星期，许多人家不得不搬到山上的亲戚家里去住。",
  "市长说，山谷里的学校将于星期四重新开学，届时公共汽车可以改走新路，渡船则照常运行到午夜，票价在修桥期间不会上涨。",
  "气象台预计，未来三天山区还会有小雨，但水位不会再明显上涨；消防队将继续守在码头和市场附近，直到老桥检查完毕为止。",
];

/** Wraps dense writing; a mark that may not begin a line goes up with the character before it. */
function wrapDense(text: string, count: number, indent: string): string {
  const lines: string[] = [];
  let rest = indent + text;
  while (rest.length > count) {
    let end = count;
    while (/[，。、；：？！”』」》]/u.test(rest.charAt(end)) || /\d/.test(rest.charAt(end))) end--;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest].join("\n");
}

describe("wrapped text whose paragraphs begin with an indent", () => {
  test.each([
    ["Latin", ENGLISH],
    ["Cyrillic", RUSSIAN],
    ["Greek", GREEK],
  ])("is joined to paragraphs in %s letters, whatever column and indent", (_script, paragraphs) => {
    for (const column of [51, 60, 65, 69, 72, 78]) {
      for (const indent of ["  ", "   ", "    ", "\t", "\u00a0\u00a0", "\u3000"])
        expect(joinText(wrap(paragraphs, column, indent))).toEqual(paragraphs);
    }
  });

  test.each([22, 30, 36])("is joined in Chinese with ideographic spaces, %i characters a line", (count) => {
    const lines = CHINESE.map((text) => wrapDense(text, count, "\u3000\u3000")).join("\n");
    expect(joinText(lines)).toEqual(CHINESE.map((text) => text.replace("\u3000", " ")));
  });

  test("is joined below a headline, an author and other lines of their own length", () => {
    const head = [
      "a0471",
      "Ferry runs on while the river rises in the valley of mills and its quiet side arms",
      "By ANNA WRITER",
      "Example Press Writer",
    ];
    const foot = "AP-NY-01-22-97 1412EST";
    expect(joinText([...head, wrap(ENGLISH, 65), foot].join("\n"))).toEqual([...head, ...ENGLISH, foot]);
  });

  test("keeps headings apart, indented or not", () => {
    const [first, second, ...rest] = ENGLISH as [string, string, ...string[]];
    for (const heading of ["   MORE THAN ROADS", "MORE THAN ROADS", "What the council says"]) {
      const text = [wrap([first, second], 65), heading, wrap(rest, 65)].join("\n");
      expect(joinText(text)).toEqual([first, second, heading.trim(), ...rest]);
    }
  });

  test("keeps a heading apart from a last line that fills the column", () => {
    const full =
      "   The council has met on the matter for the third time this year,\nand it will meet once more before the old bridge is opened again.";
    const text = [wrap(ENGLISH, 66), full, "Quiet on the ferry", wrap(ENGLISH.slice(1), 66)].join("\n");
    expect(joinText(text)).toContain("Quiet on the ferry");
  });

  test("joins a first paragraph that is not indented", () => {
    const [first, ...rest] = ENGLISH as [string, ...string[]];
    const text = `Ferry runs on while the river rises\nBy Anna Writer\n\n${wrap([first], 51, "")}\n${wrap(rest, 51)}`;
    expect(joinText(text)).toEqual(["Ferry runs on while the river rises", "By Anna Writer", ...ENGLISH]);
  });

  test("keeps turns of speech apart, and joins each of them", () => {
    const turns = [
      "– When will the bridge be opened again for the lorries of the mill, which have had to go round by the new road?",
      "– Not before Monday, for the engineers want to see the pillars, and the water is still too high for their boat.",
      "– Is that so?",
      "– It is, and the ferry will run until midnight as long as the bridge is closed, as it did in the spring of 1968.",
    ];
    expect(joinText(wrap(turns, 51))).toEqual(turns);
  });

  test("gives an article of whole paragraphs", () => {
    const [article] = parseDump(` date 2025-11-11 EN\n${wrap(ENGLISH, 60)}\n`).articles;
    expect(article!.paragraphs).toEqual(ENGLISH);
    expect(article!.removed).toEqual([]);
  });
});

/** Each of them has indented and other lines, and is as long as wrapped text. */
const NOT_WRAPPED: readonly (readonly [name: string, text: string])[] = [
  [
    "verse with every second line indented",
    `Down by the river where the old mill stands and the water is deep,
   There I was walking in spring and heard the wheel in its sleep,
Over the bridge came the carts with the corn of the hills in a row,
   Grey were the horses and grey was the miller and white was the snow;
Never again shall the wheel of the mill on the river go round,
   Only the heron stands there, and the water goes by without sound.
Where are the carts and the horses, and where is the miller today?
   Under the hill is the miller, and carts and horses are clay.`,
  ],
  [
    "Cyrillic verse in stanzas",
    `   Над рекою мельница стояла, и колесо вертелось день и ночь,
И старый мельник с белой бородою не мог заснуть и не хотел помочь,
Телеги шли по мосту от рассвета, и кони были серые, как дым,
И снег летел на рыжие колёса, и мост скрипел под временем седым.
   Теперь молчит вода у старых свай, и цапля ходит там одна,
И никого не будит колесо,
И лодка спит у берега без дна,
И всё прошло, и мельник под горою, и поле белое молчит.`,
  ],
  [
    "a list of items of two lines",
    `   Bread and rolls from the bakery in the market hall
open from six in the morning
   Milk and cheese from the farms of the upper valley
every day but Sunday
   Fish from the harbour and the lake
on Friday
   Vegetables in season, apples, pears and plums
from the end of August
   Flowers
all year`,
  ],
  [
    "items with marks",
    `   The council has decided on three things for the coming year in town:
- the old bridge is closed until the engineers have seen the pillars,
- the ferry runs until midnight and takes no fare from people on foot,
- the school buses go by the new road as long as the bridge is closed,
- the market is moved to the square in front of the church of the town.
   The council has put off two things:
- the new hall,
- the new road.`,
  ],
  [
    "a table",
    `   Team                    Played   Won   Drawn   Lost   Points
North Town                      12     9       2      1       29
South Harbour                   12     8       3      1       27
East Bay United                 12     7       1      4       22
   Relegation
West Mill                       12     2       3      7        9
Lake City Rovers                12     1       2      9        5
Hill Rangers and Friends        12     0       2     10        2`,
  ],
  [
    "prices in lines of one length",
    `   Example Bank 12.34 12.56 12.10 12.40 0.5 1234567 2.1 3.0 11.2
Sample Steel 1.234 1.256 1.210 1.240 0.51 234567 2.12 3.10 11.2
Mill & Ferry 10.34 10.56 10.10 10.40 0.50 34567 2.1 3.0 11.2 10
   Harbour Trust 2.34 2.56 2.10 2.40 0.5 1234567 2.1 3.0 11.2 10
Lake Shipping 12.3 12.5 12.1 12.4 0.50 1234567 2.1 3.0 11.2 4.3
Valley Papers 12.34 12.56 12.10 12.40 0.5 123456 2.1 3.0 11.2 1
North Textile 12.34 12.56 12.10 12.40 0.5 123456 2.1 3.0 11.2 1`,
  ],
  [
    "short dialogue",
    `   "When will it be opened again?" asked the miller's wife.
"Not before Monday," said the engineer.
   "And the ferry?"
"It runs until midnight, as it did in the spring."
   "That is something," she said, and went home over the hill.
"Good night," said the engineer.
   "Good night."`,
  ],
  [
    "paragraphs of a line each",
    `   The river rose in the night.
The roads in the valley were closed on Tuesday morning.
   The town council met at noon and will look at the old bridge.
Schools will open again on Thursday.
   The ferry runs until midnight, as it did in the spring.
Buses go by the new road.
   The rain stopped on Tuesday afternoon.`,
  ],
  [
    "Greek paragraphs of a line each",
    `   Το ποτάμι ανέβηκε μισό μέτρο μέσα στη νύχτα.
Οι δρόμοι της κοιλάδας έκλεισαν.
   Ο δήμος συνεδρίασε το μεσημέρι και θα εξετάσει την παλιά γέφυρα.
Τα σχολεία θα ανοίξουν την Πέμπτη.
   Το πλοίο ταξιδεύει ως τα μεσάνυχτα.
Η βροχή σταμάτησε το απόγευμα.`,
  ],
  [
    "Chinese paragraphs of a line each",
    `　　昨夜暴雨过后，河水上涨了半米。
山谷里的道路全部封闭。
　　市政府表示，老桥在重新开放之前要先经过工程师检查。
学校星期四开学。
　　渡船照常运行到午夜，票价在修桥期间不会上涨。
雨在星期二下午停了。`,
  ],
  [
    "unwrapped text",
    `   The river rose by half a metre in the night after heavy rain, and the roads in the valley were closed on Tuesday, the town council said.
It will look at the old bridge before it is opened again for lorries.
   ${"Schools in the valley will open again on Thursday. ".repeat(4)}
The ferry runs until midnight, as it did in the spring of the year.
The buses go by the new road for as long as the bridge is closed.`,
  ],
];

test.each(NOT_WRAPPED)("%s is not joined", (_name, text) => {
  expect(joinText(text)).toEqual(text.split("\n").map((line) => cleanText(line).text));
});

/** A line of so many columns, its first word of four letters. */
const lineOf = (columns: number, indent = "", end = "x"): string => `${indent}rain `.padEnd(columns - end.length, "x") + end;

/** A paragraph of lines of so many columns, the first of them indented. */
const paragraphOf = (...widths: readonly number[]): string =>
  widths.map((columns, at) => lineOf(columns, at === 0 ? "   " : "")).join("\n");

/** The lines that go on in the one before, counted from 0; `null` for a text that is not wrapped so. */
function readText(...parts: readonly string[]): number[] | null {
  const lines = bodyLinesOf(parts.join("\n"));
  const goesOn = readIndented(lines);
  return goesOn && [...lines.keys()].filter(goesOn);
}

describe("text is wrapped", () => {
  test.each<[string, readonly (readonly number[])[]]>([
    [
      "when four line ends of two paragraphs agree",
      [
        [60, 60, 60],
        [60, 60, 60],
      ],
    ],
    [
      "at 40 columns",
      [
        [40, 40, 40],
        [40, 40, 40],
      ],
    ],
    [
      "at 110 columns",
      [
        [110, 110, 110],
        [110, 110, 110],
      ],
    ],
    [
      "when seven of ten line ends agree",
      [
        [60, 60, 60, 60, 60],
        [60, 60, 60, 30, 30, 30, 60],
      ],
    ],
    ["whatever the paragraphs of a line each", [[60, 60, 60], [30], [60, 60, 60], [30]]],
    [
      "whatever the length of last lines",
      [
        [60, 60, 10],
        [60, 60, 35],
      ],
    ],
  ])("%s", (_name, paragraphs) => {
    expect(readText(...paragraphs.map((widths) => paragraphOf(...widths)))).not.toBeNull();
  });

  test.each<[string, readonly (readonly number[])[]]>([
    [
      "when three line ends agree",
      [
        [60, 60, 60],
        [60, 60],
      ],
    ],
    [
      "when three of four line ends agree",
      [
        [60, 60, 60],
        [60, 30, 60],
      ],
    ],
    [
      "when seven of eleven line ends agree",
      [
        [60, 60, 60, 60, 60],
        [60, 60, 60, 30, 30, 30, 30, 60],
      ],
    ],
    ["when all line ends are of one paragraph", [[60, 60, 60, 60, 60, 60], [60]]],
    [
      "at 39 columns",
      [
        [39, 39, 39],
        [39, 39, 39],
      ],
    ],
    [
      "at 111 columns",
      [
        [111, 111, 111],
        [111, 111, 111],
      ],
    ],
  ])("not %s", (_name, paragraphs) => {
    expect(readText(...paragraphs.map((widths) => paragraphOf(...widths)))).toBeNull();
  });

  test("not when all lines have the indent", () => {
    const wrapped = [paragraphOf(60, 60, 60), paragraphOf(60, 60, 60)].join("\n");
    expect(readText(wrapped.replaceAll(/^ */gm, "   "))).toBeNull();
  });

  test("not when its lines begin with capitals", () => {
    const wrapped = [paragraphOf(60, 60, 60), paragraphOf(60, 60, 60)].join("\n");
    expect(readText(wrapped.replaceAll("rain", "Rain"))).toBeNull();
  });
});

describe("in wrapped text, a line", () => {
  const WRAPPED = [paragraphOf(60, 60, 60), paragraphOf(60, 60, 60)].join("\n");
  /** The lines that go on in the one before, behind wrapped text. */
  const behind = (...lines: readonly string[]): number[] =>
    readText(WRAPPED, ...lines)!
      .slice(4)
      .map((index) => index - 6);

  test("goes on where the one before had no room for its first word, give or take two columns", () => {
    expect(behind(paragraphOf(54, 60))).toEqual([1]);
    expect(behind(paragraphOf(53, 60))).toEqual([]);
  });

  test.each([
    ["a word alone", "rain", 54],
    ["a longer word", `rainfall ${"x".repeat(40)}`, 50],
    ["Chinese, which a character and a mark begin", "河水上涨了半米，山谷里的道路星期二全部封闭", 53],
    ["a word before Chinese", "AFP河水上涨了半米，山谷里的道路星期二全部封闭", 55],
  ])("that begins with %s needs its room", (_name, text, fewest) => {
    expect(behind(paragraphOf(fewest), text)).toEqual([1]);
    expect(behind(paragraphOf(fewest - 1), text)).toEqual([]);
  });

  test("that a tab indents may be eight columns longer, or none", () => {
    const indented = (columns: number): string => `\t${lineOf(columns)}`;
    expect(behind(indented(46), lineOf(60))).toEqual([1]);
    expect(behind(indented(45), lineOf(60))).toEqual([]);
    const widest = [indented(110), lineOf(110), lineOf(110)];
    expect(readText(...widest, ...widest)).toEqual([1, 2, 4, 5]);
  });

  test("goes on with a row of a table no more than a row with it", () => {
    const row = "   rain 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46";
    expect(behind(row, lineOf(60))).toEqual([]);
    expect(behind(lineOf(60, "   "), row.trim())).toEqual([]);
  });

  test("that is an item begins anew", () => {
    expect(behind(paragraphOf(60), `- ${lineOf(58)}`, lineOf(30, "", "."))).toEqual([2]);
  });

  test("below a blank line begins anew", () => {
    expect(behind(paragraphOf(60), "", lineOf(60))).toEqual([]);
  });

  describe("below a full one that ends a sentence", () => {
    const sentence = lineOf(60, "   ", ".");

    test("is a heading when it is no sentence and nothing goes on in it", () => {
      expect(behind(sentence, lineOf(30))).toEqual([]);
      expect(behind(sentence, lineOf(30), paragraphOf(60))).toEqual([]);
      expect(behind(sentence, lineOf(30), "", lineOf(60))).toEqual([]);
    });

    test("goes on when it is a sentence, or goes on itself", () => {
      expect(behind(sentence, lineOf(30, "", "."))).toEqual([1]);
      expect(behind(sentence, lineOf(60), lineOf(30))).toEqual([1, 2]);
    });
  });

  test("below a full one in the middle of a sentence goes on whatever it ends in", () => {
    expect(behind(paragraphOf(60, 30))).toEqual([1]);
    expect(behind(paragraphOf(60), lineOf(30, "", "."))).toEqual([1]);
  });
});

describe("lines without an indent above the first paragraph", () => {
  const PARAGRAPHS = `${paragraphOf(60, 60, 60)}\n${paragraphOf(60, 60, 60)}`;

  /** The lines that go on in the one before, of those above the paragraphs. */
  const above = (...lines: readonly string[]): number[] => readText(...lines, PARAGRAPHS)!.filter((index) => index < lines.length);

  test("are a paragraph when the last of them ends a sentence", () => {
    expect(above(lineOf(60), lineOf(60, "", "."))).toEqual([1]);
    expect(above(lineOf(60), lineOf(60), lineOf(60, "", "."))).toEqual([1, 2]);
    expect(above(lineOf(60), lineOf(60))).toEqual([]);
    expect(above(lineOf(60, "", "."), lineOf(60, "", "."), lineOf(60))).toEqual([]);
  });

  test("are none when they go beyond the column by more than two", () => {
    expect(above(lineOf(62), lineOf(60, "", "."))).toEqual([1]);
    expect(above(lineOf(63), lineOf(60, "", "."))).toEqual([]);
  });

  test("stay apart across a blank line", () => {
    expect(above(lineOf(60), "", lineOf(60, "", "."))).toEqual([]);
    expect(above(lineOf(60), lineOf(60), "", lineOf(60, "", "."))).toEqual([]);
  });
});

describe("a column of a terminal", () => {
  /** Whether a line that ten of a character fill is full: in a column each it is not, in two it is. */
  const isWide = (character: string): boolean => {
    const filled = `   ${"x".repeat(34)}${character.repeat(10)}x`;
    return readText(paragraphOf(60, 60, 60), paragraphOf(60, 60, 60), filled, lineOf(60))!.includes(7);
  };

  test.each([
    ["Hangul's first consonant", "\u1100"],
    ["its last one", "\u115f"],
    ["the first radical of Han", "\u2e80"],
    ["a character of Han", "河"],
    ["a letter of Hiragana", "か"],
    ["the last letter of Yi", "\ua4cf"],
    ["the first syllable of Hangul", "\uac00"],
    ["the last one", "\ud7a3"],
    ["the first compatible character of Han", "\uf900"],
    ["the last one of its block", "\ufaff"],
    ["the first upright form of a mark", "\ufe30"],
    ["the last one of its block", "\ufe4f"],
    ["the first full-width form of its block", "\uff00"],
    ["the last one", "\uff60"],
  ])("is half of %s", (_name, character) => {
    expect(isWide(character)).toBe(true);
  });

  test.each([
    ["a Latin letter", "x"],
    ["a Cyrillic letter", "ж"],
    ["a Georgian letter", "\u10ff"],
    ["a vowel of Hangul, which joins a consonant", "\u1160"],
    ["a dash", "\u2014"],
    ["the last mark before Han", "\u2e7f"],
    ["the first letter of Lisu", "\ua4d0"],
    ["the last letter before Hangul's syllables", "\uabff"],
    ["a vowel behind them", "\ud7b0"],
    ["the code behind the last of them", "\ud7a4"],
    ["the last private character", "\uf8ff"],
    ["a ligature", "\ufb00"],
    ["the last half of a mark", "\ufe2f"],
    ["a small form of a comma", "\ufe50"],
    ["the last Arabic form", "\ufefc"],
    ["the first half-width form", "\uff61"],
  ])("is all of %s", (_name, character) => {
    expect(isWide(character)).toBe(false);
  });
});
