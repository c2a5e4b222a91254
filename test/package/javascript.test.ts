import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createConsumer, seed, type Consumer } from "./consumer.ts";

const ANSWER = {
  articles: 1,
  date: "2025-11-11",
  encoding: "utf-8",
  language: "ru",
  isValid: true,
  isSame: true,
  jsonSchema: "https://json-schema.org/draft/2020-12/schema",
};

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer("javascript");
});
afterAll(() => consumer.remove());

describe("a JavaScript project", () => {
  it.each(["esm.mjs", "cjs.cjs"])("uses every entry from %s, with no warning", (file) => {
    const { status, stdout, stderr } = consumer.run(process.execPath, file, seed);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(ANSWER);
    expect(status).toBe(0);
  });

  it("has the command", () => {
    const { status, stdout } = consumer.run("npx", "--no-install", "newsdump", "--version");
    expect(stdout.trim()).toContain(inject("version"));
    expect(status).toBe(0);
  });

  it("parses a dump by the command", () => {
    const { status, stdout } = consumer.run("npx", "--no-install", "newsdump", "parse", seed);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toContain('"2025-11-11"');
    expect(status).toBe(0);
  });
});
