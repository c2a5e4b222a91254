import { describe, expect, test } from "vitest";
import { bare, phrasesOf, type PhraseTable } from "../../src/noise/phrases.ts";
import * as pages from "../../src/noise/rules/page-lists.ts";
import * as lists from "../../src/noise/rules/phrase-lists.ts";
import { TIME_AGO_WHOLE } from "../../src/noise/rules/time-ago-list.ts";

const tables: [string, PhraseTable][] = Object.entries({ ...lists, ...pages, TIME_AGO_WHOLE });
/** Units by which the beginnings of lines are looked up. */
const SHORTEST_START = 3;

describe.each(tables)("%s", (name, table) => {
  const phrases = [...phrasesOf(table)];

  test("holds phrases as lines are compared with them", () => {
    expect(phrases.length).toBeGreaterThan(50);
    for (const phrase of phrases) {
      expect(phrase.normalize("NFC"), phrase).toBe(phrase);
      if (name === "NOTICE_STARTS") {
        expect(phrase.length, phrase).toBeGreaterThanOrEqual(SHORTEST_START);
        expect(bare(`${phrase.replace(/\*$/, "")}x`).slice(0, -1), phrase).toBe(phrase.replace(/\*$/, ""));
      } else expect(bare(phrase), phrase).toBe(phrase);
    }
  });

  test("holds no phrase twice", () => {
    const written = Object.values(table).flatMap((row) => row.split("|"));
    const twice = written.filter((phrase, index) => written.indexOf(phrase) !== index);
    expect(twice).toEqual([]);
  });

  test("names languages by the tags that exist", () => {
    const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
    for (const tag of Object.keys(table)) expect(names.of(tag), tag).toBeDefined();
  });
});
