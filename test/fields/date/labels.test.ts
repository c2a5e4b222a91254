import { expect, test } from "vitest";
import { orderOf, primaryTag } from "../../../src/fields/date/evidence.ts";
import { findLabel } from "../../../src/fields/date/labels.ts";

test.each([
  ["Published: ", "published"],
  ["PUBLISHED ", "published"],
  ["First published on ", "published"],
  ["Republished: ", null],
  ["re-published: ", "published"],
  ["9published: ", "published"],
  ["été_published", "published"],
  ["épublished", null],
  ["Published, last updated: ", "updated"],
  ["Updated; first published: ", "published"],
  ["Update ", "updated"],
  ["Up ", null],
  ["", null],
  ["Veröffentlicht am ", "published"],
  ["VERÖFFENTLICHT AM ", "published"],
  ["Опубликовано: ", "published"],
  ["Обновлено: ", "updated"],
  ["发布时间：", "published"],
  ["时间：", "published"],
  ["更新时间：", "updated"],
  ["本文更新时间：", "updated"],
  ["最終更新：", "updated"],
  ["公開日：", "published"],
  ["최종수정 ", "updated"],
  ["기사입력 ", "published"],
  ["입력 ", "published"],
  ["نُشر في: ", "published"],
  ["آخر تحديث: ", "updated"],
  ["เผยแพร่: ", "published"],
  ["อัปเดต: ", "updated"],
  [`Published ${"x".repeat(54)}`, "published"],
  [`Published ${"x".repeat(55)}`, null],
])("before a date %j says %j", (text, label) => {
  expect(findLabel(text)).toBe(label);
});

test.each([
  ["de", "dmy"],
  ["de-CH", "dmy"],
  ["zh-Hant-TW", "ymd"],
  ["ja", "ymd"],
  ["sv", "ymd"],
  ["en", null],
  ["en-US", "mdy"],
  ["en-Latn-US", "mdy"],
  ["en-GB", "dmy"],
  ["en-CA", null],
  ["es", "dmy"],
  ["es-US", "mdy"],
  ["fil", "mdy"],
  ["sw", null],
  ["und", null],
  ["", null],
  ["sr-Latn", "dmy"],
])("%j orders numbers as %j", (language, order) => {
  expect(orderOf(language)).toBe(order);
});

test("the primary part of a tag", () => {
  expect(["de", "zh-Hant", "en-GB", ""].map(primaryTag)).toEqual(["de", "zh", "en", ""]);
});
