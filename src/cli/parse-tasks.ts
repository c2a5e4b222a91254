import { profilePaths } from "../node/profile-files.ts";
import { availableParallelism } from "node:os";
import { rm, stat } from "node:fs/promises";
import { addFiles } from "../node/merge-files.ts";
import { mergeReport } from "../node/merge-report.ts";
import { nullIfMissing } from "../node/missing.ts";
import { normalPath, type FoundFiles } from "../node/find-files.ts";
import { findInputs, type FileCounts } from "../node/open-inputs.ts";
import { runTasks, type TaskEvent } from "../node/run-tasks.ts";
import { escapeJson } from "../node/row.ts";
import type { Rows } from "../node/run-task.ts";
import { planShardTasks, type Shard } from "../node/shards.ts";
import { planTasks, RUN_START, type Place } from "../node/tasks.ts";
import { isNoiseProfile, writeProfile } from "../noise/profile.ts";
import { checkOptions, type ParseOptions } from "../options.ts";
import { createReportBuilder, type Report } from "../report.ts";
import { readWholeNumber, type CommandArguments } from "./arguments.ts";
import { claimOutput, type Claim } from "./claim.ts";
import { describePlace, hashBytes, hashFile, openCheckpoints, type Checkpoints, type Progress } from "./checkpoint.ts";
import { Interruption, takeInterruptions } from "./interrupt.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo } from "./io.ts";
import { checkInputs, listOutputs, openOutputs, showsProgress } from "./outputs.ts";
import { startProgress } from "./progress.ts";
import { openResumable, partPathOf, resolveOutput, type ResumableFile } from "./resumable-writer.ts";
import { cannotWrite, closeInterrupted, ROWS_LOST } from "./row-writer.ts";
import { readShards } from "./read-shards.ts";
import { readSettings, refuseCode, type Settings, settingsOfShards } from "./settings.ts";
import { createTeller, type Teller } from "./teller.ts";
import type { Outcome } from "./tell-result.ts";

/** Parses in parts: with several threads, shards, or so that an interrupted run can go on. */
export async function parseInTasks(args: CommandArguments, io: CommandIo): Promise<Outcome> {
  const outputNames = listOutputs(args, io);
  const shards = args.has("shard") ? await readShards(args.value("shard")!, io) : null;
  const settings = shards === null ? await readSettings(args, io) : await settingsOfShards(args, optionsOf(shards));
  const workers = countJobs(args.value("jobs"));
  if (workers > 0) refuseCode(settings, "--jobs");
  checkOptions(settings.options);
  const found = shards === null ? await findInputs(args.positionals, null) : findShardInputs(shards);
  checkInputs(
    found.files.filter(({ problem }) => problem === null).map(({ path }) => path),
    outputNames,
    io,
  );
  const teller = createTeller(args, io);
  teller.tellConfig(settings.config);
  const job: Job = { args, io, settings, shards, found, workers, teller };
  return args.has("resume") ? parseResumably(job) : parseAtOnce(job);
}

interface Job {
  readonly args: CommandArguments;
  readonly io: CommandIo;
  readonly settings: Settings;
  readonly shards: readonly Shard[] | null;
  readonly found: FoundFiles;
  readonly workers: number;
  readonly teller: Teller;
}

/** One job is done in the command's own thread. */
function countJobs(value: string | null): number {
  const jobs = value === null ? 1 : value === "auto" ? availableParallelism() : readWholeNumber("jobs", value);
  if (jobs < 1 || jobs > 1024) throw new CommandError(EXIT.usage, `--jobs must be auto or a number from 1 to 1024, not ${value}`);
  return jobs === 1 ? 0 : jobs;
}

function optionsOf(shards: readonly Shard[]): ParseOptions {
  const options = shards[0]?.options ?? {};
  if (shards.some((shard) => JSON.stringify(shard.options) !== JSON.stringify(options))) {
    throw new CommandError(EXIT.usage, "shards that were made with different options cannot be parsed in one run");
  }
  return options;
}

function findShardInputs(shards: readonly Shard[]): FoundFiles {
  const paths = new Set(shards.flatMap((shard) => (shard.kind === "files" ? shard.paths : [shard.path])));
  return { files: [...paths].map((path) => ({ path, problem: null })), skipped: 0 };
}

/** Counts of a run, added up part by part. */
interface Sums {
  readonly report: Report;
  readonly files: FileCounts;
  readonly reasons: Record<string, number>;
  readonly unreadable: string[];
}

function createSums({ files, skipped }: FoundFiles, earlier: Progress | null): Sums {
  const sums: Sums = {
    report: createReportBuilder().report,
    files: { found: files.length, read: 0, unreadable: 0, skipped, bytes: 0 },
    reasons: {},
    unreadable: [],
  };
  if (earlier !== null) addPart(sums, earlier);
  return sums;
}

