// Writes src/fields/month-names.generated.ts from the CLDR data in Node's Intl: the names of the months as they
// stand in a date and alone, long and short. Frozen like the language labels.
//   node test/tools/month-names.mjs
import { writeFileSync } from "node:fs";

const LANGUAGES = ["en", "es", "de", "fr", "ru", "ar", "pt", "it", "nl", "pl", "tr", "uk"];
/** Names of another month in a language that is not in the list: Croatian for October. */
const AMBIGUOUS = new Set(["listopad", "listopada"]);
const rows = [];
const months = new Map();
for (const language of LANGUAGES) {
  for (let month = 0; month < 12; month++) {
    const day = new Date(Date.UTC(2025, month, 15));
    for (const style of ["long", "short"]) {
      for (const inDate of [false, true]) {
        const options = { month: style, timeZone: "UTC", calendar: "gregory", ...(inDate ? { day: "numeric" } : {}) };
        const part = new Intl.DateTimeFormat(language, options).formatToParts(day).find(({ type }) => type === "month");
        const name = part.value.toLowerCase().replace(/\.$/, "").normalize("NFC");
        if (/\d/.test(name) || AMBIGUOUS.has(name)) continue;
        const known = months.get(name);
        if (known !== undefined && known !== month + 1) throw new Error(`${name} names two months`);
        months.set(name, month + 1);
      }
    }
  }
}
for (const [name, month] of Object.entries({ sept: 9, мая: 5, янв: 1, фев: 2, сент: 9, нояб: 11 })) months.set(name, month);
for (let month = 1; month <= 12; month++)
  rows.push(
    [...months]
      .filter(([, number]) => number === month)
      .map(([name]) => name)
      .sort()
      .join("|"),
  );
writeFileSync(
  new URL("../../src/fields/month-names.generated.ts", import.meta.url),
  `// Written by test/tools/month-names.mjs; do not edit.
// Month names of ${LANGUAGES.join(", ")}: Unicode CLDR ${process.versions.cldr} by way of Intl (Unicode License v3).
// Twelve rows, January first.
export const MONTH_NAMES = \`
${rows.join("\n")}
\`;
`,
);
