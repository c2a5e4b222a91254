import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { articleStream, canonicalEncoding, createEncodingPrior, decode, defineNoiseRule, defineTextFormat } from "../src/index.ts";
import { detectEncoding, detectFormat, parseDate } from "../src/index.ts";
import { findDeclaredEncoding, parseDump, profileDump, readDump, readProfile, readSpan } from "../src/index.ts";
import { repairLostEscapes, repairMojibake, stripNoise, writeProfile, type ParseOptions } from "../src/index.ts";

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

const bare: unknown = Object.create(null); // has no text
const outside = expect.objectContaining({
  name: "NewsdumpError",
  code: "invalid-input",
  message: "the span is not within the bytes",
}) as Error;
const rule = { name: "own", description: "", takes: [], leaves: [], matches: () => false };
const format = defineTextFormat({ name: "own", detect: () => 0, startsRecord: () => false, readHeader: () => null });

/** Values that an option cannot have. */
const WRONG_VALUES: Readonly<Record<keyof ParseOptions, readonly unknown[]>> = {
  format: [null, 5, 10n, {}, bare, { ...format, name: "" }, { ...format, name: "\uD800" }, { ...format, isSeparator: true }],
  formats: [null, {}, "key-value", [null], [5], [{}]],
  encoding: [null, 5, 10n, {}, bare, Symbol("utf-8")],
  declaredEncoding: [null, 5, {}, bare],
  encodingPrior: [
    null,
    5,
    {},
    bare,
    { counts: null },
    ...[Number.NaN, -1, Infinity, "3", null].map((count) => ({ counts: { "utf-8": count } })),
  ],
  repairText: [null, "false", 0, bare],
  languages: [null, {}, "en", 5, true, [5], [bare], [null], ["xx"]],
  profile: [null, true, {}, bare, { version: 1, levels: [{}] }],
  reference: [null, "yesterday", bare],
  dateOrder: [null, "dm", bare],
  timeZone: [null, "Nowhere", bare],
  source: [null, 5, bare],
  largeRecords: [null, "drop", bare],
  limits: [null, [], "none", { maxRecords: bare }, { maxRecords: "3" }],
  noise: [null, "loud", bare],
  noiseRules: [null, [true], "model", { model: bare }],
  extraNoiseRules: [
    null,
    {},
    [null],
    [bare],
    [{ ...rule, name: "" }],
    [{ ...rule, name: "\uD800" }],
    ...[Number.NaN, -1, "3", null].map((maxLength) => [{ ...rule, maxLength }]),
  ],
};

test.each(Object.entries(WRONG_VALUES))("a value that %s cannot have is refused before anything is read", (name, values) => {
  const source: Iterable<Uint8Array> = {
    [Symbol.iterator]: () => expect.unreachable(),
  };
  for (const value of values) {
    const options = { [name]: value } as ParseOptions;
    const isNamed = {
      name: "NewsdumpError",
      code: "invalid-option",
      message: expect.stringMatching(RegExp(`^${name.replace(/s$/, "")}|noise rule`)) as string,
    };
    for (const call of [() => parseDump("", options), () => readDump(source, options), () => articleStream(options)])
      expect(call).toThrow(expect.objectContaining(isNamed));
  }
});

test("options that are none, and callbacks that are none, are refused", () => {
  for (const options of [null, [], 5, "noise", () => {}] as unknown[] as ParseOptions[]) {
    const isTyped = { code: "invalid-option", message: expect.stringMatching(/^options must be an object, not /) as string };
    for (const call of [
      () => parseDump("", options),
      () => readDump([], options),
      () => articleStream(options),
      () => profileDump([], options as object),
    ])
      expect(call).toThrow(expect.objectContaining(isTyped));
  }
  for (const name of ["onRejected", "onReport"])
    expect(() => articleStream({ [name]: "x" })).toThrow(
      expect.objectContaining({ code: "invalid-option", message: `${name} must be a function, not x` }),
    );
});

