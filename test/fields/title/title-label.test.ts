import { describe, expect, test } from "vitest";
import { parseDump, readSpan } from "../../../src/index.ts";
import { titleStart } from "../../../src/fields/title/title-label.ts";

test.each([
  ["Subject: Bridge closed", "Bridge closed"],
  ["HEADLINE : Bridge closed", "Bridge closed"],
  ["Betreff: Brücke gesperrt", "Brücke gesperrt"],
  ["Заголовок:  Мост закрыт", "Мост закрыт"],
  ["件名：橋が通行止めに", "橋が通行止めに"],
  ["标题：大桥关闭", "大桥关闭"],
  ["العنوان: إغلاق الجسر", "إغلاق الجسر"],
])("%s", (text, title) => {
  expect(text.slice(titleStart(text))).toBe(title);
});

test.each(["Subject to change: the plan", "Bridge closed: what is known", "Subject:", "Title: ", "Titelkampf: Bremen siegt", "Re: bridge"])(
  "%s has no label",
  (text) => {
    expect(titleStart(text)).toBe(0);
  },
);

describe("a headline behind its label", () => {
  const dump = [
    " date 2025-11-11 EN",
    "Subject: The old bridge is closed for a week",
    "",
    "The old bridge will be closed for repairs from Monday, the town council said on Tuesday, and nobody was surprised.",
    "",
    "Buses will go by the new road, and the ferry will run until midnight, as it did in spring when the road was flooded.",
  ].join("\n");
  const [article] = parseDump(dump).articles;

  test("has its own span, and the label is in the ledger", () => {
    expect(article!.title).toBe("The old bridge is closed for a week");
    expect(readSpan(new TextEncoder().encode(dump), article!.provenance.title!, "utf-8")).toBe(article!.title);
    expect(article!.removed).toMatchObject([{ rule: "field-label", text: "Subject:" }]);
  });
});
