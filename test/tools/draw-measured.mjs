// Draws what the benchmarks measured: bars in SVG, from the JSON in docs/measured, beside the guide's pages.
//   node test/tools/draw-measured.mjs [--check]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const MEASURED = join(root, "docs", "measured");
const PICTURES = join(root, "docs", "guide", "pictures");

/** Sides of `pipeline` that are the library; the floor is no parser, and peers are told by their names. */
const OWN = /^(?:newsdump|records cut|articles|command)/;

/** Beside these all others are too short to be compared; they stand in the table. */
const FLOOR = /^(?:floor|records cut)/;

/** One picture: the file of figures, the title, which groups it shows, and which figures it leaves out. */
const DRAWN = [
  { name: "throughput", from: "pipeline", title: "Throughput on mixed dumps, MB/s", unit: "MB/s", groups: ["mixed"], without: FLOOR },
  { name: "memory", from: "memory", title: "Peak memory over the size of the input", unit: "MB", groups: null },
  { name: "encoding", from: "encoding", title: "Encodings told right, %", unit: "%", groups: null },
  { name: "language", from: "language", title: "Languages told right, %", unit: "%", groups: null },
];

// Narrow, so that words can be read on a phone.
const WIDTH = 440;
const LABEL_WIDTH = 100;
const VALUE_WIDTH = 60;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 22;
const LABEL_HEIGHT = 19;
const HEAD_HEIGHT = 32;
/** Longer names stand above their bars. */
const SHORT_NAME = 13;

// Colours of GitHub's Primer, which stand out on its light and dark page; the site sets its own.
const STYLE = `
.picture { --text: #1f2328; --own: #0969da; --other: #8c959f; font: 14px system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .picture { --text: #e6edf3; --own: #4493f8; --other: #6e7681; } }
.picture text { fill: var(--text); } .picture .head { font-weight: 600; } .picture .own { fill: var(--own); } .picture .other { fill: var(--other); }
`;

/** Bars, one below the other; the longest is that of the highest figure, or of 100 where figures are shares. */
export function drawBars({ title, unit }, groups, where) {
  const highest = unit === "%" ? 100 : Math.max(...groups.flatMap(({ figures }) => figures.map(([, value]) => value)));
  const isShort = groups.every(({ figures }) => figures.every(([name]) => plainName(name).length <= SHORT_NAME));
  const left = isShort ? LABEL_WIDTH : 0;
  const room = WIDTH - left - VALUE_WIDTH;
  const parts = [];
  let y = HEAD_HEIGHT;
  for (const group of groups) {
    if (groups.length > 1) {
      parts.push(`<text class="head" x="0" y="${y + 14}">${escape(group.name)}</text>`);
      y += ROW_HEIGHT;
    }
    for (const [name, value] of group.figures) {
      const isOwn = unit === "MB" || OWN.test(name);
      const length = Math.max(1, Math.round((value / highest) * room));
      const label = escape(plainName(name));
      if (!isShort) y += LABEL_HEIGHT;
      parts.push(
        isShort ? `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${label}</text>` : `<text x="0" y="${y - 5}">${label}</text>`,
        `<rect class="${isOwn ? "own" : "other"}" x="${left}" y="${y}" width="${length}" height="${BAR_HEIGHT}"/>`,
        `<text x="${left + length + 6}" y="${y + 13}">${value}</text>`,
      );
      y += ROW_HEIGHT;
    }
    y += 8;
  }
  const told = `${title} (${where.date}, Node ${where.node.replace(/^v/, "")}, ${where.processor})`;
  const spoken = groups.map(({ name, figures }) => `${name}: ${figures.map(([side, value]) => `${side} ${value}`).join(", ")}`).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${escape(`${told}. ${spoken}`)}">
<style>${STYLE}</style>
<text class="head" x="0" y="16">${escape(title)}</text>
${parts.join("\n")}
</svg>
`;
}

function plainName(name) {
  return name.replaceAll("`", "").replaceAll('"', "");
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The pictures there are figures for, by their paths. */
export function drawAll() {
  const drawn = new Map();
  for (const picture of DRAWN) {
    const path = join(MEASURED, `${picture.from}.json`);
    if (!existsSync(path)) continue;
    const measured = JSON.parse(readFileSync(path, "utf8"));
    const groups = measured.groups
      .filter(({ name }) => picture.groups === null || picture.groups.includes(name))
      .map(({ name, figures }) => ({ name, figures: figures.filter(([side]) => picture.without?.test(side) !== true) }));
    drawn.set(join(PICTURES, `${picture.name}.svg`), drawBars(picture, groups, measured));
  }
  return drawn;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(PICTURES, { recursive: true });
  for (const [path, picture] of drawAll()) writeFileSync(path, picture);
}
