import { readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder } from "../node/temporary-folder.ts";
import { readRows, run } from "./command.ts";

const PAGES = 40;

const FURNITURE = "All stories of the day are found here";

/** A number in letters, since numbers count as one. */
const inLetters = (number: number): string =>
  number.toString(20).replaceAll(/./g, (digit) => "bcdfghjklmnpqrstvwxz"[Number.parseInt(digit, 20)]!);

/** Pages whose furniture only its recurrence gives away. */
function pagesOf(count: number): string {
  const sentence = (place: string, page: number): string =>
    `${place} ${inLetters(page)} the river rose and fell ${"and rose again and fell again ".repeat(8)}${inLetters(page)}.`;
  return Array.from({ length: count }, (_, page) => {
    const body = ["Early", "Then", "Later"].map((place) => sentence(place, page)).join("\n\n");
    return ` date 2025-11-11 EN\n${body}\n\n${FURNITURE}\n\n${sentence("The", page + 500)}\n`;
  }).join("");
}

async function createDump(): Promise<{ folder: string; dump: string; profile: string }> {
  const folder = await createFolder({ "in/dump.txt": pagesOf(PAGES) });
  return { folder, dump: join(folder, "in/dump.txt"), profile: join(folder, "dump.profile") };
}

function repeatedOf(stdout: string): number {
  const rows = readRows(stdout) as unknown as { removed: { rule: string; text: string }[] }[];
  return rows.filter(({ removed }) => removed.some(({ text }) => text === FURNITURE)).length;
}

describe("a profile", () => {
  test("gives a pipe and shards the rows of a file", { timeout: 120_000 }, async () => {
    const { folder, dump, profile } = await createDump();
    const whole = await run(["parse", dump, "-q", "--no-language"]);
    expect(repeatedOf(whole.stdout)).toBe(PAGES);
    expect(await run(["profile", dump, "-o", profile])).toEqual({ exitCode: 0, stdout: "", stderr: "" });

    const bytes = await readFile(dump);
    const withoutIt = await run(["parse", "-", "-q", "--no-language"], { stdin: bytes });
    expect(repeatedOf(withoutIt.stdout)).toBe(0);
    const piped = await run(["parse", "-", "-q", "--no-language", "--profile", profile], { stdin: bytes });
    expect(repeatedOf(piped.stdout)).toBe(PAGES);

    const { stdout: lines } = await run(["shards", join(folder, "in"), "--size", "10KB", "--no-language"]);
    const shards = lines.trimEnd().split("\n");
    expect(shards.length).toBeGreaterThan(3);
    const parts: string[] = [];
    for (const [index, line] of shards.entries()) {
      parts.push(join(folder, `${index}.profile`));
      expect((await run(["profile", "--shard", line, "-o", parts[index]!])).exitCode).toBe(0);
    }
    const merged = join(folder, "merged.profile");
    expect((await run(["profile", "--merge", ...parts, "-o", merged])).exitCode).toBe(0);
    let apart = "";
    for (const line of shards) apart += (await run(["parse", "--shard", line, "-q", "--profile", merged])).stdout;
    expect(apart).toBe(whole.stdout);
  });

  test("is taken by a run that can go on", async () => {
    const { folder, dump, profile } = await createDump();
    await run(["profile", dump, "-o", profile]);
    const output = join(folder, "out.ndjson");
    const first = await run(["parse", dump, "-q", "--no-language", "--profile", profile, "--resume", "-o", output]);
    expect(first.exitCode).toBe(0);
    expect(repeatedOf(await readFile(output, "utf8"))).toBe(PAGES);
  });

  test("that is none is refused by name", async () => {
    const { dump } = await createDump();
    const none = await run(["parse", dump, "--profile", dump]);
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toContain(`${dump} is no profile`);
    const missing = await run(["parse", dump, "--profile", `${dump}.none`]);
    expect(missing.exitCode).toBe(2);
    expect((await run(["profile", "-"])).exitCode).toBe(1);
    expect((await run(["profile"])).exitCode).toBe(1);
    expect((await run(["profile", "--shard", "{}", dump])).stderr).toContain("--shard takes the place of inputs");
  });

  test("larger than any is refused once that is seen", async () => {
    const { folder, dump, profile } = await createDump();
    await run(["profile", dump, "-o", profile]);
    const huge = join(await createFolder({ huge: "" }), "huge");
    await truncate(huge, 3 * 1024 ** 3);
    await truncate(profile, 64 * 1024 ** 2 + 1);
    for (const path of [huge, profile, "/dev/zero"]) {
      for (const argv of [
        ["parse", dump, "--profile", path, "-q"],
        ["profile", "--merge", path, "-o", join(folder, "merged.profile")],
      ]) {
        const { exitCode, stderr, stdout } = await run(argv);
        expect([exitCode, stdout]).toEqual([1, ""]);
        expect(stderr).toBe(`newsdump ${argv[0]}: ${path} is no profile that newsdump profile has written\n`);
      }
    }
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(1024 ** 3);
  });
});
