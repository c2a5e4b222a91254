import { describe, expect, test } from "vitest";
import { findBareNames, findLabelledByline, isBylineLine } from "../../src/fields/byline.ts";

/** The names of a labelled author line, or `null`. */
function labelled(text: string): string | null {
  const part = findLabelledByline(text);
  return part && text.slice(part.start, part.end);
}

/** Lines that are authors with the names they hold, by family of languages. */
const TAKEN: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  english: [
    ["By Anna Writer", "Anna Writer"],
    ["by John O'Neil and Mary Smith", "John O'Neil and Mary Smith"],
    ["By Anna Writer, Example Gazette", "Anna Writer, Example Gazette"],
    ["By Anna Writer | 12/11/2025", "Anna Writer"],
    ["By Anna Writer • 08/25/22 12:54pm", "Anna Writer"],
    ["By Reuters", "Reuters"],
    ["Written by J. P. Writer", "J. P. Writer"],
    ["By: Anna Writer - @awriter", "Anna Writer"],
    ["Author: Anna Writer", "Anna Writer"],
    ["By Anna Writer December 22, 2023", "Anna Writer"],
    ["Story by Anna Writer", "Anna Writer"],
  ],
  germanic: [
    ["Von Anna Schreiber", "Anna Schreiber"],
    ["von Dr. Max Schreiber", "Dr. Max Schreiber"],
    ["Von Anna von der Heide und Karl Maier", "Anna von der Heide und Karl Maier"],
    ["Von dpa", "dpa"],
    ["Autorin: Anna Schreiber", "Anna Schreiber"],
    ["Text: Anna Schreiber", "Anna Schreiber"],
    ["Kolumne von Anna Schreiber", "Anna Schreiber"],
    ["Door Anna de Vries", "Anna de Vries"],
    ["Av Anna Skrivare", "Anna Skrivare"],
    ["Af Anna Skriver", "Anna Skriver"],
    ["Bron: ANP", "ANP"],
  ],
  romance: [
    ["Par Anne Plume", "Anne Plume"],
    ["Propos recueillis par Anne Plume", "Anne Plume"],
    ["Auteur : Anne Plume", "Anne Plume"],
    ["Por Ana María Pluma", "Ana María Pluma"],
    ["Texto: Ana Pluma", "Ana Pluma"],
    ["Fuente: EFE", "EFE"],
    ["Por João da Silva", "João da Silva"],
    ["Reportagem: João da Silva", "João da Silva"],
    ["di Anna Penna", "Anna Penna"],
    ["A cura di Anna Penna", "Anna Penna"],
    ["Autor: Ana Condei", "Ana Condei"],
    ["Scris de Ana Condei", "Ana Condei"],
  ],
  slavic: [
    ["Автор: Анна Писарева", "Анна Писарева"],
    ["Текст: Анна Писарева", "Анна Писарева"],
    ["Автор Анна Писарева", "Анна Писарева"],
    ["Источник: ТАСС", "ТАСС"],
    ["Подготовила: Анна Писарева", "Анна Писарева"],
    ["Автор: Олена Письменна", "Олена Письменна"],
    ["Джерело: Укрінформ", "Укрінформ"],
    ["Autor: Anna Pisarska", "Anna Pisarska"],
    ["oprac. Anna Pisarska", "Anna Pisarska"],
    ["Źródło: PAP", "PAP"],
    ["Autor: Jana Písařová", "Jana Písařová"],
    ["Zdroj: ČTK", "ČTK"],
  ],
  others: [
    ["Yazar: Ayşe Kalem", "Ayşe Kalem"],
    ["Haber: Ayşe Kalem", "Ayşe Kalem"],
    ["Kaynak: AA", "AA"],
    ["Szerző: Tóth Anna", "Tóth Anna"],
    ["Forrás: MTI", "MTI"],
    ["Συντάκτης: Άννα Γραφέα", "Άννα Γραφέα"],
    ["Πηγή: ΑΠΕ-ΜΠΕ", "ΑΠΕ-ΜΠΕ"],
    ["Oleh Ani Penulis", "Ani Penulis"],
    ["Penulis: Ani Penulis", "Ani Penulis"],
    ["Tác giả: Nguyễn Văn An", "Nguyễn Văn An"],
    ["Nguồn: TTXVN", "TTXVN"],
  ],
  uncased: [
    ["بقلم: محمد أحمد", "محمد أحمد"],
    ["المصدر: رويترز", "رويترز"],
    ["كتب محمد أحمد", "محمد أحمد"],
    ["نویسنده: علی رضایی", "علی رضایی"],
    ["منبع: ایسنا", "ایسنا"],
    ["लेखक: अमित शर्मा", "अमित शर्मा"],
    ["स्रोत: पीटीआई", "पीटीआई"],
    ["作者：王小明", "王小明"],
    ["记者 王小明", "记者 王小明"],
    ["本报记者 王小明", "本报记者 王小明"],
    ["來源：中央社", "中央社"],
    ["執筆：山田太郎", "山田太郎"],
    ["홍길동 기자", "홍길동 기자"],
    ["글: 홍길동", "홍길동"],
  ],
};

