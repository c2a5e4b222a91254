import { randomBytes } from "node:crypto";
import { open, rename, rm, utimes } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { nullIfMissing } from "../node/missing.ts";
import { CommandError, EXIT } from "./io.ts";
import { isRunning, ownIdentity, type ProcessIdentity } from "./process-identity.ts";
import { cannotWrite } from "./row-writer.ts";
import { addTemporaryFile, forgetTemporaryFile, pathBeside } from "./temporary-files.ts";

/** The right to write an output, which one run has at a time. */
export interface Claim {
  /** @throws {@link CommandError} when another run has taken the output over, since this one was held up for long */
  check(): Promise<void>;
  /** @throws {@link CommandError} when it cannot be removed; the next run takes it over */
  release(): Promise<void>;
}

/** How often a claim shows that its run goes on, and how long others wait for that who cannot see the run itself. */
interface ClaimTimes {
  readonly beatMs: number;
  readonly watchMs: number;
}

const TIMES: ClaimTimes = { beatMs: 2000, watchMs: 10_000 };

/** What a claim's file holds. */
interface Holder extends ProcessIdentity {
  /** No other claim ever has the same. */
  readonly token: string;
}

/** A claim of another run as it is found. */
interface Found {
  /** `null` when the file is not whole: it is being written, or its writer was killed. */
  readonly holder: Holder | null;
  /** Names this claim and no later one. */
  readonly token: string;
  readonly modified: bigint;
}

/**
 * Claims an output for the time of a run.
 *
 * @param output - its path, resolved
 * @throws {@link CommandError} when another run has it
 */
export async function claimOutput(output: string, times = TIMES): Promise<Claim> {
  const path = pathBeside(output, "lock");
  const own: Holder = { ...(await ownIdentity()), token: randomBytes(8).toString("hex") };
  const seeker: Seeker = { output, own, times };
  const isOwn = async (): Promise<boolean> => (await read(path))?.token === own.token;
  const fail = (error: unknown): never => {
    throw cannotWrite(output, error);
  };
  await take(path, seeker).catch(fail);
  addTemporaryFile(path);
  const beat = setInterval(() => void showLife(path, isOwn), times.beatMs);
  beat.unref();
  return {
    async check() {
      if (!(await isOwn().catch(fail))) throw new CommandError(EXIT.usage, `cannot write ${output}: another run has taken it over`, false);
    },
    async release() {
      clearInterval(beat);
      forgetTemporaryFile(path);
      if (await isOwn().catch(fail)) await rm(path, { force: true }).catch(fail);
    },
  };
}

interface Seeker {
  readonly output: string;
  readonly own: Holder;
  readonly times: ClaimTimes;
}

/**
 * Creates the claim, or takes over one whose run is gone. Who wants to do that first claims the right to, under a
 * name that only this left claim gives: so that a second one cannot remove what the first has put in its place.
 */
async function take(path: string, seeker: Seeker): Promise<void> {
  while (!(await create(path, seeker.own))) {
    const found = await read(path);
    if (found === null) continue;
    if (await isHeld(path, found, seeker)) throw busy(path, found, seeker);
    const right = `${path}.${found.token}`;
    await take(right, seeker);
    if ((await read(path))?.token === found.token) {
      await rename(right, path);
      return;
    }
    await rm(right, { force: true });
  }
}

/** Resolves to `false` when there is one. */
async function create(path: string, own: Holder): Promise<boolean> {
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return null;
    throw error;
  });
  if (file === null) return false;
  try {
    await file.writeFile(JSON.stringify(own));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return (await read(path))?.token === own.token; // held up for long between the two, it may be another's by now
}

async function read(path: string): Promise<Found | null> {
  const file = await open(path).catch(nullIfMissing);
  if (file === null) return null;
  try {
    const { mtimeNs, ino } = await file.stat({ bigint: true });
    const holder = readHolder(await file.readFile("utf8"));
    return { holder, token: holder?.token ?? `${ino}-${mtimeNs}`, modified: mtimeNs };
  } finally {
    await file.close();
  }
}

const TOKEN = /^[0-9a-f]{16}$/;

function readHolder(text: string): Holder | null {
  let value: Partial<Holder> | null;
  try {
    value = JSON.parse(text) as Partial<Holder> | null; // checked below
  } catch {
    return null;
  }
  const { token, realm, pid, start } = value ?? {};
  const isWhole =
    typeof token === "string" &&
    TOKEN.test(token) &&
    typeof realm === "string" &&
    Number.isSafeInteger(pid) &&
    pid! > 0 &&
    start !== undefined;
  return isWhole ? (value as Holder) : null;
}

async function isHeld(path: string, found: Found, { own, times }: Seeker): Promise<boolean> {
  const answer = found.holder === null ? null : await isRunning(found.holder, own);
  return answer ?? (await showsLife(path, found, times));
}

/** Clocks of two machines may differ: a claim lives when it changes while it is looked at. */
async function showsLife(path: string, found: Found, { beatMs, watchMs }: ClaimTimes): Promise<boolean> {
  for (let waited = 0; waited < watchMs; waited += beatMs / 4) {
    await sleep(beatMs / 4);
    const now = await read(path);
    if (now?.token !== found.token || now.modified !== found.modified) return now !== null;
  }
  return false;
}

async function showLife(path: string, isOwn: () => Promise<boolean>): Promise<void> {
  const now = new Date();
  if (await isOwn().catch(() => false)) await utimes(path, now, now).catch(() => {}); // the next beat may do it
}

function busy(path: string, { holder }: Found, { output }: Seeker): CommandError {
  const who = holder === null ? "another run" : `another run (process ${holder.pid} on ${holder.realm.split(" ")[0]})`;
  return new CommandError(EXIT.usage, `cannot write ${output}: ${who} is writing it, which ${path} says`, false);
}
