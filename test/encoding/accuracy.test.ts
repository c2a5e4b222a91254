// Measured on shared data that is not part of the repository; skipped where it is absent.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { detectEncoding } from "../../src/encoding/detect.ts";
import { confirmExpected } from "../../src/encoding/expected.ts";
import { countBytes } from "../../src/encoding/sample.ts";
import { repairLostEscapes } from "../../src/encoding/lost-escapes.ts";
import { repairMojibake } from "../../src/encoding/mojibake.ts";
import {
  createLayoutSamples,
  createPerturbedSamples,
  createSentenceSamples,
  readDevelopmentSet,
  SHARED,
  type Sample,
} from "../bench/encoding-samples.ts";

const present = existsSync(resolve(SHARED, "data/encoding/dev.jsonl"));
if (!present) console.warn(`no shared data in ${SHARED}: the accuracy of encoding detection is not measured (NEWSDUMP_SHARED)`);

interface Answer {
  sample: Sample;
  right: boolean;
  confidence: number;
  byStatistics: boolean;
}

function answer(samples: readonly Sample[]): Answer[] {
  return samples.map((sample) => {
    const { encoding, confidence, evidence } = detectEncoding(sample.bytes);
    const byStatistics = evidence === "statistics";
    return { sample, confidence, byStatistics, right: decode(sample.bytes, encoding).text === decode(sample.bytes, sample.encoding).text };
  });
}

/** Characters that an encoding reads otherwise than the true one does. */
function differences({ bytes, encoding }: Sample, guessed: string): number {
  const truth = [...decode(bytes, encoding).text];
  const text = [...decode(bytes, guessed).text];
  return truth.length === text.length ? truth.filter((character, at) => character !== text[at]).length : Infinity;
}

const shareRight = (answers: readonly Answer[]): number => (100 * answers.filter(({ right }) => right).length) / answers.length;

const FAMILIES: Readonly<Record<string, RegExp>> = {
  Unicode: /^utf/,
  "East Asian": /^(gb|big5|euc|shift_jis|iso-2022|hz)/,
  Windows: /^(windows|kz1048)/,
  "ISO 8859": /^iso-8859/,
  Macintosh: /mac/,
  DOS: /^(ibm|cp)/,
  KOI8: /^koi8/,
};

