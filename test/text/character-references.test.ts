import { execFileSync } from "node:child_process";
import he from "he";
import { expect, test } from "vitest";
import { decodeCharacterReference } from "../../src/text/character-references.ts";
import { LETTER_REFERENCES, PACKED_REFERENCES } from "../../src/text/character-references.generated.ts";

/** Names of the table, read from it by other means than the library's. */
function namesOf(packed: string): string[] {
  const names: string[] = [];
  for (const part of packed.split(/(?<=[^A-Za-z0-9])(?=[A-Za-z0-9])/)) {
    const [word = ""] = /^[A-Za-z0-9]*/.exec(part)!;
    names.push((names.at(-1) ?? "").slice(0, word.charCodeAt(0) - 97) + word.slice(1));
  }
  return names;
}

test("every name stands for what another implementation says", () => {
  const names = [...namesOf(PACKED_REFERENCES), ...LETTER_REFERENCES.map(([name]) => name)];
  expect(names.length).toBe(2125); // of the standard's 2231, those that end in a semicolon
  const wrong = names.filter((name) => decodeCharacterReference(`&${name};`) !== he.decode(`&${name};`));
  expect(wrong).toEqual([]);
});

test("every number stands for what another implementation says", () => {
  const wrong: number[] = [];
  const codes = [...Array(0x10100).keys(), 0x1f600, 0x10fffe, 0x10ffff, 0x110000, 0x110001];
  for (const code of codes) if (decodeCharacterReference(`&#${code};`) !== he.decode(`&#${code};`)) wrong.push(code);
  expect(wrong).toEqual([]);
  expect(decodeCharacterReference("&#xE9;")).toBe("é");
  expect(decodeCharacterReference("&#X2014;")).toBe("—");
  expect(decodeCharacterReference("&#9999999;")).toBe("\uFFFD");
});

test("what is no name stays as it is", () => {
  for (const reference of ["&copyright;", "&Eacut;", "&a;", "&constructor;"]) expect(decodeCharacterReference(reference)).toBe(reference);
});

test("the table is what its generator writes", () => {
  const said = execFileSync(process.execPath, ["test/tools/text/character-references.mjs", "--check"], { encoding: "utf8" });
  expect(said).toContain("unchanged");
});
