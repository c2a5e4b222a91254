// node test/tools/run-ts.mjs test/bench/decoders.ts: how fast `decode` is against the reference decoder
// (@exodus/bytes, fatal), interleaved, on 2 KB and 1 MB of each encoding. MB of input a second, best of many rounds.
import { performance } from "node:perf_hooks";
import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { decode } from "../../src/encoding/decode.ts";
import { encode } from "../encoding/encode.ts";
import { TEXTS } from "../encoding/texts.ts";

const ENCODINGS: readonly (readonly [encoding: string, language: string])[] = [
  ["gb18030", "zh"],
  ["big5", "zh-Hant"],
  ["shift_jis", "ja"],
  ["euc-jp", "ja"],
  ["iso-2022-jp", "ja"],
  ["euc-kr", "ko"],
  ["windows-1251", "ru"],
  ["koi8-r", "ru"],
  ["windows-1252", "fr"],
  ["windows-1253", "el"],
  ["utf-16le", "ru"],
  ["utf-16be", "ru"],
  ["utf-8", "pl"],
  ["utf-8", "ru"],
  ["utf-8", "fr"],
  ["utf-8", "zh"],
];
const SIZES = [2048, 1 << 20];
const ROUNDS = 15;
const BYTES_A_ROUND = 2 << 20;

function sampleOf(encoding: string, language: string, size: number): Uint8Array {
  const sentences = TEXTS.filter((text) => text.language === language).flatMap((text) => text.sentences);
  const parts = sentences.flatMap((sentence) => {
    const bytes = encode(`${sentence} `, encoding);
    return bytes === null ? [] : [bytes];
  });
  if (parts.length === 0) throw new Error(`no sentence of ${language} can be written in ${encoding}`);
  const out: number[] = [];
  for (let index = 0; out.length < size; index++) out.push(...parts[index % parts.length]!);
  return Uint8Array.from(out);
}

function time(run: (bytes: Uint8Array) => string, bytes: Uint8Array): number {
  const times = Math.max(1, Math.round(BYTES_A_ROUND / bytes.length));
  let units = 0;
  const start = performance.now();
  for (let index = 0; index < times; index++) units += run(bytes).length;
  const seconds = (performance.now() - start) / 1000;
  if (units === 0) throw new Error("nothing decoded");
  return (bytes.length * times) / 1e6 / seconds;
}

for (const size of SIZES) {
  for (const [encoding, language] of ENCODINGS) {
    const bytes = sampleOf(encoding, language, size);
    const reference = new Reference(encoding, { fatal: true, ignoreBOM: true });
    let ours = 0;
    let theirs = 0;
    for (let round = 0; round < ROUNDS; round++) {
      ours = Math.max(
        ours,
        time((input) => decode(input, encoding).text, bytes),
      );
      theirs = Math.max(
        theirs,
        time((input) => reference.decode(input), bytes),
      );
    }
    console.log(
      `${size} ${encoding} (${language}): ${ours.toFixed(0)} MB/s, reference ${theirs.toFixed(0)}, ${(ours / theirs).toFixed(2)}x`,
    );
  }
}
