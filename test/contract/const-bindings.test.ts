import { expect, test } from "vitest";
import { constBindings } from "../tools/const-bindings.mjs";

test.each([
  ["a constant", "var a = 1;", "const a = 1;"],
  ["a name that is assigned to later", "var a = 1;\na = 2;", "var a = 1;\na = 2;"],
  ["a name that is assigned to in a function", "var a = null;\nfunction f() { a ??= 1; }", "var a = null;\nfunction f() { a ??= 1; }"],
  ["a counter", "var a = 0;\nfunction f() { return a++; }", "var a = 0;\nfunction f() { return a++; }"],
  ["a name in a pattern that is assigned to", "var a = 0;\n({ b: [a] } = c);", "var a = 0;\n({ b: [a] } = c);"],
  ["a name that a loop sets", "var a = 0;\nfor (a of b);", "var a = 0;\nfor (a of b);"],
  ["no value", "var a;", "var a;"],
  ["several in one statement", "var a = 1, b, c = 'd,';e()", "const a = 1;var b;const c = 'd,';e()"],
  ["an export", "export var a = 1;", "export const a = 1;"],
  ["what is inside a function", "function f() { var a = 1; }", "function f() { var a = 1; }"],
  ["constants of the source", "const a = 1;\nlet b = 2;", "const a = 1;\nlet b = 2;"],
])("%s", (_, code, expected) => expect(constBindings(code)).toBe(expected));

test("code that is none is refused", () => {
  expect(() => constBindings("var = ;")).toThrow(/unexpected/i);
});