const MOST_MESSAGES = 10;

function addPart(sums: Sums, part: Pick<Progress, "report" | "files" | "reasons" | "unreadable">): void {
  mergeReport(sums.report, part.report);
  addFiles(sums.files, part.files);
  for (const [reason, count] of Object.entries(part.reasons)) sums.reasons[reason] = (sums.reasons[reason] ?? 0) + count;
  sums.unreadable.push(...part.unreadable.slice(0, MOST_MESSAGES - sums.unreadable.length));
}

/** What receives a run's rows, and hears of each part that is done. */
interface Sink {
  takeRows(rows: Rows): Promise<void>;
  takeDone(next: Place): Promise<void>;
}

async function pump(job: Job, sums: Sums, from: Place, sink: Sink, signal: AbortSignal): Promise<void> {
  const { args, io, settings, shards, found } = job;
  const { options } = settings;
  const checked = checkOptions(options);
  const readable = found.files.filter(({ problem }) => problem === null).map(({ path }) => path);
  const profile = checked.profile === "auto" && shards === null ? await profilePaths(readable, checked.limits, signal) : checked.profile;
  const task = {
    options: { ...options, profile },
    onlyPath: args.positionals.length === 1 ? normalPath(args.positionals[0]!) : null,
    rows: "articles",
    keepsRemoved: settings.keepsRemoved,
  } as const;
  const tasks = shards === null ? planTasks(found.files, checked, from) : planShardTasks(shards, checked);
  const stopProgress = await showParts(args, io, sums, found);
  const inOrder = createOrderedSums(sums);
  try {
    for await (const event of runTasks(tasks, { workers: job.workers, isOrdered: !args.has("unordered"), task, signal })) {
      if (event.kind === "rows") {
        job.teller.tellRejectedRows(event.rows.rejected);
        await sink.takeRows(event.rows);
      } else {
        inOrder.add(event);
        await sink.takeDone(event.next);
      }
    }
  } finally {
    stopProgress();
  }
  inOrder.finish();
}

type DoneEvent = Extract<TaskEvent, { kind: "done" }>;

/** The report's names stand in the order of the input, whatever comes first. */
function createOrderedSums(sums: Sums): { add(event: DoneEvent): void; finish(): void } {
  const early = new Map<number, DoneEvent>();
  let next = 0;
  const drain = (): void => {
    for (let event = early.get(next); event !== undefined; event = early.get(next)) {
      early.delete(next++);
      addPart(sums, event.result);
    }
  };
  return {
    add(event) {
      early.set(event.number, event);
      drain();
    },
    finish: drain,
  };
}

async function showParts(args: CommandArguments, io: CommandIo, { report, files }: Sums, found: FoundFiles): Promise<() => void> {
  if (!showsProgress(args, io)) return () => {};
  let totalBytes = 0;
  for (const { path } of found.files)
    totalBytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  return startProgress(io.stderr, () => ({ report, files, totalBytes }));
}

async function parseAtOnce(job: Job): Promise<Outcome> {
  const start = performance.now();
  const sums = createSums(job.found, null);
  const signal = takeInterruptions();
  const outputs = await openOutputs(job.args, job.io, signal);
  const sink: Sink = {
    async takeRows({ main, rejected }) {
      await outputs.articles.writeRows(main);
      await outputs.rejects?.writeRows(rejected);
    },
    takeDone: async () => {},
  };
  try {
    await pump(job, sums, RUN_START, sink, signal);
    await outputs.report?.write(reportText(sums));
    for (const output of Object.values(outputs)) await output?.close();
  } catch (error) {
    if (error instanceof Interruption) {
      const path = job.args.value("output") ?? STANDARD_STREAM;
      if (path !== STANDARD_STREAM) error.message += `; ${path} is not written, since it is not complete`;
      else error.message += (await closeInterrupted(outputs.articles)) ? "; the rows so far are written" : ROWS_LOST;
    }
    for (const output of Object.values(outputs)) await output?.discard();
    throw error;
  }
  return { ...sums, elapsedMs: performance.now() - start };
}

function reportText({ report, files }: Sums): string {
  return escapeJson(JSON.stringify({ ...report, files }, null, 2));
}

/** A kill costs no more than this. */
const CHECKPOINT_MS = 500;

async function parseResumably(job: Job): Promise<Outcome> {
  const { args } = job;
  const paths = {
    output: await resolveOutput(args.value("output")!),
    rejects: await resolveOptional(args.value("rejects")),
    report: await resolveOptional(args.value("report")),
  };
  const claims: Claim[] = [];
  try {
    for (const path of Object.values(paths)) if (path !== null) claims.push(await claimOutput(path));
    const outcome = await parseClaimed(job, paths, async () => void (await Promise.all(claims.map((claim) => claim.check()))));
    for (const claim of claims) await claim.release();
    return outcome;
  } catch (error) {
    for (const claim of claims) await claim.release().catch(() => {}); // the failure that led here is told
    throw error;
  }
}

