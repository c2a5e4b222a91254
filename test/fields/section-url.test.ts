import { describe, expect, test } from "vitest";
import { findArticleUrl } from "../../src/fields/article-url.ts";
import { findSection, isMenuItem } from "../../src/fields/section.ts";
import { readHead } from "../../src/fields/title/head-lines.ts";

const TITLE = "River rises again";

function section(text: string): string | null {
  const part = findSection(text, TITLE);
  return part && text.slice(part.start, part.end);
}

test.each([
  ["World", "World"],
  ["SPORT", "SPORT"],
  ["Politik", "Politik"],
  ["Économie", "Économie"],
  ["Sociedad", "Sociedad"],
  ["Cronaca", "Cronaca"],
  ["Esportes", "Esportes"],
  ["Политика", "Политика"],
  ["Суспільство", "Суспільство"],
  ["Gospodarka", "Gospodarka"],
  ["Domácí", "Domácí"],
  ["Gündem", "Gündem"],
  ["Nasional", "Nasional"],
  ["Thời sự", "Thời sự"],
  ["سياسة", "سياسة"],
  ["اقتصادی", "اقتصادی"],
  ["देश", "देश"],
  ["정치", "정치"],
  ["社会", "社会"],
  ["国际", "国际"],
  ["Binnenland", "Binnenland"],
  ["Home > World > Europe", "Europe"],
  ["Startseite › Politik › Inland", "Inland"],
  ["Главная » Новости » Общество", "Общество"],
  ["首页>>新闻>>教育", "教育"],
  ["Home > World > River rises again", "World"],
  ["newsinfo / Headlines", "Headlines"],
  ["World:", "World"],
  ["WORLD :", "WORLD"],
  ["社会：", "社会"],
  ["Home > Sport:", "Sport"],
  ["Home | Sport :", "Sport"],
  ["首页>>体育：", "体育"],
  ["Section: Europe", "Europe"],
  ["Ressort: Kultur", "Kultur"],
  ["栏目：社会", "社会"],
  ["Section:   Europe", "Europe"],
  ["Home  >  World  >  Europe", "Europe"],
  ["Home > World >", "World"],
  ["> Home > World", "World"],
  ["HOME > Rhine valley", "Rhine valley"],
  ["World: > Rhine valley", "Rhine valley"],
  ["World : > Rhine valley", "Rhine valley"],
])("section: %s", (text, name) => expect(section(text)).toBe(name));

test.each([
  "World leaders meet",
  "Sport is good for you",
  "Temperature > 30 degrees",
  "A/B",
  "River / Bank",
  "Home",
  "Tea > coffee",
  "Politik und Moral",
  "Home > River rises again",
  "The mayor said: > the water will fall",
  "政治家の言葉",
  "Общество защиты животных",
  "Section:",
  "Section: ",
  "World >",
  "Wor:ld",
  "Wor:ld > Rhine valley",
  "Home > :",
])("no section: %s", (text) => expect(section(text)).toBeNull());

test("a breadcrumb's last step is the one before the headline, also when it stands in the headline", () => {
  expect(findSection("Home > again > River rises again", TITLE)).toEqual({ start: 7, end: 12 });
  expect(findSection("Home > World > River > River rises again", TITLE)).toEqual({ start: 15, end: 20 });
});

describe("a section is short", () => {
  const crumbs = (...steps: readonly string[]): string => ["Home", ...steps].join(" > ");
  const rhine = (length: number): string => "Rhine valley ".padEnd(length, "x");

  test.each([
    ["a label's value of 36 characters", `Section: ${rhine(36)}`, rhine(36)],
    ["a label's value of 37 characters", `Section: ${rhine(37)}`, null],
    ["a step of 36 characters", crumbs(rhine(36)), rhine(36)],
    ["a step of 37 characters", crumbs(rhine(37)), null],
    ["a step of 37 characters above it", crumbs(rhine(37), "Europe"), null],
    ["seven steps", crumbs("World", "a", "b", "c", "d", "Europe"), "Europe"],
    ["eight steps", crumbs("World", "a", "b", "c", "d", "e", "Europe"), null],
    ["a breadcrumb of 110 characters", crumbs(rhine(33), rhine(33), rhine(31)), rhine(31)],
    ["a breadcrumb of 111 characters", crumbs(rhine(33), rhine(33), rhine(32)), null],
  ])("%s", (_name, text, name) => {
    expect(section(text)).toBe(name);
  });
});

describe("the name of a section is an item of a menu", () => {
  const isItem = (above: readonly string[], below: readonly string[], headline = TITLE, after: readonly string[] = []): boolean => {
    const lines = [...above, "World", ...below, headline, ...after].map((text, index) => ({ text, number: index + 1 }));
    const head = readHead(lines);
    const placeOf = (text: string): number => head.findIndex((line) => line.text === text);
    return isMenuItem(head, placeOf("World"), placeOf(headline));
  };
  const long = (length: number): string => "Log in to read ".padEnd(length, "x");

  test.each<[string, readonly string[], readonly string[]]>([
    ["below two items", ["Home", "News"], []],
    ["below an item and above two", ["Home"], ["Log in", "Register"]],
    ["below items of 28 characters", [long(28), long(28)], []],
    ["below items with a blank line between all of them", ["", "Home", "", "News", ""], []],
  ])("%s", (_name, above, below) => {
    expect(isItem(above, below)).toBe(true);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["alone", [], []],
    ["below one item", ["Home"], []],
    ["below an item and above one", ["Home"], ["Log in"]],
    ["first, however many follow", [], ["Log in", "Register", "Contact", "Imprint"]],
    ["below longer lines", [long(29), long(29)], []],
    ["below sentences", ["Log in here.", "Register now."], []],
    ["below questions", ["Log in?", "Or register?"], []],
    ["below labels", ["By", "Photo"], []],
    ["below dates", ["11.11.2025", "12.11.2025"], []],
    ["below an item, and above some that a blank line sets apart", ["Home"], ["", "Log in", "Register", "Contact"]],
    ["below items that a blank line sets apart", ["Home", "News", ""], []],
  ])("not %s", (_name, above, below) => {
    expect(isItem(above, below)).toBe(false);
  });

  test("whatever stands below the headline", () => {
    expect(isItem(["Home"], [], "Rain again", ["Log in", "Register", "Contact"])).toBe(false);
    expect(isItem(["Home"], ["Log in"], "Rain again", ["Register", "Contact"])).toBe(false);
  });
});

function url(text: string): string | null {
  const part = findArticleUrl(text);
  return part && text.slice(part.start, part.end);
}

test.each([
  ["https://example.org/news/1", "https://example.org/news/1"],
  ["URL: https://example.org/news/1", "https://example.org/news/1"],
  ["Link: http://example.org/a?b=c", "http://example.org/a?b=c"],
  ["Ссылка: https://example.org/1", "https://example.org/1"],
  ["原文链接：https://example.org/1", "https://example.org/1"],
])("address: %s", (text, address) => expect(url(text)).toBe(address));

test.each([
  "https://example.org",
  "https://example.org/a.jpg",
  "https://example.org/film.mp4?x=1",
  "https://www.facebook.com/example",
  "See https://example.org/news/1",
  "https://example.org/a and more",
  "Link to the past",
  "URL: example",
  "http://",
])("no address: %s", (text) => expect(url(text)).toBeNull());
