import { expect, test } from "vitest";
import { articleStream, defineTextFormat, parseDump, readDump, type ParseOptions } from "../src/index.ts";

test.each<[string, ParseOptions, string]>([
  ["encoding", { encoding: "utf-7" }, "unknown-encoding"],
  ["format", { format: "no-such-format" }, "unknown-format"],
  ["limits", { limits: { maxRecordBytes: Number.NaN } }, "invalid-option"],
  ["limits", { limits: { maxRecordBytes: -1 } }, "invalid-option"],
  ["noise", { noise: "loud" as "off" }, "invalid-option"],
  ["noiseRules", { noiseRules: { "no-such-rule": true } }, "invalid-option"],
  ["fromat", { fromat: "date-header" } as ParseOptions, "invalid-option"],
])("a wrong %s is refused at once, by name", (name, options, code) => {
  for (const call of [() => parseDump("", options), () => readDump([], options), () => articleStream(options)]) {
    expect(call).toThrow(expect.objectContaining({ name: "NewsdumpError", code, message: expect.stringContaining(name) }));
  }
});

test("0 means 0 and Infinity means no limit", () => {
  const dump = " date 2025-11-11 EN\nRain fell.\n";
  expect(parseDump(dump, { limits: { maxRecordBytes: 0 } }).rejected[0]?.reason).toBe("record-too-large");
  expect(parseDump(dump, { limits: { maxRecordBytes: Infinity } }).articles).toHaveLength(1);
});

test("what is no dump is refused", async () => {
  expect(() => parseDump(7 as never)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  expect(() => parseDump(null as never)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  expect(() => readDump(7 as never)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  expect(() => readDump(new Uint8Array(3) as never)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  await expect(async () => {
    for await (const _ of readDump(["text"] as never)) expect.unreachable();
  }).rejects.toMatchObject({ code: "invalid-input" });
});

test("an explicit encoding is obeyed, whatever the bytes say", () => {
  const bytes = new TextEncoder().encode(" date 2025-11-11 Дождь шёл весь вторник.\n");
  const [article] = parseDump(bytes, { encoding: "koi8-r", repairText: false }).articles;
  expect(article!.provenance.encoding).toEqual({ name: "koi8-r", confidence: 1, evidence: "option" });
  expect(article!.paragraphs[0]).not.toContain("Дождь");
});

test("a format is chosen by name, given as an object, or wins by its score", () => {
  const everyLine = defineTextFormat({ name: "every-line", detect: () => 1, startsRecord: () => true, readHeader: () => null });
  const dump = " date 2025-11-11 One\nTwo\n";
  expect(parseDump(dump).articles).toHaveLength(1);
  expect(parseDump(dump, { formats: [everyLine] }).articles).toHaveLength(2);
  expect(parseDump(dump, { format: everyLine }).articles).toHaveLength(2);
  expect(parseDump(dump, { formats: [everyLine], format: "date-header" }).articles).toHaveLength(1);
});

test("the source is in every article and rejection", () => {
  const { articles, rejected } = parseDump(" date 2025-11-11 EN\nRain fell.\n date 2025-11-12 EN\n", { source: "dumps/a.txt" });
  expect(articles[0]!.provenance.source).toBe("dumps/a.txt");
  expect(rejected[0]!.source).toBe("dumps/a.txt");
});
