import { describe, expect, test } from "vitest";
import { stripNoise } from "../../src/index.ts";

const ruleOf = (line: string): string | undefined => stripNoise([line], { noise: "light" }).removed[0]?.rule;

/** Furniture of pages by language: a way around the site, a count, how long ago. */
const FURNITURE: Readonly<Record<string, readonly [navigation: string, counter: string, ago: string]>> = {
  en: ["Skip to main content", "1.2K shares", "5 mins ago"],
  es: ["Volver arriba", "12 comentarios", "Hace 3 horas"],
  de: ["Zum Seitenanfang", "Lesedauer: 4 Minuten", "vor 20 Min."],
  fr: ["Retour en haut", "Temps de lecture : 3 min", "Il y a 2 h"],
  ru: ["Наверх", "Просмотров: 1 204", "2 часа назад"],
  ar: ["أرسل إلى صديق", "التعليقات (3)", "قبل 5 دقائق"],
  zh: ["轉寄好友", "阅读量（3000）", "3小时前"],
  pt: ["Fale conosco", "5 comentários", "há 3 dias"],
  it: ["Torna su", "3 min di lettura", "2 ore fa"],
  ja: ["ページの先頭へ", "コメント（12件）", "15分前"],
  nl: ["Terug naar boven", "Leestijd: 4 min", "2 uur geleden"],
  pl: ["Strona główna", "Komentarze (7)", "5 godz. temu"],
  cs: ["Přejít k obsahu", "Komentáře (14)", "před 2 hodinami"],
  sv: ["Skriv ut", "Lästid: 3 min", "för 2 timmar sedan"],
  fi: ["Takaisin ylös", "3 kommenttia", "5 tuntia sitten"],
  hu: ["Vissza a főoldalra", "Hozzászólások (2)", "2 órája"],
  uk: ["Догори", "5 коментарів", "10 хвилин тому"],
  el: ["Όροι χρήσης", "ΣΧΟΛΙΑ (3)", "πριν από 2 ώρες"],
  tr: ["Anasayfa", "25 YORUM", "3 saat önce"],
  ko: ["개인정보처리방침", "조회 1,234", "3시간 전"],
  vi: ["Về trang chủ", "1.234 lượt xem", "2 giờ trước"],
  hi: ["ऊपर जाएं", "5 टिप्पणियां", "3 घंटे पहले"],
  fa: ["نسخه چاپی", "۱۲ نظر", "۲ ساعت پیش"],
  he: ["גרסה להדפסה", "3 תגובות", "לפני 2 שעות"],
  th: ["กลับหน้าแรก", "5 ความคิดเห็น", "3 ชั่วโมงที่แล้ว"],
};

describe.each(Object.entries(FURNITURE))("in %s", (_, [navigation, counter, ago]) => {
  test.each([
    ["navigation-line", navigation],
    ["counter-line", counter],
    ["time-ago-line", ago],
  ])("%s takes %j", (rule, line) => {
    expect(ruleOf(line)).toBe(rule);
  });
});

describe("lines with a number are left", () => {
  test.each([
    ["two of them", "3 comments, 5 shares"],
    ["a number of nine digits and more", "1234567890 views"],
    ["words on the other side, too", "All 3 comments"],
    ["a word of an article", "3 hours of rain"],
    ["the number alone", "(12)"],
    ["the word alone", "minutes ago"],
    ["a longer line", `3 comments${" ".repeat(10)}${"on the matter ".repeat(4)}`],
    ["a year", "5 years ago"],
    ["the time that something took", "2 hours"],
    ["a day to come", "in 3 days"],
  ])("%s", (_, line) => {
    expect(ruleOf(line)).toBeUndefined();
  });
});

describe("what stands alone in articles is left", () => {
  test.each([
    ["a heading of a match report", "FICHA TÉCNICA"],
    ["keywords of a year", "关键词：稳增长"],
    ["keywords of a year", "キーワード：物価高"],
    ["a heading of a press release", "■会社概要"],
    ["a heading of a press release", "Контакты:"],
    ["a heading of a timeline", "■3日前"],
    ["votes", "345 голосов"],
    ["a row of a table", "阅读：555"],
    ["a row of a table", "Share: 12"],
    ["examinations", "150 прегледа"],
    ["a numbered comment", "Kommentar 1"],
    ["a topic", "Datenschutz"],
    ["a topic", "Personvern"],
    ["where a match is played", "Home"],
    ["who is up and who is down", "Вверх"],
    ["who is up and who is down", "Nach oben"],
    ["the name of a film", "«Наверх»"],
    ["the name of a song", "“Reply”"],
    ["a headline", "Etichette: cosa cambia dal 2026"],
    ["years", "před 5 l."],
    ["reactions", "תגובות"],
  ])("%s: %s", (_, line) => {
    expect(ruleOf(line)).toBeUndefined();
  });
});

test("a label may stand before the time, not before a count", () => {
  expect(ruleOf("Published: 2 hours ago")).toBe("time-ago-line");
  expect(ruleOf("The fire broke out 2 hours ago")).toBeUndefined();
  expect(ruleOf("Published: 2 comments")).toBeUndefined();
});

test("keywords behind their label go, a sentence behind it stays", () => {
  expect(ruleOf("Теги: погода, снег")).toBe("navigation-line");
  expect(ruleOf("Schlagwörter: Haushalt · Schule")).toBe("navigation-line");
  expect(ruleOf("Keywords: they are what a page is found by, and nothing else is.")).toBeUndefined();
});
