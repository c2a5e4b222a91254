import { spawnSync } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { claimOutput } from "../../src/cli/claim.ts";
import { isRunning, ownIdentity } from "../../src/cli/process-identity.ts";
import { createFolder } from "../node/temporary-folder.ts";

const NAME = ".out.newsdump-lock";
const SHORT = { beatMs: 40, watchMs: 400 };

async function createOutput(claim?: string): Promise<{ output: string; folder: string }> {
  const folder = await createFolder(claim === undefined ? {} : { [NAME]: claim });
  return { folder, output: join(folder, "out") };
}

/** The claim of a process that has ended. */
async function leftClaim(token = "0123456789abcdef"): Promise<string> {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  return JSON.stringify({ ...(await ownIdentity()), pid, start: "1", token });
}

describe("an output that is claimed", () => {
  test("is refused until it is released", async () => {
    const { folder, output } = await createOutput();
    const claim = await claimOutput(output);
    await claim.check();
    await expect(claimOutput(output)).rejects.toThrow(
      new RegExp(`^cannot write ${output}: another run \\(process ${process.pid} on .+\\) is writing it`),
    );
    await claim.check();
    await claim.release();
    expect(await readdir(folder)).toEqual([]);
    await (await claimOutput(output)).release();
  });

  test("by a run that is gone is taken over", async () => {
    const { folder, output } = await createOutput(await leftClaim());
    const claim = await claimOutput(output);
    expect(JSON.parse(await readFile(join(folder, NAME), "utf8"))).toMatchObject({ pid: process.pid });
    expect(await readdir(folder)).toEqual([NAME]);
    await claim.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test("by a run that was killed while it took over is taken over", async () => {
    const { folder, output } = await createOutput(await leftClaim());
    await writeFile(join(folder, `${NAME}.0123456789abcdef`), await leftClaim("fedcba9876543210"));
    await (await claimOutput(output)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  test("is taken over by one of many", async () => {
    for (let round = 0; round < 20; round++) {
      const { folder, output } = await createOutput(await leftClaim());
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => claimOutput(output, SHORT)));
      const claims = outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value);
      expect(claims).toHaveLength(1);
      await claims[0]!.check();
      await claims[0]!.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test("where the process cannot be seen is taken over when nothing is heard of it", async () => {
    for (const claim of ["", "{}", JSON.stringify({ token: "0123456789abcdef", realm: "elsewhere", pid: 1, start: null })]) {
      const { folder, output } = await createOutput(claim);
      await (await claimOutput(output, SHORT)).release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test("where the process cannot be seen is refused when it shows life", async () => {
    const elsewhere = JSON.stringify({ token: "0123456789abcdef", realm: "elsewhere", pid: 1, start: null });
    const { folder, output } = await createOutput(elsewhere);
    const beat = setInterval(() => void utimes(join(folder, NAME), new Date(), new Date()), 50);
    await expect(claimOutput(output, SHORT)).rejects.toThrow("another run (process 1 on elsewhere) is writing it");
    clearInterval(beat);
  });

  test("shows that its run goes on", async () => {
    const { folder, output } = await createOutput();
    const claim = await claimOutput(output, SHORT);
    await utimes(join(folder, NAME), 0, 0);
    await expect(claimOutput(output, SHORT)).rejects.toThrow("is writing it");
    await claim.release();
  });

  test("and taken over after all is left to its new holder", async () => {
    const { folder, output } = await createOutput();
    const claim = await claimOutput(output);
    const other = await leftClaim();
    await writeFile(join(folder, NAME), other);
    await expect(claim.check()).rejects.toThrow("another run has taken it over");
    await claim.release();
    expect(await readFile(join(folder, NAME), "utf8")).toBe(other);
  });
});

test("a process is known by more than its number", async () => {
  const own = await ownIdentity();
  expect(await isRunning(own, own)).toBe(own.start === null ? null : true);
  expect(await isRunning({ ...own, realm: "elsewhere" }, own)).toBeNull();
  if (own.start !== null) expect(await isRunning({ ...own, start: "1" }, own)).toBe(false);
});
