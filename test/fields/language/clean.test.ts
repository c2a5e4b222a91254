import { describe, expect, test } from "vitest";
import { cleanText, needsCleaning } from "../../../src/fields/language/clean.ts";

describe("what is no text", () => {
  test.each([
    ["see https://www.news.example/a?b=c for more", "see   for more"],
    ["see WWW.news.example now", "see   now"],
    ["<https://news.example>", "< >"],
    ['a "ftp://news.example" b', 'a " " b'],
    ["a <b>bold</b> word", "a  bold  word"],
    ["a<br/>b", "a b"],
    ["a <!-- note --> b", "a   b"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["a <b unclosed", "a <b unclosed"],
    [`<p ${"x".repeat(999)}>`, " "],
    [`<p ${"x".repeat(1000)}>`, `<p ${"x".repeat(1000)}>`],
    ["write desk@news.example now", "write   now"],
    ["write first.last+tag-1@news-desk.example, please", "write  , please"],
    ["@handle says", "  says"],
    ["a @ b", "a @ b"],
    ["@", "@"],
    ["a@b@c d", "   d"],
    ["one@a.example two@b.example", "   "],
    [`${"x".repeat(70)}@a.example`, `${"x".repeat(6)} `],
    [`a@${"x".repeat(210)}`, ` ${"x".repeat(10)}`],
  ])("%s", (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

describe("entities", () => {
  test.each([
    ["caf&eacute;", "café"],
    ["&Eacute;tat", "État"],
    ["&agrave;&acirc;&auml;&ntilde;&ccedil;&aring;", "àâäñçå"],
    ["&scaron;&abreve;&amacr;&aogon;&zdot;", "šăāąż"],
    ["stra&szlig;e", "straße"],
    ["&aelig;&oslash;&eth;&thorn;&oelig;&lstrok;&dstrok;&inodot;", "æøðþœłđı"],
    ["l&rsquo;&lsquo;&apos;", "l’‘'"],
    ["a&nbsp;b&amp;c", "a b c"],
    ["&#1055;&#x41f;&#X41F;", "ППП"],
    ["&#0;&#1114112;&#x110000;&#1114111;", `   ${String.fromCodePoint(0x10ffff)}`],
    ["R&DD; and R&D; and &more", "R  and R&D; and &more"],
    ["&#12345678;", "&#12345678;"],
  ])("%s", (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

describe("letters in pieces", () => {
  test.each([
    ["e\u0301te\u0301", "été"],
    ["\u0627\u0653", "\u0622"],
    ["\u1112\u1161\u11ab", "한"],
    ["\ufb01n", "fin"],
    ["\uff32\uff49", "Ri"],
    ["\ufefc", "\u0644\u0627"],
  ])("%j is put together", (text, cleaned) => {
    expect(needsCleaning(text)).toBe(true);
    expect(cleanText(text)).toBe(cleaned);
  });
});

test("plain text is not looked at twice", () => {
  for (const text of ["", "Plain words, 100 %.", "Überschrift über Straßen", "一二三", "w3c", "a/b"]) {
    expect(needsCleaning(text)).toBe(false);
    expect(cleanText(text)).toBe(text);
  }
  for (const text of ["<", "a & b", "a@b", "a//b", "www.a"]) expect(needsCleaning(text)).toBe(true);
});
