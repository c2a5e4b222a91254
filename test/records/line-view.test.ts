import { describe, expect, test } from "vitest";
import { SINGLE_BYTES, type UnitLayout } from "../../src/lines/scan.ts";
import { createLineView, LINE_HEAD_BYTES } from "../../src/records/line-view.ts";

const LITTLE_PAIRS: UnitLayout = { bytes: 2, littleEndian: true };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const encodeWide = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]));

test("a view shows the line it is pointed at", () => {
  const view = createLineView(SINGLE_BYTES, "utf-8");
  expect(view).toMatchObject({ length: 0, text: "" });
  view.point(encode("one\ntwé!\nend"), 4, 9, 12);
  expect(view).toMatchObject({ number: 12, length: 5, text: "twé!" });
  expect([-1, 0, 1, 4, 5].map((index) => view.byteAt(index))).toEqual([-1, 0x74, 0x77, 0x21, -1]);
});

test("and shows another when it is moved", () => {
  const view = createLineView(SINGLE_BYTES, "utf-8");
  const bytes = encode("one\ntwo");
  view.point(bytes, 0, 3, 1);
  expect(view.text).toBe("one");
  view.point(bytes, 4, 7, 2);
  expect(view).toMatchObject({ number: 2, length: 3, text: "two" });
});

test("bytes that are not UTF-8 are shown as one character each", () => {
  const view = createLineView(SINGLE_BYTES, "utf-8");
  view.point(Uint8Array.of(0x61, 0xe9, 0xff, 0x62), 0, 4, 1);
  expect(view.text).toBe("a\u00e9\u00ffb");
});

test("no more than the head of a long line is shown", () => {
  const view = createLineView(SINGLE_BYTES, "utf-8");
  view.point(new Uint8Array(LINE_HEAD_BYTES + 10).fill(0x61), 2, LINE_HEAD_BYTES + 9, 1);
  expect(view.length).toBe(LINE_HEAD_BYTES);
  expect(view.byteAt(LINE_HEAD_BYTES)).toBe(-1);
  expect(view.text).toBe("a".repeat(LINE_HEAD_BYTES));
});

describe("wide units", () => {
  test("are shown as UTF-8", () => {
    const view = createLineView(LITTLE_PAIRS, "utf-16le");
    view.point(encodeWide("xone\u00e9y"), 2, 10, 5);
    expect(view).toMatchObject({ number: 5, length: 5, text: "one\u00e9" });
    expect([0, 3, 4, 5].map((index) => view.byteAt(index))).toEqual([0x6f, 0xc3, 0xa9, -1]);
  });

  test("have a head of as many units", () => {
    const view = createLineView(LITTLE_PAIRS, "utf-16le");
    const bytes = new Uint8Array(2 * LINE_HEAD_BYTES + 20);
    for (let index = 0; index < bytes.length; index += 2) bytes[index] = 0x61;
    view.point(bytes, 0, bytes.length, 1);
    expect(view.length).toBe(LINE_HEAD_BYTES);
    view.point(bytes, 0, 2 * LINE_HEAD_BYTES - 2, 1);
    expect(view.length).toBe(LINE_HEAD_BYTES - 1);
  });
});

test.each([
  ["bytes", SINGLE_BYTES, "utf-8", encode("one\ntwo")],
  ["pairs", LITTLE_PAIRS, "utf-16le", encodeWide("one\ntwo")],
])("a view of %s that is detached stays the same when they are written over", (_, unit, encoding, bytes) => {
  const view = createLineView(unit, encoding);
  view.point(bytes, 4 * unit.bytes, 7 * unit.bytes, 2);
  view.detach();
  bytes.fill(0x2e);
  expect(view).toMatchObject({ number: 2, length: 3, text: "two" });
  expect([-1, 0, 2, 3].map((index) => view.byteAt(index))).toEqual([-1, 0x74, 0x6f, -1]);
  view.detach();
  expect(view).toMatchObject({ length: 3, text: "two" });
});