async function parseClaimed(job: Job, paths: ResumablePaths, checkClaims: () => Promise<void>): Promise<Outcome> {
  const { args, found, settings } = job;
  const start = performance.now();
  const { options, keepsRemoved, files } = settings;
  const { profile } = options; // hashed as it was read: a pipe cannot be read again
  const fingerprint = [...(await Promise.all(files.map(hashFile))), isNoiseProfile(profile) ? hashBytes(writeProfile(profile)) : null];
  const { output, rejects, report } = paths;
  const identity = {
    options: { ...options, profile: null },
    inputs: args.positionals,
    keepsRemoved,
    paths: { output, rejects },
    fingerprint,
  };
  const checkpoints = await openCheckpoints(output, identity, found.files);
  const { earlier } = checkpoints;
  const sums = createSums(found, earlier);
  const lengths = earlier?.isComplete === true ? earlier.lengths : await parseRest(job, sums, paths, checkpoints, checkClaims);
  await checkClaims();
  await publishLeft(output, lengths.output, checkpoints);
  if (rejects !== null) await publishLeft(rejects, lengths.rejects, checkpoints);
  if (report !== null) await writeWhole(report, reportText(sums));
  await checkpoints.remove();
  return { ...sums, elapsedMs: performance.now() - start };
}

function resolveOptional(path: string | null): Promise<string | null> {
  return path === null ? Promise.resolve(null) : resolveOutput(path);
}

interface ResumablePaths {
  readonly output: string;
  readonly rejects: string | null;
  readonly report: string | null;
}

async function parseRest(
  job: Job,
  sums: Sums,
  paths: ResumablePaths,
  checkpoints: Checkpoints,
  checkClaims: () => Promise<void>,
): Promise<Progress["lengths"]> {
  const { earlier } = checkpoints;
  if (earlier !== null) {
    await checkPart(paths.output, earlier.lengths.output, checkpoints);
    if (paths.rejects !== null) await checkPart(paths.rejects, earlier.lengths.rejects, checkpoints);
  }
  const output = await openResumable(paths.output, earlier?.lengths.output ?? 0);
  const rejects = paths.rejects === null ? null : await openResumable(paths.rejects, earlier?.lengths.rejects ?? 0);
  const save = async (place: Place, isComplete: boolean): Promise<Progress["lengths"]> => {
    await checkClaims();
    const lengths = { output: await output.sync(), rejects: (await rejects?.sync()) ?? 0 };
    await checkpoints.save({ ...sums, place, lengths, isComplete });
    return lengths;
  };
  let lastSave = performance.now();
  let saved = earlier?.place ?? null;
  const sink: Sink = {
    async takeRows({ main, rejected }) {
      await output.write(main);
      await rejects?.write(rejected);
    },
    async takeDone(next) {
      if (performance.now() - lastSave < CHECKPOINT_MS) return;
      await save(next, false);
      saved = next;
      lastSave = performance.now();
    },
  };
  try {
    await pump(job, sums, earlier?.place ?? RUN_START, sink, takeInterruptions());
    return await save({ file: job.found.files.length, byte: 0, counts: RUN_START.counts }, true);
  } catch (error) {
    if (error instanceof Interruption) error.message += `; the same command goes on at ${describePlace(saved, job.found.files)}`;
    throw error;
  } finally {
    for (const file of [output, rejects] as (ResumableFile | null)[]) await file?.close();
  }
}

/** What an earlier run has written must still be there. */
async function checkPart(path: string, length: number, checkpoints: Checkpoints): Promise<void> {
  const size = await sizeOf(partPathOf(path), path);
  if (length > (size ?? 0)) checkpoints.refuse(`${partPathOf(path)} is ${size === null ? "gone" : "shorter than it was"}`);
}

/** Gives a complete part its name, unless an earlier run has. */
async function publishLeft(path: string, length: number, checkpoints: Checkpoints): Promise<void> {
  if ((await sizeOf(partPathOf(path), path)) === null) {
    if ((await sizeOf(path, path)) !== length) checkpoints.refuse(`${path} is no longer what was written`);
    return;
  }
  await checkPart(path, length, checkpoints);
  const file = await openResumable(path, length);
  await file.close();
  await file.publish();
}

/** `null`: it does not exist. */
async function sizeOf(file: string, output: string): Promise<number | null> {
  try {
    return (await stat(file).catch(nullIfMissing))?.size ?? null;
  } catch (error) {
    throw cannotWrite(output, error);
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await rm(partPathOf(path), { force: true });
  const file = await openResumable(path, 0);
  await file.write(new TextEncoder().encode(`${text}\n`));
  await file.sync();
  await file.close();
  await file.publish();
}
