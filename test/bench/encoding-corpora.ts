// Test files of public detectors, read at run time from a folder that the caller names; nothing of them is
// part of the repository.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { findByteOrderMark } from "../../src/encoding/bom.ts";
import { canonicalEncoding } from "../../src/encoding/labels.ts";
import type { Sample } from "./encoding-samples.ts";

/** Language names that the folders of chardet's tests append to the encoding. */
const LANGUAGE_SUFFIX = /-(croatian|czech|hungarian|polish|slovak|slovene|bulgarian|russian|arabic|greek|turkish|hebrew|romanian)$/;

function* walk(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

function toSample(kind: string, path: string, label: string): Sample[] {
  const bytes = new Uint8Array(readFileSync(path));
  const encoding = findByteOrderMark(bytes) ?? canonicalEncoding(label);
  if (encoding === null) return [];
  return [{ kind, language: "", encoding, length: bytes.length < 1000 ? 100 : bytes.length < 5000 ? 1000 : 5000, bytes }];
}

function* readChardet(root: string): Generator<Sample> {
  const tests = join(root, "chardet+chardet/tests");
  for (const path of walk(tests)) {
    const folder = path.slice(tests.length + 1).split("/")[0]!;
    if (path.endsWith(".py")) continue;
    yield* toSample("chardet", path, folder.toLowerCase().replace(LANGUAGE_SUFFIX, ""));
  }
}

function* readUchardet(root: string): Generator<Sample> {
  for (const path of walk(join(root, "BYVoid+uchardet/test"))) {
    // Most names are `encoding.txt`; some are `utf-16.le`.
    const name = basename(path);
    const label = /^utf-(16|32)\.[lb]e$/.test(name) ? name.replace(".", "") : name.replace(/\.[a-z]+$/, "");
    yield* toSample("uchardet", path, label);
  }
}

function* readNodeChardet(root: string): Generator<Sample> {
  const generated = join(root, "runk+node-chardet/corpus/generated");
  for (const path of walk(generated)) {
    if (path.endsWith(".bin")) yield* toSample("node-chardet", path, path.slice(generated.length + 1).split("/")[0]!);
  }
}

/** Samples of the corpora that are there. */
export function readCorpora(root: string | undefined): Sample[] {
  if (root === undefined) return [];
  return [...readChardet(root), ...readUchardet(root), ...readNodeChardet(root)];
}
