import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

/** What tells a process from every other, as far as the system says. */
export interface ProcessIdentity {
  /** Where process numbers mean the same: the machine, its start and the name space of its processes. */
  readonly realm: string;
  readonly pid: number;
  /** When it began, in the system's own unit; `null` where the system does not say. */
  readonly start: string | null;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  const boot = await orEmpty(readFile("/proc/sys/kernel/random/boot_id", "utf8"));
  const names = await orEmpty(readlink("/proc/self/ns/pid"));
  return { realm: [hostname(), boot.trim(), names].join(" "), pid: process.pid, start: await startOf(process.pid) };
}

/** Whether a process still runs; `null`: it cannot be told from here. */
export async function isRunning({ realm, pid, start }: ProcessIdentity, own: ProcessIdentity): Promise<boolean | null> {
  if (realm !== own.realm) return null;
  if (!exists(pid)) return false;
  // Numbers are given again: only the start tells whether it is the same process.
  return start === null ? null : (await startOf(pid)) === start;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Field of `/proc/PID/stat` behind the name, which may hold blanks and brackets. */
const START_FIELD = 19;

async function startOf(pid: number): Promise<string | null> {
  const stat = await orEmpty(readFile(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[START_FIELD] ?? null;
}

function orEmpty(text: Promise<string>): Promise<string> {
  return text.catch(() => "");
}
