import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { repairLostEscapes } from "../../src/encoding/lost-escapes.ts";
import { repairLeads, repairMojibake } from "../../src/encoding/mojibake.ts";
import { TEXTS } from "./texts.ts";

const misread = (text: string, encoding: string): string => decode(new TextEncoder().encode(text), encoding).text;

test.each(["windows-1252", "windows-1251", "koi8-r", "ibm866"])("UTF-8 read as %s is undone, once and twice", (encoding) => {
  for (const { language, sentences } of TEXTS) {
    // Letters of one Latin sentence may be too few to prove an exotic reading.
    if (["fr", "de", "tr"].includes(language) && encoding !== "windows-1252") continue;
    for (const sentence of sentences) {
      const once = misread(sentence, encoding);
      const twice = misread(once, encoding);
      // A cell that the encoding lacks is lost for good, and there is no way back.
      if (!once.includes("\uFFFD")) {
        expect(repairMojibake(once)).toMatchObject({ text: sentence, repaired: true });
      }
      if (!twice.includes("\uFFFD")) {
        expect(repairMojibake(twice)?.text).toBe(sentence);
      }
    }
  }
});

test("a euro sign that was set right does not make another reading of windows-1252", () => {
  expect(repairMojibake("Das kostet 5€ im CafÃ© MÃ¼ller")).toMatchObject({ text: "Das kostet 5€ im Café Müller", chain: ["windows-1252"] });
  expect(repairMojibake("Ã€ bientÃ´t")?.text).toBe("À bientôt");
  expect(repairMojibake("5 € in der Bar")).toBeNull();
});

test("what windows-1252 does not undo is left, not read in code page 850", () => {
  expect(repairMojibake("über cafÃ© Ã©tÃ©")).toBeNull();
  expect(repairMojibake("5 ¤ cafÃ© Ã©tÃ©")).toBeNull();
});

test("where two wrong readings fit, nothing is guessed", () => {
  for (const { sentences } of TEXTS) {
    for (const sentence of sentences) {
      for (const encoding of ["ibm850", "ibm437"])
        expect([sentence, undefined]).toContain(repairMojibake(misread(sentence, encoding))?.text);
    }
  }
});

test("the chain names the wrong readings, the last one first", () => {
  expect(repairMojibake(misread(misread("Сегодня", "windows-1251"), "windows-1252"))?.chain).toEqual(["windows-1252", "windows-1251"]);
});

test("single characters and typographic marks", () => {
  expect(repairMojibake("La cafÃ© du coin")?.text).toBe("La café du coin");
  expect(repairMojibake("donâ€™t â€œworryâ€\u009d")?.text).toBe("don’t “worry”");
  expect(repairMojibake("donâ€™t “worry”")?.text).toBe("don’t “worry”");
});

test("clean text stays as it is", () => {
  const clean = [
    "Plain ASCII.",
    "“AMANHÃ” é um jornal",
    "“AMANHÃ”",
    "MANHÃ – NOITE",
    "Â",
    "СССР – Россия",
    "Р„",
    "Das Maß ist voll – über 30 °C",
    "10 £ ou 12 €",
    "┌──┐ box ├──┤",
    ...TEXTS.flatMap(({ sentences }) => sentences),
  ];
  for (const text of clean) expect([text, repairMojibake(text)]).toEqual([text, null]);
});

test("a text that cannot be put back whole is left alone", () => {
  expect(repairMojibake("cafÃ© et café")).toBeNull();
  expect(repairMojibake("Ð\uFFFDÐ¾Ð²")).toBeNull();
});

test("lost and left-over escapes become line ends and tabs", () => {
  expect(repairLostEscapes("Все новости.nВосемнадцать человек")?.text).toBe("Все новости.\nВосемнадцать человек");
  expect(repairLostEscapes("Сказал он».nnСуд решил")?.text).toBe("Сказал он».\n\nСуд решил");
  expect(repairLostEscapes("He said.nThe court ruled.nThen it rose.")?.text).toBe("He said.\nThe court ruled.\nThen it rose.");
  expect(repairLostEscapes("Первая строка.\\nВторая")?.text).toBe("Первая строка.\nВторая");
  expect(repairLostEscapes("发布会。n记者提问")?.text).toBe("发布会。\n记者提问");
});

test("text with an n of its own stays as it is", () => {
  for (const text of [
    "Сайт news.ru сообщил",
    "C:\\news\\Новости",
    "see example.nThe",
    "Версия 2.nova",
    "iPhone и Samsung",
    "Т.nнет",
    ...TEXTS.flatMap(({ sentences }) => sentences),
  ]) {
    expect([text, repairLostEscapes(text)]).toEqual([text, null]);
  }
});