test("no language at all means that none is detected", () => {
  const dump = " date 2025-11-11 EN\nRain fell on the city all Tuesday, and the river rose.\n";
  const [none] = parseDump(dump, { languages: [] }).articles;
  expect(none!.language).toBe("und");
  expect(none).toEqual(parseDump(dump, { languages: false }).articles[0]);
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

test("each stage alone refuses what it is not made for, before it does anything", () => {
  const wrong = [undefined, null, 5, 10n, true, {}, bare, Symbol("text"), () => {}] as unknown[] as never[];
  const bytes = new Uint8Array(2);
  for (const value of wrong) {
    for (const call of [
      () => canonicalEncoding(value),
      () => decode(value, "utf-8"),
      () => decode(bytes, value),
      () => detectEncoding(value),
      () => findDeclaredEncoding(value),
      () => detectFormat(value),
      () => repairLostEscapes(value),
      () => repairMojibake(value),
      () => stripNoise(value),
      () => stripNoise(["text", value]),
      () => readSpan(value, { byteStart: 0, byteEnd: 0, lineStart: 1, lineEnd: 1 }, "utf-8"),
      () => createEncodingPrior(value),
    ])
      expect(call, String(call)).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-input" }));
  }
  for (const options of [null, 5, "text", []] as unknown[] as never[]) {
    for (const call of [
      () => detectEncoding(bytes, options),
      () => stripNoise(["text"], options),
      () => readSpan(bytes, options, "utf-8"),
      () => defineNoiseRule(options),
      () => defineTextFormat(options),
      () => detectEncoding(bytes, { prior: options }),
    ])
      expect(call, String(call)).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-option" }));
  }
  for (const call of [
    () => detectEncoding(bytes, { declared: 5 as never }),
    () => detectEncoding(bytes, { hint: ["ru"] as never }),
    () => detectEncoding(bytes, { prior: { counts: { "utf-8": "3" } } as never }),
    () => stripNoise(["text"], { noise: "loud" as never }),
    () => stripNoise(["text"], { extraNoiseRules: [bare] as never }),
    () => detectFormat("text", [bare] as never),
    () => detectFormat("text", {} as never),
  ])
    expect(call, String(call)).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-option" }));
});

test("a span is two whole numbers within the bytes", () => {
  const bytes = new Uint8Array(4);
  const wrong = [Symbol("0"), Object.create(null), null, true, "0", [], 0.9, Number.NaN, -1, 5] as never[];
  for (const byteStart of wrong)
    expect(() => readSpan(bytes, { byteStart, byteEnd: 4, lineStart: 1, lineEnd: 1 }, "utf-8")).toThrow(outside);
  for (const byteEnd of wrong) expect(() => readSpan(bytes, { byteStart: 0, byteEnd, lineStart: 1, lineEnd: 1 }, "utf-8")).toThrow(outside);
  expect(() => readSpan(bytes, { byteStart: 3, byteEnd: 2, lineStart: 1, lineEnd: 1 }, "utf-8")).toThrow(outside);
});

test("days of another realm are days", () => {
  const reference = runInNewContext("new Date(Date.UTC(2025, 10, 11))") as Date;
  expect(parseDate("today", { reference })?.date).toBe("2025-11-11");
  expect(parseDate("today", { reference: "2025-11-11T08" })?.date).toBe("2025-11-11");
  expect(() => parseDate("today", { reference: "2025-11-11Tomorrow" })).toThrow(/reference must be a date/);
});

test("bytes of a view that its buffer has left behind are refused", () => {
  // What can be resized is younger than the types of the language that is written here.
  const view = runInNewContext(
    "const b = new ArrayBuffer(10, { maxByteLength: 20 }); const v = new Uint8Array(b, 5, 3); b.resize(4); v",
  ) as Uint8Array;
  for (const call of [() => parseDump(view), () => decode(view, "utf-8"), () => detectEncoding(view)])
    expect(call).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-input" }));
});

test("bytes of another realm are bytes", async () => {
  const text = " date 2025-11-11 EN\nRain fell.\n";
  const bytes = runInNewContext("Uint8Array.from(numbers)", { numbers: [...new TextEncoder().encode(text)] }) as Uint8Array<ArrayBuffer>;
  expect(bytes instanceof Uint8Array).toBe(false);
  const whole = parseDump(bytes);
  expect(whole).toEqual(parseDump(new TextEncoder().encode(text)));
  const profile = readProfile(writeProfile(profileDump(bytes)));
  expect(await profileDump([bytes])).toEqual(profile);
  const results = [];
  for await (const result of readDump([bytes], { profile })) results.push(result);
  expect(results).toEqual(whole.articles.map((article) => ({ kind: "article", article })));
});

test("bytes whose buffer was transferred away are refused, empty ones are not", async () => {
  const gone = new Uint8Array(5);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const isTyped = {
    name: "NewsdumpError",
    code: "invalid-input",
    message: expect.stringContaining("its buffer was transferred") as string,
  };
  for (const call of [() => parseDump(gone), () => profileDump(gone), () => readProfile(gone)])
    expect(call).toThrow(expect.objectContaining(isTyped));
  await expect(profileDump([gone])).rejects.toMatchObject(isTyped);
  await expect(async () => {
    for await (const _ of readDump([gone])) expect.unreachable();
  }).rejects.toMatchObject(isTyped);
  expect(parseDump(new Uint8Array(0)).report.records).toBe(0);
});

test("a span that is not within the bytes is refused", () => {
  const bytes = new TextEncoder().encode("Rain fell.");
  const read = (byteStart: number, byteEnd: number): string => readSpan(bytes, { byteStart, byteEnd, lineStart: 1, lineEnd: 1 }, "utf-8");
  expect([read(0, 4), read(0, bytes.length), read(4, 4)]).toEqual(["Rain", "Rain fell.", ""]);
  for (const [start, end] of [
    [-5, 4],
    [0, 11],
    [4, 3],
    [Number.NaN, 3],
    [0, Number.NaN],
  ] as const)
    expect(() => read(start, end)).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-input" }));
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