describe.skipIf(!present)("on the development set", () => {
  const answers = present ? answer(readDevelopmentSet()) : [];

  test("99.3 % are right, 98.8 % at 100 bytes, 97 % in every family", () => {
    expect(shareRight(answers)).toBeGreaterThanOrEqual(99.3);
    expect(shareRight(answers.filter(({ sample }) => sample.length === 100))).toBeGreaterThanOrEqual(98.8);
    for (const [family, encodings] of Object.entries(FAMILIES)) {
      const share = shareRight(answers.filter(({ sample }) => encodings.test(sample.encoding)));
      expect(share, `family ${family}`).toBeGreaterThanOrEqual(97);
    }
  });

  test("confidence is the share that is right, on either half of the languages", () => {
    const varied = [...answers, ...answer([...createSentenceSamples(2), ...createPerturbedSamples(1), ...createLayoutSamples(2)])];
    const languages = [...new Set(varied.map(({ sample }) => sample.language))].sort();
    for (const half of [0, 1]) {
      const answered = varied.filter(({ sample, byStatistics }) => byStatistics && languages.indexOf(sample.language) % 2 === half);
      for (const [from, to, tolerance] of [
        [0, 0.6, 15],
        [0.6, 0.8, 18],
        [0.8, 0.95, 12],
        [0.95, 0.99, 5],
        [0.99, 1.01, 1],
      ] as const) {
        const within = answered.filter(({ confidence }) => confidence >= from && confidence < to);
        const said = (100 * within.reduce((sum, { confidence }) => sum + confidence, 0)) / within.length;
        expect(within.length, `from ${from}, half ${half}`).toBeGreaterThan(15);
        expect(Math.abs(shareRight(within) - said), `${said.toFixed(1)} said, ${shareRight(within).toFixed(1)} right`).toBeLessThanOrEqual(
          tolerance,
        );
      }
    }
  }, 120_000);

  test("what an expected encoding answers quickly is right, whatever the expectation", () => {
    let fired = 0;
    for (const encoding of ["windows-1251", "koi8-r", "ibm866", "windows-1253", "windows-1255", "windows-1256", "windows-874"]) {
      const prior = { counts: { [encoding]: 50 } };
      for (const { sample } of answers) {
        const expected = confirmExpected(sample.bytes, countBytes(sample.bytes), prior);
        if (expected === null || sample.encoding.startsWith("utf")) continue;
        fired++;
        expect(decode(sample.bytes, expected.encoding).text).toBe(decode(sample.bytes, sample.encoding).text);
      }
    }
    expect(fired).toBeGreaterThan(100);
  });

  test("confidence is a lower bound of the share that is right on the development set", () => {
    for (const [from, to] of [
      [0.7, 0.85],
      [0.85, 0.95],
      [0.95, 0.99],
      [0.99, 1.01],
    ] as const) {
      const within = answers.filter(({ confidence }) => confidence >= from && confidence < to);
      expect(within.length).toBeGreaterThan(4);
      expect(shareRight(within), `${from}`).toBeGreaterThanOrEqual(from * 100);
    }
  });

  test("a text of two encodings, which none reads right, is not called sure", () => {
    const samples = createSentenceSamples(1).filter(({ encoding }) => !/^(utf-(16|32)|iso-2022|hz)/.test(encoding));
    let mixed = 0;
    let sure = 0;
    samples.forEach((first, index) => {
      for (const second of samples.slice(index + 1, index + 20)) {
        if (first.language !== second.language || first.length !== second.length) continue;
        const parts = [first, second].map(({ bytes, encoding }) => decode(bytes, encoding).text);
        const bytes = Uint8Array.from([...first.bytes, 0x0a, ...second.bytes]);
        const { encoding, confidence } = detectEncoding(bytes);
        if (decode(bytes, encoding).text === parts.join("\n")) continue;
        mixed++;
        if (confidence > 0.7) sure++;
      }
    });
    expect(mixed).toBeGreaterThan(500);
    expect(sure / mixed).toBeLessThan(0.12);
  }, 120_000);

  test("97.5 % of perturbed texts and of unusual layouts are right", () => {
    expect(shareRight(answer(createPerturbedSamples(1)))).toBeGreaterThanOrEqual(97.5);
    expect(shareRight(answer(createLayoutSamples(2)))).toBeGreaterThanOrEqual(97.5);
  }, 120_000);

  test("two damaged bytes change the reading of no other byte", () => {
    const damaged = answer(createPerturbedSamples(1).filter(({ kind }) => kind === "corrupt"));
    const otherwiseRight = damaged.filter(({ sample, right }) => right || differences(sample, detectEncoding(sample.bytes).encoding) <= 2);
    expect(damaged.length).toBeGreaterThan(500);
    expect((100 * otherwiseRight.length) / damaged.length).toBeGreaterThanOrEqual(99.5);
  }, 60_000);

  test("no false repair in 100,000 clean lines", () => {
    const lines = gunzipSync(readFileSync(resolve(SHARED, "data/language/flores-train.jsonl.gz")))
      .toString("utf8")
      .split("\n");
    let seen = 0;
    for (const line of lines) {
      if (line === "" || seen >= 100_000) continue;
      const { text } = JSON.parse(line) as { text: string };
      seen++;
      const repair = repairMojibake(text);
      // The sentences hold some real mojibake: all of it are Western marks and letters.
      if (repair !== null) expect(text).toMatch(/[ÃÂâÄÅ][\u0080-\u00bf–—’“”‚„…†‡•€™œžŸŠŒŽ‰‹›ˆ˜ƒ]/);
      expect(repairLostEscapes(text)).toBeNull();
    }
    expect(seen).toBe(100_000);
  }, 120_000);
});