describe("how sure a repair has to be", () => {
  test("one sequence is enough in windows-1252, two it takes in other encodings", () => {
    expect(repairMojibake(misread("caf\u00e9", "windows-1252"))).toEqual({
      text: "café",
      repaired: true,
      chain: ["windows-1252"],
      replaced: 1,
    });
    expect(repairMojibake(misread("caf\u00e9 \u00e9t\u00e9", "windows-1252"))?.replaced).toBe(3);
    for (const encoding of ["windows-1251", "koi8-r", "ibm866"]) {
      expect(repairMojibake(misread("Д", encoding)), encoding).toBeNull();
      expect(repairMojibake(misread("Да", encoding)), encoding).toMatchObject({ text: "Да", chain: [encoding], replaced: 2 });
    }
    expect(repairMojibake(misread("дружба", "windows-1250"))).toMatchObject({ text: "дружба", chain: ["windows-1250"], replaced: 6 });
    expect(repairMojibake(misread("заголовок", "ibm437"))?.text ?? "заголовок").toBe("заголовок");
  });

  test("what happened once happens again, up to three times", () => {
    const times = (count: number): string => Array.from({ length: count }).reduce<string>((text) => misread(text, "windows-1252"), "été");
    expect(repairMojibake(times(2))).toMatchObject({ text: "été", chain: ["windows-1252", "windows-1252"], replaced: 6 });
    expect(repairMojibake(times(3))?.chain).toHaveLength(3);
    expect(repairMojibake(times(4))).toMatchObject({ text: times(1), chain: ["windows-1252", "windows-1252", "windows-1252"] });
    expect(repairMojibake(misread(misread("Я", "windows-1251"), "windows-1251"))?.text).toBe("Я");
  });

  test("of two characters the second has to be one that follows no letter", () => {
    for (const [text, repaired] of [
      ["Ã©", "é"],
      ["Ã¡x", "áx"],
      ["garÃ§on", "garçon"],
      ["Ãª", "ê"],
      ["Ãºltimo", "último"],
      ["cafÃ”", "cafÔ"],
      ["Ã”", null],
      ["Ã”x", "Ôx"],
      ["Â«mot", "«mot"],
      ["Â« mot", null],
      ["Â\u00a0mot", null],
      ["aÂ\u00a0mot", "a\u00a0mot"],
      ["Ã\u0080", "À"],
      ["ÃŸ", "ß"],
      ["Åž", "Ş"],
      ["Ãž", "Þ"],
    ] as const)
      expect([text, repairMojibake(text)?.text ?? null]).toEqual([text, repaired]);
  });

  test("genuine marks may stand in a wrong text, if more than one pair proves it wrong", () => {
    expect(repairMojibake("“cafÃ©”")).toBeNull();
    expect(repairMojibake("“cafÃ© Ã©tÃ©”")?.text).toBe("“café été”");
    expect(repairMojibake("“donâ€™t”")?.text).toBe("“don’t”");
    expect(repairMojibake("„cafÃ© – Ã©tÃ©…")?.text).toBe("„café – été…");
    expect(repairMojibake("«cafÃ© — Ã©tÃ©» • ‘x’\u00a0")?.text).toBe("«café — été» • ‘x’\u00a0");
    expect(repairMojibake("cafÃ© Ã©tÃ© Ã")).toBeNull();
    expect(repairMojibake("cafÃ© Ã©tÃ© ©")).toBeNull();
  });

  test("nothing implausible is brought forth", () => {
    for (const text of ["\uE000", "\uF8FF", "\uFFFD", "\u0378", "\uFFFE"])
      expect(repairMojibake(misread(`${text}${text}`, "windows-1252"))).toBeNull();
    // Sequences that are too long for their character, halves of surrogates, and those cut by the end.
    for (const text of ["à€€", "í\u00a0€", "Ã", "â€", "ðŸ˜", "ô\u0090€€", "Á©"]) expect([text, repairMojibake(text)]).toEqual([text, null]);
    // Control characters are no text.
    expect(repairMojibake("Â\u0085x")).toBeNull();
    expect(repairMojibake("Â\u009fÂ\u0080")).toBeNull();
  });

  test("characters of two, three and four bytes come back", () => {
    for (const text of ["éàü", "日本語のニュース", "😀😀", "é日😀", "\u07ff\u0800"])
      expect(repairMojibake(misread(text, "windows-1252"))?.text).toBe(text);
    // ISO-8859-1 has control characters where windows-1252 has marks.
    expect(repairMojibake("donâ\u0080\u0099t")?.text).toBe("don’t");
    expect(repairMojibake("donâ€\u0099t")?.text).toBe("don’t");
  });

  test("text between stays, wherever it stands", () => {
    expect(repairMojibake("abc é".replace("é", "Ã©") + " 東京 \u{1F600}")?.text).toBe("abc é 東京 \u{1F600}");
    expect(repairMojibake("\u2600 Ã©")?.text).toBe("\u2600 é");
    expect(repairMojibake("")).toBeNull();
  });

  test("where two readings fit equally well and give two texts, nothing is done", () => {
    expect(repairMojibake(misread("éé", "ibm850"))?.text ?? null).toBe("éé");
    expect(repairMojibake(misread("größer, schöner, öfter", "ibm437"))?.text).toBe("größer, schöner, öfter");
  });
});

