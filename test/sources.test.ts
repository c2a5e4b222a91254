import { expect, test } from "vitest";
import { parseDump, readDump, type ByteSource } from "../src/index.ts";

const bytes = new TextEncoder().encode(" date 2025-11-11 EN\nRain fell.\n date 2025-11-12 EN\nIt stopped.\n");
const half = [bytes.slice(0, 20), bytes.slice(20)];

async function* generate(): AsyncGenerator<Uint8Array> {
  yield* half;
}

test.each<[string, () => ByteSource]>([
  ["array", () => half],
  ["async generator", generate],
  ["Blob", () => new Blob([bytes])],
  ["Response", () => new Response(bytes)],
  ["ReadableStream", () => new Blob([bytes]).stream()],
  [
    "ReadableStream that cannot be iterated",
    () => Object.assign(new Blob([bytes]).stream(), { [Symbol.asyncIterator]: undefined }) as ReadableStream<Uint8Array>,
  ],
])("%s", async (_, source) => {
  const reader = readDump(source());
  const articles = [];
  for await (const result of reader) if (result.kind === "article") articles.push(result.article);
  expect(articles).toEqual(parseDump(bytes).articles);
  expect(reader.report.articles).toBe(2);
});

test("an empty response has no records", async () => {
  const reader = readDump(new Response(null));
  for await (const _ of reader) expect.unreachable();
  expect(reader.report.records).toBe(0);
});

test("a stream that is left early is cancelled, and its errors come through", async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes),
    cancel: () => void (isCancelled = true),
  });
  for await (const _ of readDump(endless)) break;
  expect(isCancelled).toBe(true);

  const failing = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("the disk is gone")) });
  await expect(async () => {
    for await (const _ of readDump(failing)) expect.unreachable();
  }).rejects.toThrow("the disk is gone");
});

test("results come while the source is still open", async () => {
  let pulled = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    const filler = new TextEncoder().encode(` date 2025-11-11 EN\n${"Rain fell. ".repeat(8000)}\n`);
    for (;;) {
      pulled++;
      yield filler;
    }
  }
  for await (const result of readDump(endless())) {
    expect(result.kind).toBe("article");
    break;
  }
  expect(pulled).toBeLessThan(5);
});
