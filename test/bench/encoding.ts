// npm run bench:encoding: right answers by length, family and encoding, and speed, against chardet and
// jschardet in the same run. 'Right' means: decoding with the answer gives the same text as with the truth.
// NEWSDUMP_SHARED names the folder of the shared data (default ../shared); NEWSDUMP_CORPORA a folder with
// checkouts of public detectors as <owner>+<name> (chardet+chardet, BYVoid+uchardet, runk+node-chardet).
// `npm run bench:encoding -- -- --speed` tells the speed alone.
import chardet from "chardet";
import jschardet from "jschardet";
import { decode } from "../../src/encoding/decode.ts";
import { detectEncoding } from "../../src/encoding/detect.ts";
import { canonicalEncoding } from "../../src/encoding/labels.ts";
import { type FigureGroup, writeMeasured } from "./support/measured.ts";
import { readCorpora } from "./encoding-corpora.ts";
import {
  LENGTHS,
  createLayoutSamples,
  createOtherLanguageSamples,
  createPerturbedSamples,
  createSentenceSamples,
  readDevelopmentSet,
  type Sample,
} from "./encoding-samples.ts";

const groups: FigureGroup[] = [];

type Detector = (bytes: Uint8Array) => string | null;

const DETECTORS: Readonly<Record<string, Detector>> = {
  newsdump: (bytes) => detectEncoding(bytes).encoding,
  chardet: (bytes) => chardet.detect(bytes),
  jschardet: (bytes) => jschardet.detect(Buffer.from(bytes)).encoding,
};

const FAMILIES: readonly (readonly [family: string, encodings: RegExp])[] = [
  ["Unicode", /^utf/],
  ["East Asian", /^(gb|big5|euc|shift_jis|iso-2022|hz|johab)/],
  ["Windows", /^(windows|kz1048)/],
  ["ISO 8859", /^iso-8859/],
  ["Macintosh", /mac/],
  ["DOS", /^(ibm|cp)/],
  ["KOI8 and others", /./],
];

function isRight(sample: Sample, answer: string | null): boolean {
  const encoding = answer === null ? null : canonicalEncoding(answer);
  if (encoding === null) return false;
  const strip = (text: string): string => text.replace(/^\uFEFF/, "");
  return strip(decode(sample.bytes, encoding).text) === strip(decode(sample.bytes, sample.encoding).text);
}

function tellAccuracy(title: string, samples: readonly Sample[]): void {
  if (samples.length === 0) return;
  const rows = new Map<string, Map<string, [right: number, all: number]>>();
  for (const sample of samples) {
    const family = FAMILIES.find(([, encodings]) => encodings.test(sample.encoding))![0];
    for (const [name, detector] of Object.entries(DETECTORS)) {
      let right = false;
      try {
        right = isRight(sample, detector(sample.bytes));
      } catch {
        // A detector that throws has no answer.
      }
      const rowsOfSample = ["all", `kind: ${sample.kind}`, `family: ${family}`, sample.encoding];
      if (LENGTHS.includes(sample.length)) rowsOfSample.push(`length ${sample.length}`);
      for (const row of rowsOfSample) {
        if (!rows.has(row)) rows.set(row, new Map());
        const cell = rows.get(row)!.get(name) ?? [0, 0];
        rows.get(row)!.set(name, [cell[0] + (right ? 1 : 0), cell[1] + 1]);
      }
    }
  }
  console.log(`\n## ${title}: ${samples.length} samples, % right`);
  const shares = [...rows.get("all")!].map(([name, [right, all]]) => [name, Number(((100 * right) / all).toFixed(2))] as const);
  groups.push({ name: `${title} (${samples.length})`, figures: shares });
  console.log(["".padEnd(28), ...Object.keys(DETECTORS).map((name) => name.padStart(10))].join(""));
  for (const [row, cells] of [...rows].sort(([left], [right]) => (left === "all" ? -1 : right === "all" ? 1 : left < right ? -1 : 1))) {
    const figures = Object.keys(DETECTORS).map((name) => {
      const [right, all] = cells.get(name)!;
      return ((100 * right) / all).toFixed(2).padStart(10);
    });
    console.log(row.padEnd(28) + figures.join(""));
  }
}

