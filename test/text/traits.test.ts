import fc from "fast-check";
import { expect, test } from "vitest";
import { repairLostEscapes } from "../../src/encoding/lost-escapes.ts";
import { MISREADINGS } from "../../src/encoding/misreadings.generated.ts";
import { repairLeads, repairMojibake } from "../../src/encoding/mojibake.ts";
import { cleanText } from "../../src/text/clean.ts";
import { findTraits, scanBytes, scanUnits, TRAIT } from "../../src/text/traits.ts";
import { check } from "../support/property.ts";

const ALL_TRAITS = Object.values(TRAIT).reduce((all, trait) => all | trait, 0);
const toUnits = (text: string): Uint16Array => Uint16Array.from(text, (_, index) => text.charCodeAt(index));

/** Any UTF-16 unit, those that a trait is about far more often. */
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(..." \t&;n\\.?~aéЯ中\u00a0\u0301\u200b\u200d\u3000\ufeff\u0000\u0085\u1161") },
  { weight: 1, arbitrary: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) },
);
const line = fc.array(unit, { maxLength: 24 }).map((units) => units.join("").replace(/[\r\n]/g, ""));

test("what no trait asks for changes nothing", () => {
  check(line, (text) => {
    expect(cleanText(text)).toEqual(cleanText(text, ALL_TRAITS));
    if ((findTraits(text) & TRAIT.lostEscape) === 0) expect(repairLostEscapes(text)).toBeNull();
    expect((findTraits(text) & TRAIT.ink) === 0).toBe(/^[ \t]*$/.test(text));
    // oxlint-disable-next-line no-control-regex -- ASCII begins with control characters
    expect((findTraits(text) & TRAIT.wide) === 0).toBe(/^[\u0000-\u007f]*$/.test(text));
  });
});

test("what holds no lead byte of a wrong reading needs no repair", () => {
  check(line, (text) => {
    const traits = findTraits(text);
    expect(repairLeads(text, (traits & TRAIT.latinLead) !== 0, (traits & TRAIT.cyrillicLead) !== 0)).toEqual(repairMojibake(text));
  });
  for (const characters of Object.values(MISREADINGS)) {
    const all = characters.replace(/(.)-(.)/g, (_, from: string, to: string) => {
      const first = from.charCodeAt(0);
      return String.fromCharCode(...Array.from({ length: to.charCodeAt(0) - first + 1 }, (__, index) => first + index));
    });
    // Bytes from 0xC2 to 0xF4, the table beginning at 0x80.
    for (const lead of all.slice(0x42, 0x75))
      expect([lead, findTraits(lead) & (TRAIT.latinLead | TRAIT.cyrillicLead)]).not.toEqual([lead, 0]);
  }
});

test("units and strings have the same traits, line by line", () => {
  check(fc.array(line, { maxLength: 5 }), (lines) => {
    const units = toUnits(lines.join("\n"));
    const found = { end: -1, traits: 0 };
    for (const one of lines) {
      const start = found.end + 1;
      scanUnits(units, start, found);
      expect(found).toEqual({ end: start + one.length, traits: findTraits(one) });
    }
  });
});

test("bytes of ASCII have the traits of the same text, line by line", () => {
  const ascii = fc.string({ unit: fc.constantFrom(..."  ab.nt&~\\!\t\u0001Z9"), maxLength: 30 });
  check(fc.tuple(fc.array(ascii, { maxLength: 5 }), fc.boolean()), ([lines, isWide]) => {
    const bytes = new TextEncoder().encode(`${lines.join("\n")}${isWide ? "é" : ""}`);
    const pairs = new Uint16Array((bytes.length >> 1) + 1);
    const own = new Uint8Array(pairs.buffer).fill(0xff); // what stands behind a text is none of it
    own.set(bytes);
    const found = { end: -1, traits: 0 };
    for (const [index, one] of lines.entries()) {
      const start = found.end + 1;
      scanBytes({ bytes: own, pairs }, start, bytes.length, found);
      expect(found.end).toBe(start + one.length);
      if (isWide && index === lines.length - 1) expect(found.traits & TRAIT.wide).not.toBe(0);
      else expect(found.traits).toBe(findTraits(one));
    }
  });
});

test.each([
  ["Rain fell on Tuesday.", TRAIT.ink],
  ["Дождь шёл", TRAIT.ink | TRAIT.wide | TRAIT.cyrillicLead],
  ["a  b", TRAIT.ink | TRAIT.spacing],
  [" a", TRAIT.ink | TRAIT.edge],
  ["a ", TRAIT.ink | TRAIT.edge],
  ["a  ", TRAIT.ink | TRAIT.edge | TRAIT.spacing],
  ["новости.nВ", TRAIT.ink | TRAIT.wide | TRAIT.cyrillicLead | TRAIT.lostEscape],
  ["très", TRAIT.ink | TRAIT.wide | TRAIT.latinLead],
  ["AT&T", TRAIT.ink | TRAIT.ampersand],
  ["  \t ", TRAIT.spacing | TRAIT.edge],
  ["", 0],
])("%j", (text, traits) => {
  expect(findTraits(text)).toBe(traits);
});
