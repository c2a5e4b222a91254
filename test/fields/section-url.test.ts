import { expect, test } from "vitest";
import { findArticleUrl } from "../../src/fields/article-url.ts";
import { findSection } from "../../src/fields/section.ts";

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
  ["Section: Europe", "Europe"],
  ["Ressort: Kultur", "Kultur"],
  ["栏目：社会", "社会"],
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
])("no section: %s", (text) => expect(section(text)).toBeNull());

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
