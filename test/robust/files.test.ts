import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { parseDump, type Article, type Rejected } from "../../src/index.ts";
import { openDump } from "../../src/node/index.ts";
import { readRows, run } from "../cli/command.ts";
import { join } from "../fuzz/mutate.ts";
import { frame } from "./frame.ts";
import { countFaults, countInputs } from "./tally.ts";

const dump = join(frame("One"), frame("Two", "03"), frame("Three", "04"));
const whole = parseDump(dump).articles;
const folder = mkdtempSync(joinPath(tmpdir(), "newsdump-robust-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Read {
  articles: Article[];
  rejected: Rejected[];
  error: { code?: string } | null;
}

async function read(path: string): Promise<Read> {
  const found: Read = { articles: [], rejected: [], error: null };
  try {
    for await (const result of openDump(path)) {
      if (result.kind === "article") found.articles.push(result.article);
      else found.rejected.push(result.rejected);
    }
  } catch (error) {
    found.error = error as { code?: string }; // what openDump throws carries a code
  }
  return found;
}

/** Articles without the name of their file, which the whole has not. */
function withoutSource(articles: readonly Article[]): unknown[] {
  return articles.map((article) => ({ ...article, provenance: { ...article.provenance, source: null } }));
}

/** Every article that came out is one of the dump's, the last perhaps cut short. */
function expectBeginning(articles: readonly Article[]): void {
  const complete = articles.slice(0, -1);
  expect(withoutSource(complete)).toEqual(whole.slice(0, complete.length));
}

const isUnreadable = ({ rejected, error }: Read): boolean =>
  error?.code === "unreadable-input" || rejected.some(({ reason }) => reason === "unreadable-source");

describe("gzip", () => {
  test("cut at any byte: what inflates is kept, and the cut is reported", async () => {
    const packed = gzipSync(dump);
    const path = joinPath(folder, "cut.gz");
    for (let length = 3; length < packed.length; length++) {
      writeFileSync(path, packed.subarray(0, length));
      const found = await read(path);
      expect(isUnreadable(found), `cut at ${length}`).toBe(true);
      expectBeginning(found.articles);
      countFaults("gzip cut");
    }
  });

  test("damaged at any byte: reported, unless the byte means nothing", async () => {
    const packed = gzipSync(dump);
    const path = joinPath(folder, "damaged.gz");
    let harmless = 0;
    for (let at = 3; at < packed.length; at++) {
      const damaged = Uint8Array.from(packed);
      damaged[at] = damaged[at]! ^ 0x55;
      writeFileSync(path, damaged);
      const found = await read(path);
      if (!isUnreadable(found)) {
        harmless++;
        expect(withoutSource(found.articles)).toEqual(whole);
      }
      countFaults("gzip damaged");
    }
    // Time, flags of the compressor and the operating system.
    expect(harmless).toBeLessThanOrEqual(7);
  });

  test("with anything behind it: the gzip part is kept, the rest is reported", async () => {
    for (const tail of ["x", "PK", "\u001F", "\u001F\u008B", "date 2025-01-01"]) {
      const path = joinPath(folder, "tail.gz");
      writeFileSync(path, Buffer.concat([gzipSync(dump), Buffer.from(tail, "latin1")]));
      const found = await read(path);
      expect(isUnreadable(found), JSON.stringify(tail)).toBe(true);
      expect(withoutSource(found.articles)).toEqual(whole);
      countFaults("gzip with a tail");
    }
  });
});

describe("paths", () => {
  test("what cannot be read is an error with a reason, and costs no other input", async () => {
    const good = joinPath(folder, "good.txt");
    writeFileSync(good, dump);
    symlinkSync("loop-b", joinPath(folder, "loop-a"));
    symlinkSync("loop-a", joinPath(folder, "loop-b"));
    symlinkSync("nowhere", joinPath(folder, "dangling"));
    const bad = ["loop-a", "dangling", "missing", "good.txt/below", "n".repeat(300)].map((name) => joinPath(folder, name));
    for (const path of bad) {
      expect((await read(path)).error?.code).toBe("unreadable-input");
      const { exitCode, stdout, stderr } = await run(["parse", path, good, "-q"]);
      expect(exitCode).toBe(2);
      expect(readRows(stdout)).toHaveLength(whole.length);
      expect(stderr).toMatch(/cannot read .*: .+/);
      countFaults("paths that cannot be read", 2);
    }
  });

  test("a folder with loops, pipes and links in it is read to its end", async () => {
    const inner = joinPath(folder, "inner");
    mkdirSync(joinPath(inner, "a", "b"), { recursive: true });
    writeFileSync(joinPath(inner, "a", "b", "one.txt"), "x");
    writeFileSync(joinPath(inner, "two.txt"), dump);
    symlinkSync("..", joinPath(inner, "a", "up"));
    symlinkSync(".", joinPath(inner, "self"));
    execFileSync("mkfifo", [joinPath(inner, "pipe")]);
    const reader = openDump(inner);
    let count = 0;
    for await (const result of reader) count += result.kind === "article" ? 1 : 0;
    expect(count).toBeGreaterThanOrEqual(whole.length);
    expect(reader.files.skipped).toBe(3);
    countFaults("links, pipes and devices", 3);
  });

  test("a pipe or a device that is named is read as what it gives", async () => {
    const pipe = joinPath(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const writing = new Promise<void>((resolve) => {
      setTimeout(() => {
        writeFileSync(pipe, dump);
        resolve();
      }, 50);
    });
    const found = await read(pipe);
    await writing;
    expect(withoutSource(found.articles)).toEqual(whole);
    expect((await read("/dev/null")).articles).toEqual([]);
    countFaults("links, pipes and devices", 2);
  });
});

describe("a named pipe", () => {
  test("is read to its end, however late its writer comes and in how many pieces it writes", async () => {
    const pipe = joinPath(folder, "slow");
    execFileSync("mkfifo", [pipe]);
    const reading = read(pipe);
    await new Promise((done) => setTimeout(done, 300));
    const writer = await openFile(pipe, "w");
    for (let at = 0; at < dump.length; at += Math.ceil(dump.length / 5)) {
      await writer.write(dump.subarray(at, at + Math.ceil(dump.length / 5)));
      await new Promise((done) => setTimeout(done, 30));
    }
    await writer.close();
    expect(withoutSource((await reading).articles)).toEqual(whole);
    countFaults("links, pipes and devices");
  });

  test("whose writer goes without a word holds nothing", async () => {
    const pipe = joinPath(folder, "empty");
    execFileSync("mkfifo", [pipe]);
    const reading = read(pipe);
    await (await openFile(pipe, "w")).close();
    expect((await reading).articles).toEqual([]);
    countFaults("links, pipes and devices");
  });
});

describe("standard input", () => {
  test("that fails at any read: the rows before it are written, the exit code is 2, the message names the reason", async () => {
    const chunks = Array.from({ length: 40 }, (_, index) => frame(`Line ${index}`));
    for (let failAt = 1; failAt <= chunks.length; failAt++) {
      async function* stdin(): AsyncGenerator<Uint8Array> {
        for (const [index, chunk] of chunks.entries()) {
          if (index === failAt) break;
          yield chunk;
        }
        throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
      }
      const { exitCode, stdout, stderr } = await runWith(["parse", "-", "-q"], stdin(), createSink());
      expect(exitCode).toBe(2);
      expect(stderr).toContain("input/output error");
      expect(readRows(stdout)).toHaveLength(Math.min(failAt, chunks.length));
      countFaults("standard input that fails");
    }
  });
});

describe("standard output", () => {
  const rows = Array.from({ length: 400 }, (_, index) => frame(`Line ${index}`));
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (const row of rows) {
      yield row;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test("that fails at any write ends the run with a message and code 1; a closed pipe ends it quietly with 0", async () => {
    for (const code of ["ENOSPC", "EIO", "EFBIG", "EPIPE"]) {
      for (let failAt = 1; failAt <= 8; failAt++) {
        const sink = createSink({ failAt, code });
        const { exitCode, stdout, stderr } = await runWith(["parse", "-", "-q"], stdin(), sink);
        expect(exitCode, `${code} at ${failAt}: ${stderr}`).toBe(code === "EPIPE" ? 0 : 1);
        if (code === "EPIPE") expect(stderr).toBe("");
        else expect(stderr).toMatch(/cannot write standard output: .+/);
        // What was written is whole rows: a prefix of what a good run writes.
        expect(stdout === "" || stdout.endsWith("\n")).toBe(true);
        expect(readRows(stdout).every((row, index) => (row["provenance"] as { index: number }).index === index)).toBe(true); // as in the schema
        countFaults("standard output that fails");
      }
    }
  });

  test("a device that is full is reported, for every output", async () => {
    const path = joinPath(folder, "input.txt");
    writeFileSync(path, join(dump, new TextEncoder().encode(" date 2025-01-09\n")));
    for (const option of ["-o", "--rejects", "--report"]) {
      const { exitCode, stderr } = await run(["parse", path, option, "/dev/full", "-q"]);
      expect(exitCode, option).toBe(1);
      expect(stderr).toContain("cannot write /dev/full: no space left");
      countFaults("outputs that are full");
    }
  });
});

describe("files that change while they are read", () => {
  /** Longer than one read, so that there is a middle. */
  const LONG = join(...Array.from({ length: 4000 }, (_, index) => frame(`Line ${index}`)));

  async function readWhile(path: string, change: () => void): Promise<Read> {
    const found: Read = { articles: [], rejected: [], error: null };
    let isChanged = false;
    for await (const result of openDump(path)) {
      if (result.kind === "article") found.articles.push(result.article);
      else found.rejected.push(result.rejected);
      if (isChanged) continue;
      isChanged = true;
      change();
    }
    return found;
  }

  test("a file that grows gives what it held and what came to it", async () => {
    const path = joinPath(folder, "grows.txt");
    writeFileSync(path, LONG);
    const { articles } = await readWhile(path, () => appendFileSync(path, frame("Added")));
    expect(articles.length).toBeGreaterThanOrEqual(4000);
    expect(new Set(articles.map(({ provenance }) => provenance.index)).size).toBe(articles.length);
    countFaults("files that change");
  });

  test("a file that shrinks is reported, and what was read is kept", async () => {
    const path = joinPath(folder, "shrinks.txt");
    for (const left of [0, 1, 1000, 600_000]) {
      writeFileSync(path, LONG);
      const found = await readWhile(path, () => truncateSync(path, left));
      expect(found.articles.length).toBeGreaterThan(0);
      expect(found.articles.length).toBeLessThan(4000);
      expect(isUnreadable(found), `cut to ${left}`).toBe(true);
      countFaults("files that change");
    }
  });

  test("an empty file is no error", async () => {
    const path = joinPath(folder, "empty.txt");
    writeFileSync(path, "");
    const found = await read(path);
    expect([found.articles, found.rejected, found.error]).toEqual([[], [], null]);
    countInputs("empty files");
  });
});

interface Sink extends Writable {
  text(): string;
}

/** A stream that keeps what is written, and fails at its n-th write. */
function createSink({ failAt = -1, code = "" } = {}): Sink {
  const parts: string[] = [];
  let writes = 0;
  const sink = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      writes++;
      if (writes === failAt) {
        done(Object.assign(new Error(`${code}: write`), { code }));
        return;
      }
      parts.push(chunk);
      done();
    },
  });
  return Object.assign(sink, { text: () => parts.join("") });
}

async function runWith(
  argv: readonly string[],
  stdin: AsyncGenerator<Uint8Array>,
  stdout: Sink,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const stderr = createSink();
  const exitCode = await runCommand(argv, { stdin, stdout, stderr, env: {}, cwd: () => process.cwd() });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}
