import { expect, test } from "vitest";
import { indexStems } from "../../src/fields/date/labels.ts";
import {
  createLexicon,
  findWord,
  foldWord,
  longestWord,
  startsName,
  startsPhrase,
  withoutScriptMarks,
} from "../../src/fields/date/words.ts";
import { createLabelTable } from "../../src/fields/language-label.ts";
import { checksum, goldenOf } from "../support/golden.ts";

// Tables that are made once of lists. The goldens are checksums: they tell that something moved, the lists' own tests what.
const GOLDEN = new URL("word-tables.json", import.meta.url);

const checksumOf = (entries: Iterable<unknown>): string => {
  const text = [...entries].map((entry) => JSON.stringify(entry)).join("\n");
  return checksum(Array.from(text, (_, index) => text.charCodeAt(index)));
};

test("the words of dates", () => {
  const lexicon = createLexicon();
  const result = { words: lexicon.size, checksum: checksumOf(lexicon), longest: longestWord() };
  expect(result).toEqual(goldenOf(GOLDEN, result, "dates"));
  expect(lexicon.has("on")).toBe(false); // Norwegian for Wednesday, and what stands before days in English
  expect(lexicon.has("")).toBe(false);
  expect(lexicon.get("november")?.meanings.some(({ language, value }) => language === "en" && value === 11)).toBe(true);
});

test("the labels of dates", () => {
  const index = indexStems();
  const result = { characters: index.size, checksum: checksumOf(index) };
  expect(result).toEqual(goldenOf(GOLDEN, result, "labels"));
  for (const stems of index.values())
    for (const [at, [stem]] of stems.entries()) expect(stem.length).toBeLessThanOrEqual(stems[Math.max(0, at - 1)]![0].length);
});

test("the labels of languages", () => {
  const table = createLabelTable();
  const result = { labels: table.size, checksum: checksumOf(table) };
  expect(result).toEqual(goldenOf(GOLDEN, result, "languages"));
  expect(table.get("en")).toBe("en");
});

test.each([
  ["NOVEMBER", "november"],
  ["p.m.", "pm"],
  ["d'août", "daoût"],
  ["d’août", "daoût"],
  ["août".normalize("NFD"), "août"],
  ["سه\u200cشنبه", "سهشنبه"],
  ["a\u200eb\u200fc\u200dd", "abcd"],
])("%s is looked for as %s", (text, folded) => {
  expect(foldWord(text)).toBe(folded);
});

test.each([
  ["février", "fevrier"],
  ["październik", "pazdziernik"],
  ["gözyaşı", null],
  ["kasım", "kasim"],
  ["février".normalize("NFD"), "février"],
])("%s is found without its marks as %s is", (text, plain) => {
  expect(findWord(text)?.meanings ?? null).toEqual(plain === null ? null : findWord(plain)!.meanings);
});

test("letters typed in several ways are one, vowel points and abbreviation signs none", () => {
  expect(withoutScriptMarks("أكتوبر")).toBe("اكتوبر");
  expect(withoutScriptMarks("إآٱ")).toBe("ااا");
  expect(withoutScriptMarks("یکةہۀ")).toBe("يكههه");
  expect(withoutScriptMarks("ى")).toBe("ي");
  expect(withoutScriptMarks("نَوفَمبِر")).toBe("نوفمبر");
  expect(withoutScriptMarks("नव॰")).toBe("नव");
  expect(withoutScriptMarks("נוב׳")).toBe("נוב");
  expect(withoutScriptMarks("november")).toBe("november");
  expect(withoutScriptMarks("")).toBe("");
  expect(findWord("أكتوبر")?.meanings[0]?.value).toBe(10);
  expect(findWord("اكتوبر")?.meanings[0]?.value).toBe(10);
});

test("a Hebrew word is found behind in, to, from and the, other words behind nothing", () => {
  for (const prefix of "בלמה") expect(findWord(`${prefix}נובמבר`)?.meanings).toEqual(findWord("נובמבר")!.meanings);
  expect(findWord("כנובמבר")).toBeNull();
  expect(findWord("бноября")).toBeNull();
  expect(findWord("אנובמבר")).toBeNull();
});

test("names of several words and of scripts without blanks are known by how they begin", () => {
  expect(startsPhrase("tháng")).toBe(true);
  expect(startsPhrase("thang")).toBe(true);
  expect(startsPhrase("november")).toBe(false);
  expect(startsPhrase("ноября")).toBe(false);
  expect(startsName("月")).toBe(true);
  expect(startsName("火")).toBe(true);
  expect(startsName("猫")).toBe(false);
});
