import { describe, expect, test } from "vitest";
import { createPhraseTest, createStartTest, isCreditRest, isPointerRest } from "../../src/noise/phrases.ts";

const family = { whole: { en: "share|top 9", de: "zur übersicht", ru: "ещё" }, labels: { en: "photo", zh: "图片来源" } };
const isPhrase = createPhraseTest({ ...family, isRest: (rest) => rest === "A. Reed" });
const isPhraseAlone = createPhraseTest(family);

test("a phrase is the whole line, whatever its capitals and the marks around it", () => {
  for (const text of [
    "share",
    "SHARE",
    "« Share »",
    "• share",
    "Share!",
    "share >>",
    "Zur Übersicht",
    "Ещё…",
    "ТОП ЕЩЁ".slice(4),
    "[Top 9]",
    "Photo",
    "photo:",
  ])
    expect(isPhrase(text), text).toBe(true);
  for (const text of ["", "share it", "to share", "shares", "top 8", "sha.re", "a share", "share 9"])
    expect(isPhrase(text), text).toBe(false);
});

test("a question of one word is no phrase, and one of more is", () => {
  expect(["Share?", "share ？", "Zur Übersicht?"].map(isPhrase)).toEqual([false, false, true]);
});

test("a dotted capital is a small letter without a mark behind it", () => {
  const isTurkish = createPhraseTest({ whole: { tr: "ilgili haberler" }, labels: {} });
  expect(isTurkish("İlgili Haberler")).toBe(true);
});

test("Greek capitals stand without accents", () => {
  const isGreek = createPhraseTest({ whole: { el: "διαβάστε και" }, labels: {} });
  expect(["ΔΙΑΒΑΣΤΕ ΚΑΙ", "Διαβάστε και", "Διαβάστε"].map(isGreek)).toEqual([true, true, false]);
});

test("marks around a phrase may make it 60 characters long", () => {
  expect(isPhrase(`share${"!".repeat(55)}`)).toBe(true);
  expect(isPhrase(`share${"!".repeat(56)}`)).toBe(false);
});

test("a label is followed by a colon and what may stand behind it", () => {
  for (const text of ["Photo: A. Reed", "photo :A. Reed", "»Photo«:  A. Reed", "图片来源：A. Reed", "photo:\tA. Reed "])
    expect(isPhrase(text), text).toBe(true);
  for (const text of ["Photo: B. Reed", "Photo A. Reed", "Share: A. Reed", "A photo: A. Reed", ": A. Reed", "Photo: A. Reed: B"])
    expect(isPhrase(text), text).toBe(false);
  expect(isPhraseAlone("Photo:")).toBe(true);
  expect(isPhraseAlone("Photo: A. Reed")).toBe(false);
});

test("a label ends within 40 characters", () => {
  const label = (length: number): string => `${"(".repeat(length - 5)}photo: A. Reed${" ".repeat(60)}.`.slice(0, length + 9);
  expect(isPhrase(label(40))).toBe(true);
  expect(isPhrase(label(41))).toBe(false);
});

test("a line is judged anew where another one was asked about before", () => {
  expect(["share", "news", "share", "photo: A. Reed", "photo: B. Reed"].map(isPhrase)).toEqual([true, false, true, true, false]);
});

describe("behind a label", () => {
  test("a name or two are a credit", () => {
    const names = [
      "A. Reed",
      "dpa",
      "dpa.",
      "reed for us",
      "Anna Reed, Norvale Post / Town Archive",
      "Anna Reed and the people of the town",
    ];
    for (const rest of names) expect(isCreditRest(rest), rest).toBe(true);
  });

  test("sentences, quotations and numbers of things are none", () => {
    for (const rest of [
      "12 killed in floods",
      '"Never again"',
      "«Никогда»",
      "“Never again”",
      "Anna Reed saw the whole town. Then",
      "Anna Reed saw the whole town.",
      "Anna Reed saw the whole town;",
      "the people of the town",
      "One two three four five six seven eight nine",
    ])
      expect(isCreditRest(rest), rest).toBe(false);
    expect(isCreditRest("One two three four five six seven eight")).toBe(true);
    expect(isCreditRest("one two three")).toBe(true);
    expect(isCreditRest("one two three four")).toBe(false);
  });

  test("a credit has 60 characters at most", () => {
    expect(isCreditRest("A".repeat(60))).toBe(true);
    expect(isCreditRest("A".repeat(61))).toBe(false);
  });

  test("a pointer leads to a headline, not to a sentence", () => {
    expect(isPointerRest("")).toBe(true);
    expect(isPointerRest("Ten bridges you must see")).toBe(true);
    expect(isPointerRest("What next?")).toBe(true);
    for (const rest of ["He saw ten bridges.", "下雨了。", "And so…", '"And so."', "one,", "one;"])
      expect(isPointerRest(rest), rest).toBe(false);
    expect(isPointerRest("A".repeat(120))).toBe(true);
    expect(isPointerRest("A".repeat(121))).toBe(false);
  });
});

describe("the beginning of a notice", () => {
  const startsNotice = createStartTest({ en: "sign in or|sign in with|tell us|don't have an account", fr: "abonne*", zh: "扫一扫关注" });

  test.each([
    "Sign in or register",
    "SIGN IN OR",
    "→ Sign in with a code",
    "Tell us.",
    "Abonnez-vous",
    "Abonnement",
    "扫一扫关注我们",
    "【扫一扫关注】",
    "Don’t have an account?",
  ])("is told: %s", (text) => {
    expect(startsNotice(text)).toBe(true);
  });

  test.each([
    "“Sign in or register,” it said",
    "« Tell us »",
    "Sign in Oregon",
    "Sign in",
    "sign in orange ink",
    "I sign in or out",
    "Tell uscita",
    "Tell usé",
    "abonn",
    "扫一扫",
    "",
    "»",
    "Si",
  ])("is told from: %s", (text) => {
    expect(startsNotice(text)).toBe(false);
  });

  test("may have marks before it, up to 80 units in all", () => {
    expect(startsNotice(`${"*".repeat(73)}tell us`)).toBe(true);
    expect(startsNotice(`${"*".repeat(74)}tell us`)).toBe(false);
  });
});