/** Each figure is the least of so many rounds: other programs on the machine only ever add to it. */
const ROUNDS = 8;
const ROUND_CALLS = 10;
/** Samples of an encoding that are timed, in as many languages as there are. */
const MOST_TIMED = 8;

/** Processor time of a call, in microseconds, the mean over the samples in turn. */
function microseconds(calls: readonly (() => void)[], perRound = ROUND_CALLS): number {
  for (let warm = 0; warm < perRound; warm++) calls[warm % calls.length]!();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    for (let round = 0; round < perRound; round++) for (const call of calls) call();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / perRound / calls.length;
  });
  return Math.min(...rounds);
}

function repeatTo(bytes: Uint8Array, length: number): Uint8Array {
  const whole = bytes.subarray(0, bytes.length & ~1);
  return Uint8Array.from({ length }, (_, index) => whole[index % whole.length]!);
}

const MEGABYTE = 1_000_000;

const SMALL_BYTES = 2048;
/** For the time of other detectors. */
const COMPARED = new Set([
  "windows-1251",
  "koi8-r",
  "windows-1252",
  "windows-1250",
  "gb18030",
  "shift_jis",
  "windows-874",
  "windows-1256",
  "utf-8",
]);

function tellSpeed(samples: readonly Sample[]): void {
  // Warm: every encoding has been decided before the first is timed.
  for (let round = 0; round < 2; round++) for (const { bytes } of samples) detectEncoding(bytes.subarray(0, SMALL_BYTES));
  console.log("\n## Speed: processor time of 2 KiB in µs, of 1 MB in MB/s");
  const byEncoding = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.length !== 5000 || !sample.bytes.some((byte) => byte >= 0x80)) continue;
    byEncoding.set(sample.encoding, [...(byEncoding.get(sample.encoding) ?? []), sample]);
  }
  for (const [encoding, list] of [...byEncoding].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const step = Math.max(1, Math.floor(list.length / MOST_TIMED));
    const small = list.filter((_, index) => index % step === 0).map(({ bytes }) => bytes.slice(0, SMALL_BYTES));
    const large =
      encoding === "utf-8" ? new TextEncoder().encode("Новости дня. ".repeat(MEGABYTE / 23)) : repeatTo(list[0]!.bytes, MEGABYTE);
    const cells = Object.entries(DETECTORS)
      .filter(([name]) => name === "newsdump" || COMPARED.has(encoding))
      .map(([name, detector]) => {
        const calls = small.map((bytes) => () => void detector(bytes));
        return `${name} ${microseconds(calls, name === "newsdump" ? ROUND_CALLS : 4).toFixed(0)} µs`;
      });
    const rate = (call: () => void): string => `${(large.length / microseconds([call], 5)).toFixed(0)} MB/s`;
    console.log(
      `${encoding.padEnd(16)}detect ${rate(() => detectEncoding(large))}, decode ${rate(() => decode(large, encoding))}, ${cells.join(", ")}`,
    );
  }
}

const development = readDevelopmentSet();
const sentences = development.length === 0 ? [] : createSentenceSamples(2);
if (development.length === 0) console.log("The shared data is absent: set NEWSDUMP_SHARED. Only the public corpora are measured.");
if (!process.argv.includes("--speed")) tellAllAccuracies();
if (!process.argv.includes("--accuracy")) tellSpeed(sentences);

function tellAllAccuracies(): void {
  tellAccuracy("Development set", development);
  tellAccuracy("Sentences", sentences);
  tellAccuracy("Perturbed sentences", development.length === 0 ? [] : createPerturbedSamples(1));
  tellAccuracy("Layouts", development.length === 0 ? [] : createLayoutSamples(1));
  tellAccuracy("Languages that the statistics do not know", development.length === 0 ? [] : createOtherLanguageSamples(1));
  tellAccuracy("Corpora of public detectors", readCorpora(process.env["NEWSDUMP_CORPORA"]));
  writeMeasured("encoding", groups);
}