/** Lines of text that begin as author lines do. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  english: [
    "By Tuesday the water had fallen.",
    "By the end of the year the bridge will be open",
    "By far the largest flood in years",
    "Written by hand, the letter was found in the attic.",
    "By Air and by Sea",
    "Author of three books dies at 90",
    "Text messages showed what the minister knew",
    "Reporter: Why did you not warn the people?",
    "Source of the river found after two hundred years",
    "Editor who changed the paper steps down",
  ],
  germanic: [
    "Von Berlin nach Paris in acht Stunden",
    "Von der Regierung kam zunächst keine Stellungnahme.",
    "Von heute an gilt ein neues Gesetz",
    "Text und Musik stammen von ihr selbst",
    "Autor werden ist nicht schwer",
    "Quelle: Die Zahlen stammen aus dem Bericht des Amtes.",
    "Door de regen staat het water hoog",
    "Av alla dessa bilar är hälften elektriska",
    "Af de mange biler er halvdelen elektriske",
    "Von 100 Befragten sagten 60 ja",
  ],
  romance: [
    "Par ailleurs, le gouvernement se réunit mardi.",
    "Par deux fois, la rivière a débordé",
    "Auteur d'un roman sur la guerre, il raconte",
    "Por primera vez en diez años llueve en abril",
    "Por otra parte, el ministro negó los hechos.",
    "Texto aprovado segue para o Senado",
    "Por volta das dez horas, a chuva parou.",
    "Di Maio vince le elezioni",
    "Di fronte alla crisi il governo tace.",
    "Fonte: secondo il ministro la cifra è giusta.",
  ],
  slavic: [
    "Автор: Я думаю, что вода ещё поднимется.",
    "Автор романа получил премию",
    "Текст закона опубликован во вторник",
    "Источник в полиции подтвердил эти сведения.",
    "Автор проекту закону пояснив свою позицію",
    "Джерело біля села знову повне води",
    "Autor książki nie żyje",
    "Źródło rzeki znaleziono po latach.",
    "Autor návrhu hlasoval proti",
    "Zdroj pitné vody je znečištěný",
  ],
  others: [
    "Haber alınamayan balıkçılar bulundu",
    "Kaynak sıkıntısı büyüyor.",
    "Szerző nélkül maradt a darab",
    "Του χρόνου θα είναι καλύτερα",
    "Oleh karena itu, pemerintah menunda rapat.",
    "Sumber air di desa itu mengering",
    "Theo kế hoạch, cầu sẽ mở cửa vào tháng tới.",
    "Nguồn nước bị ô nhiễm",
    "Bài học từ trận lụt",
    "Πηγή ζωής ο ποταμός",
  ],
  uncased: [
    "كتب الرئيس على حسابه أن المفاوضات ستستمر غدا.",
    "المصدر قال إن المحادثات مستمرة.",
    "منبع آب روستا خشک شد و مردم منتظر کمک هستند.",
    "लेखक ने कहा कि यह किताब सच है।",
    "作者认为，河水还会上涨。",
    "记者：首先欢迎你来到我们的节目，请你介绍一下情况。",
    "记者了解到，目前水位已经下降。",
    "来源不明的资金流入市场。",
    "記者会見で市長は避難を呼びかけた。",
    "기자 회견에서 시장은 대피를 당부했다.",
  ],
};

describe.each(Object.entries(TAKEN))("labelled authors, %s", (_family, rows) => {
  test.each(rows.map(([text, names]) => [text, names] as const))("%s", (text, names) => {
    expect(labelled(text)).toBe(names);
  });
});

describe.each(Object.entries(LEFT))("sentences and headlines, %s", (_family, lines) => {
  test.each(lines)("%s", (text) => expect(labelled(text)).toBeNull());
});

/** Names that count beside a headline or a date. */
const BARE = [
  "Anna Writer",
  "ANNA WRITER",
  "Anna Writer and Karl Maier",
  "AFP",
  "Anna Writer, Example Gazette",
  "Anna Writer @awriter",
  "Анна Писарева",
  "Łukasz Pisarski",
  "Anna van der Berg",
  "dpa",
];
const NOT_BARE = [
  "Anna",
  "Share this article",
  "The River",
  "Read More",
  "Save Article",
  "River falls again",
  "COMMENTARY BY",
  "Anna Writer says the water will fall.",
  "New York City Council Votes On Bridge",
  "Artikel teilen",
];

