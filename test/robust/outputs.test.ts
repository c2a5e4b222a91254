import { expect, test } from "vitest";
import { toRow } from "../../src/node/row.ts";
import { makeVisible } from "../../src/cli/visible.ts";
import { run, readRows } from "../cli/command.ts";
import { createFolder } from "../node/temporary-folder.ts";
import { frame, utf8 } from "./frame.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { countInputs } from "./tally.ts";

const CONTROLS = [...Array.from({ length: 32 }, (_, code) => code), ...Array.from({ length: 33 }, (_, index) => 0x7f + index)];
const DIRECTIONS = [
  0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c, 0x2028, 0x2029, 0xfeff, 0xe0041,
];

test("nothing that is shown on a terminal moves its cursor, changes its colours or turns its direction", () => {
  for (const code of [...CONTROLS, ...DIRECTIONS]) {
    const character = String.fromCodePoint(code);
    for (const text of [character, `a${character}b`, character.repeat(50)]) {
      const shown = makeVisible(text);
      expect(shown).not.toContain(character);
      expect(shown).toContain("<");
      countInputs("terminal output");
    }
  }
});

test("the names of files and the messages of the command carry no control characters", async () => {
  for (const name of ["\u001B[2Jx", "a\u0007b", "a\nb", "\u202Etxt.exe", "\u009B31m"]) {
    const { exitCode, stderr } = await run(["parse", name]);
    expect(exitCode).toBe(2);
    // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    countInputs("terminal output");
  }
});

test("inspect shows hostile lines without sending them to the terminal", async () => {
  const { stdout, exitCode } = await run(["inspect", "-"], { stdin: frame("\u001B]0;title\u0007 \u001B[31m \u202E \u009B2J") });
  expect(exitCode).toBeLessThan(4);
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  countInputs("terminal output");
});

test("a row is one line for every reader: U+2028, U+2029 and U+0085 are escaped", async () => {
  for (const text of [...HOSTILE_TEXTS, "a\u2028b", "a\u2029b", "a\u0085b", "\u2028\u2029"]) {
    const { stdout } = await run(["parse", "-", "-q"], { stdin: frame(text) });
    const rows = readRows(stdout);
    expect(rows).toHaveLength(1);
    expect(stdout.split(/\r\n|[\n\r\u2028\u2029\u0085]/)).toHaveLength(2);
    expect(stdout).not.toMatch(/\p{Cs}/u); // half a pair of surrogates
    countInputs("NDJSON");
  }
});

test("all JSON that is printed escapes what a terminal takes for orders, and says the same", async () => {
  const codes = [0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069];
  const hostile = String.fromCodePoint(...codes);
  const folder = await createFolder({ [`a${hostile}.txt`]: frame(`Rain ${hostile} fell.`) });
  const path = `${folder}/a${hostile}.txt`;
  for (const argv of [
    ["parse", path, "-q", "--noise", "off"],
    ["encoding", "--json", path],
    ["shards", path],
  ]) {
    const { stdout } = await run(argv);
    for (const code of codes) expect(stdout).not.toContain(String.fromCodePoint(code));
    expect(JSON.stringify(readRows(stdout))).toContain(JSON.stringify(path).slice(1, -1));
    countInputs("NDJSON");
  }
  const [line = ""] = (await run(["shards", path])).stdout.split("\n");
  expect(readRows((await run(["parse", "--shard", line, "-q"])).stdout)).toHaveLength(1);
});

test("what a rejected record quotes is escaped too", () => {
  const row = toRow({ reason: "record-failed", message: "a\u2028b\u2029c\nd", source: "e\u2028f", index: 0, span: null, diagnostics: [] });
  expect(row).not.toMatch(/[\n\u2028\u2029]/);
  expect(JSON.parse(row)).toMatchObject({ message: "a\u2028b\u2029c\nd", source: "e\u2028f" });
  expect(utf8(row).length).toBeGreaterThan(row.length - 1);
  countInputs("NDJSON");
});
