// What others do with the same text. Each side gets the bytes it was made for, of about the same length.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";
import { detect } from "chardet";
import { parse as parseCsv } from "csv-parse/sync";
import { franc } from "franc";
import { parseHTML } from "linkedom";
import PostalMime from "postal-mime";
import { parseDump, type Article } from "../../../src/index.ts";

/** A peer and how much it is given. */
export interface Peer {
  readonly name: string;
  readonly bytes: number;
  run(): Promise<unknown>;
}

/** How many peers there are. */
export const PEER_COUNT = 4;

/** Peers over the articles of a dump; slow ones get the beginning only. */
export function createPeers(path: string, dump: Buffer): Peer[] {
  const { articles } = parseDump(dump, { languages: false, noise: "off" });
  const csv = Buffer.from(articles.map(toCsv).join(""));
  const messages = articles.map(toMessage);
  const pages = takeBytes(articles.map(toPage), SLOW_BYTES);
  const naiveBytes = Math.min(dump.length, 4 * SLOW_BYTES);
  return [
    { name: "naive: readline, chardet, franc", bytes: naiveBytes, run: () => parseNaively(path, naiveBytes) },
    { name: "csv-parse, rows of the same text", bytes: csv.length, run: async () => (parseCsv(csv) as unknown[]).length },
    { name: "postal-mime, messages", bytes: sum(messages), run: () => parseMessages(messages) },
    { name: "Readability + linkedom, pages", bytes: sum(pages), run: async () => parsePages(pages) },
  ];
}

const SLOW_BYTES = 500_000;

function sum(parts: readonly Uint8Array[]): number {
  return parts.reduce((bytes, { length }) => bytes + length, 0);
}

function takeBytes(parts: readonly Buffer[], bytes: number): Buffer[] {
  let taken = 0;
  return parts.filter(({ length }) => {
    if (taken >= bytes) return false;
    taken += length;
    return true;
  });
}

/** What a user would write in an afternoon. */
async function parseNaively(path: string, bytes: number): Promise<number> {
  let count = 0;
  let lines: string[] = [];
  let date = "";
  const finish = (): void => {
    if (lines.length === 0) return;
    const text = lines.join("\n");
    const article = {
      date,
      title: lines[0],
      encoding: detect(Buffer.from(text, "latin1")),
      language: franc(text),
      paragraphs: lines.filter((line) => !/^(?:share|photo:|©|https?:|\d{1,2}:\d{2}$)/i.test(line)),
    };
    if (article.paragraphs.length > 0) count++;
    lines = [];
  };
  const input = createReadStream(path, { encoding: "latin1", end: bytes - 1 });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const match = /^ date (\d{4}-\d{2}-\d{2})\s*(.*)$/.exec(line);
    if (match !== null) {
      finish();
      date = match[1]!;
    } else if (line.trim() !== "") lines.push(line.trim());
  }
  finish();
  return count;
}

function toCsv({ date, title, paragraphs }: Article): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `${date ?? ""},${quote(title ?? "")},${quote(paragraphs.join("\n"))}\n`;
}

function toMessage({ date, title, paragraphs }: Article): Buffer {
  return Buffer.from(
    `From: a@example.org\r\nTo: b@example.org\r\nDate: ${date ?? ""}\r\nSubject: ${(title ?? "").slice(0, 60).replace(/[^ -~]/g, "?")}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${paragraphs.join("\r\n\r\n")}\r\n`,
  );
}

async function parseMessages(messages: readonly Buffer[]): Promise<number> {
  let length = 0;
  for (const message of messages) length += (await PostalMime.parse(message)).text?.length ?? 0;
  return length;
}

function toPage({ title, paragraphs }: Article): Buffer {
  const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join("\n");
  return Buffer.from(
    `<!doctype html><html><head><title>${escape(title ?? "")}</title></head><body><nav><a href="/">Home</a></nav><article>${body}</article></body></html>`,
  );
}

function parsePages(pages: readonly Buffer[]): number {
  let length = 0;
  for (const page of pages) {
    const { document } = parseHTML(page.toString("utf8"));
    length += new Readability(document).parse()?.textContent?.length ?? 0;
  }
  return length;
}
