import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createFeatureSink, readFeatures } from "../../../src/fields/language/features.ts";
import { DATA_FOLDER } from "./sentences.ts";

const FILES: Readonly<Record<string, string>> = { "zh-Hans": "zh-hans", "zh-Hant": "zh-hant", ja: "ja" };
const FIRST_IDEOGRAPH = 0x4e00;

/**
 * Replaces the counts of a Chinese-character language by half themselves and half those of its Wikipedia,
 * `charcounts/*.counts`: one little-endian 64-bit count for each ideograph from U+4E00 on.
 */
export function addHanCounts(tag: string, counts: Float32Array, scale: number): void {
  const name = FILES[tag];
  if (name === undefined) return;
  const bytes = readFileSync(join(DATA_FOLDER, "encoding", "charcounts", `${name}.counts`));
  const wikipedia: number[] = [];
  for (let offset = 0; offset < bytes.length; offset += 8) wikipedia.push(Number(bytes.readBigUInt64LE(offset)));
  const total = wikipedia.reduce((sum, count) => sum + count, 0);
  for (let hash = 0; hash < counts.length; hash++) counts[hash]! /= 2;
  const sink = createFeatureSink();
  wikipedia.forEach((count, index) => {
    sink.count = 0;
    readFeatures(String.fromCharCode(FIRST_IDEOGRAPH + index), 0, 1, sink);
    counts[sink.hashes[0]!]! += (count / total) * (scale / 2);
  });
}