test.each(BARE)("names alone: %s", (text) => expect(findBareNames(text)).not.toBeNull());
test.each(NOT_BARE)("not names alone: %s", (text) => expect(findBareNames(text)).toBeNull());

test.each([
  ["By Anna Writer", true],
  ["Author: Anna Writer", true],
  ["作者：王小明", true],
  [`By Anna ${"W".repeat(62)}`, true],
  [`By Anna ${"W".repeat(63)}`, false],
  [`作者：${"王".repeat(14)}`, true],
  [`作者：${"王".repeat(15)}`, false],
  ["By Tuesday the water had fallen.", false],
  ["记者了解到，目前水位已经下降。", false],
  ["홍길동 기자", false],
  ["Photo: Anna Writer", false],
  ["Anna Writer", false],
])("whether %s is an author anywhere in a text: %s", (text, expected) => {
  expect(isBylineLine(text)).toBe(expected);
});

/** Both sides of what may stand in a name, and behind it. */
test.each([
  ["an agency of two letters", "By AP", "AP"],
  ["another word of two letters", "By AB", null],
  ["a nickname in curved marks", "By Anna “Mia” Writer", "Anna “Mia” Writer"],
  ["a nickname in straight marks", 'By Anna "Mia" Writer', 'Anna "Mia" Writer'],
  ["a nickname in brackets", "By Anna (Mia) Writer", "Anna (Mia) Writer"],
  ["small letters in brackets", "By Anna (mia) Writer", null],
  ["two blanks before the name", "By  Anna Writer", "Anna Writer"],
  ["a blank behind it", "By Anna Writer ", "Anna Writer"],
  ["a stop behind a blank", "By Anna Writer .", "Anna Writer"],
  ["a comma behind a blank", "By Anna Writer ,", "Anna Writer"],
  ["a number behind it", "By Anna Writer 5", "Anna Writer"],
  ["a small word behind a comma", "By Anna Writer, said", "Anna Writer"],
  ["a stop and a comma behind it", "By Anna Writer., staff writer", "Anna Writer"],
  ["six words behind a comma", "By Anna Writer, one two three four five six", "Anna Writer"],
  ["seven words behind a comma", "By Anna Writer, one two three four five six seven", null],
  ["70 characters behind it", `By Anna Writer | ${"x".repeat(68)}`, "Anna Writer"],
  ["71 characters behind it", `By Anna Writer | ${"x".repeat(69)}`, null],
  ["a semicolon between two", "By Anna; Tom Tell", "Anna; Tom Tell"],
  ["no name before a date", "By May 11, 2025", null],
  ["no name behind the label", "Author: ", null],
  ["a name of 112 letters", `Author: ${"A".repeat(112)}`, "A".repeat(112)],
  ["a name of 113 letters", `Author: ${"A".repeat(113)}`, null],
  ["60 letters of a script without capitals", `लेखक: ${"अ".repeat(60)}`, "अ".repeat(60)],
  ["61 letters of such a script", `लेखक: ${"अ".repeat(61)}`, null],
  ["36 characters of Han", `作者：${"王".repeat(36)}`, "王".repeat(36)],
  ["37 characters of Han", `作者：${"王".repeat(37)}`, null],
  ["a reporter's word behind the name", "홍길동 기자", "홍길동 기자"],
  ["a reporter's word at the 36th character", `${"홍".repeat(33)} 기자`, `${"홍".repeat(33)} 기자`],
  ["a reporter's word at the 37th character", `${"홍".repeat(34)} 기자`, null],
])("with %s: of %j the names are %j", (_what, text, names) => {
  expect(labelled(text)).toBe(names);
});

test.each([
  ["Anna (Mia) Writer", "Anna (Mia) Writer"],
  ["Anna Writer, Tom Tell", "Anna Writer, Tom Tell"],
  ["Anna Writer, said", "Anna Writer"],
  ["AFP", "AFP"],
  ["Anna Mia Tom Writer", "Anna Mia Tom Writer"],
  ["Anna Mia Tom Uwe Writer", null],
  ["Anna May 11, 2025", null],
  ["Anna Writer! said", null],
  [`Anna ${"W".repeat(115)}`, `Anna ${"W".repeat(115)}`],
  [`Anna ${"W".repeat(116)}`, null],
])("of %j alone on a line the names are %j", (text, names) => {
  const part = findBareNames(text);
  expect(part && text.slice(part.start, part.end)).toBe(names);
});