test("only readings of the scripts whose lead bytes a text holds are tried", () => {
  const western = misread("Les écoles été", "windows-1252");
  const cyrillic = misread("Новости дня", "windows-1251");
  expect([repairLeads(western, true, false)?.text, repairLeads(western, true, true)?.text]).toEqual(["Les écoles été", "Les écoles été"]);
  expect([repairLeads(western, false, true), repairLeads(western, false, false)]).toEqual([null, null]);
  expect([repairLeads(cyrillic, false, true)?.text, repairLeads(cyrillic, true, true)?.text]).toEqual(["Новости дня", "Новости дня"]);
  expect(repairLeads(cyrillic, true, false)).toBeNull();
  // Behind the first step all are.
  expect(repairLeads(misread(cyrillic, "windows-1252"), true, false)).toMatchObject({
    text: "Новости дня",
    chain: ["windows-1252", "windows-1251"],
  });
});

describe("lost escapes", () => {
  test.each<[text: string, repaired: string | null]>([
    ["сказал.nСуд", "сказал.\nСуд"],
    ["сказал.tСуд", "сказал.\tСуд"],
    ["сказал!nnСуд", "сказал!\n\nСуд"],
    ["сказал?n«Суд", "сказал?\n«Суд"],
    ["сказал…n— Суд", "сказал…\n— Суд"],
    ["сказал»n– Суд", "сказал»\n– Суд"],
    ["сказал”n“Суд", "сказал”\n“Суд"],
    ['сказал"n„Суд', 'сказал"\n„Суд'],
    ["(сказал).nСуд", "(сказал).\nСуд"],
    ["сказал.».nСуд", "сказал.».\nСуд"],
    ["2019.nСуд", "2019.\nСуд"],
    ["είπε.nΝέα", "είπε.\nΝέα"],
    ["ասաց.nՆոր", "ասաց.\nՆոր"],
    ["новостиnСуд", "новости\nСуд"],
    ["нnСуд", null],
    ["сказал.nсуд", null],
    ["сказал.nnnСуд", null],
    ["сказал.ttСуд", null],
    ["сказал.nCourt", null],
    ["сказал.mСуд", null],
    ["发布。n记者", "发布。\n记者"],
    ["発表！nnひらがな", "発表！\n\nひらがな"],
    ["発表？tカタカナ", "発表？\tカタカナ"],
    ["发布」n「记者", "发布」\n「记者"],
    ["发布』n『记者", "发布』\n『记者"],
    ["发布n记者", null],
    ["发布。nabc", null],
    ["said.nThe rule.nIt", "said.\nThe rule.\nIt"],
    ["said!nThe rule?tIt", "said!\nThe rule?\tIt"],
    ["said…”nThe rule.»nnIt", "said…”\nThe rule.»\n\nIt"],
    ["said.nThe rule", null],
    ["said.nThe rule.nIT", null],
    ["So.nThe a.nIt", null],
    ["строка.\\nСуд", "строка.\nСуд"],
    ["строка.\\n\\n\\nСуд", "строка.\n\n\nСуд"],
    ["строка.\\tСуд", "строка.\tСуд"],
    ["строка.\\t\\tСуд", null],
    ["line!\\n«Next", "line!\n«Next"],
    ["line?\\n— Next", "line?\n— Next"],
    ["1.\\nNext", "1.\nNext"],
    ["line.\\nnext", null],
    ["line\\nNext", null],
  ])("%j", (text, repaired) => {
    const found = repairLostEscapes(text);
    expect(found?.text ?? null).toBe(repaired);
    if (found !== null) expect(found.repaired).toBe(true);
  });

  test("are counted", () => {
    expect(repairLostEscapes("Первая.nВторая.\\nТретья")).toEqual({ text: "Первая.\nВторая.\nТретья", repaired: true, count: 2 });
    expect(repairLostEscapes("said.nThe rule.nIt")?.count).toBe(2);
  });
});
