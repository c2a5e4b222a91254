import { expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { detectAndDecode } from "../../src/encoding/detect-and-decode.ts";
import { detectEncoding } from "../../src/encoding/detect.ts";
import { encode } from "./encode.ts";
import { TEXTS } from "./texts.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const INPUTS: readonly Uint8Array[] = [
  new Uint8Array(0),
  utf8("Plain words only, and a tilde ~ too."),
  utf8("\u001b$B stray \u001b$B words"),
  utf8("é \u001b$B stray"),
  utf8("\uFEFFмарк"),
  utf8("zero \u0000 inside"),
  utf8("ÀÀÀ lost \uFFFD character"),
  utf8(TEXTS[0]!.sentences[0]!).subarray(1),
  utf8(TEXTS[0]!.sentences[0]!).subarray(0, 61),
  ...TEXTS.flatMap(({ sentences, encodings }) =>
    [...encodings, "utf-8", "utf-16le", "utf-16be", "utf-32le"].flatMap((encoding) => encode(sentences.join("\n"), encoding) ?? []),
  ),
];

test("the quick way gives the guess and the text of the slow one", () => {
  const quick = new Set<string>();
  for (const bytes of INPUTS) {
    const { guess, decoded } = detectAndDecode(bytes, {});
    expect(guess).toEqual(detectEncoding(bytes));
    if (decoded === undefined) continue;
    expect(decoded).toEqual(decode(bytes, guess.encoding));
    quick.add(guess.evidence);
  }
  expect([...quick].sort()).toEqual(["ascii", "utf-8-valid"]);
});

test("a declaration is weighed the slow way", () => {
  const bytes = utf8("Новости дня");
  expect(detectAndDecode(bytes, { declared: "koi8-r" })).toEqual({ guess: detectEncoding(bytes, { declared: "koi8-r" }) });
});
