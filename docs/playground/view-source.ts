import type { DumpResult } from "../../src/index.ts";
import type { ExplainedLine, LinePart } from "../../src/cli/line-parts.ts";
import { el } from "./dom.ts";
import { LINES_AT_ONCE, type LinesView } from "./protocol.ts";

/** What the source's view tells the page. */
export interface SourceEvents {
  /** A part is pointed at or focused; `null`: none is any more. */
  onPoint: (part: LinePart | null, line: number) => void;
  onMove: (from: number) => void;
}

/** Characters of a line that are shown; longer lines make a page slow. */
const MOST_CHARACTERS = 4000;
/** Parts of one line that are shown. */
const MOST_PARTS = 50;

const LEGEND: readonly (readonly [kind: string, meaning: string])[] = [
  ["header", "header"],
  ["field", "field"],
  ["title", "title"],
  ["paragraph", "paragraph"],
  ["removed", "removed"],
  ["blank", "blank"],
];

/** The source of a record, line by line; one tab stop, arrow keys inside. */
export function renderSource(view: LinesView, events: SourceEvents): Node[] {
  const rows = view.lines.flatMap((line) => rowsOf(line, events));
  rows[0]?.setAttribute("tabindex", "0");
  const list = el("div", { class: "lines", role: "listbox", "aria-label": "Lines of the record", onkeydown: (event) => move(event, rows) }, ...rows);
  const legend = el("ul", { class: "legend", "aria-label": "Colours" }, ...LEGEND.map(([kind, meaning]) => el("li", { class: kind }, meaning)));
  return [legend, ...renderPager(view, events.onMove), list];
}

/** Says where a part stands and what took it. */
export function describePart(part: LinePart, line: number, result: DumpResult): string {
  const place = `line ${line}, bytes ${part.byteStart}–${part.byteEnd}`;
  if (part.kind !== "removed" || result.kind !== "article") return `${part.label}: ${place}`;
  const removal = result.article.removed.find(({ span }) => span.byteStart <= part.byteStart && span.byteEnd >= part.byteEnd);
  const score = removal !== undefined && "score" in removal && typeof removal.score === "number" ? `, score ${removal.score.toFixed(2)}` : "";
  return `removed by the rule ${removal?.rule ?? "?"}${score}: ${place}`;
}

function rowsOf({ number, parts }: ExplainedLine, { onPoint }: SourceEvents): HTMLElement[] {
  return parts.slice(0, MOST_PARTS).map((part, index) =>
    el(
      "div",
      {
        class: `part ${part.kind}`,
        role: "option",
        "aria-selected": "false",
        tabindex: -1,
        onmouseenter: () => onPoint(part, number),
        onmouseleave: () => onPoint(null, number),
        onfocus: ({ target }) => {
          if (target instanceof HTMLElement) select(target);
          onPoint(part, number);
        },
      },
      el("span", { class: "number" }, index === 0 ? String(number) : ""),
      el("span", { class: "label" }, part.label),
      el("span", { class: "text", dir: "auto" }, ...showText(part.text)),
    ),
  );
}

/** The one row that the tab key reaches. */
function select(row: HTMLElement): void {
  const last = row.parentElement?.querySelectorAll('[aria-selected="true"], [tabindex="0"]') ?? [];
  for (const other of last) {
    other.setAttribute("aria-selected", "false");
    other.setAttribute("tabindex", "-1");
  }
  row.setAttribute("aria-selected", "true");
  row.setAttribute("tabindex", "0");
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity };

function move(event: Event, rows: readonly HTMLElement[]): void {
  if (!(event instanceof KeyboardEvent)) return;
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const from = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.focus();
}

/** Characters that show nothing, or change how their neighbours are shown. */
// oxlint-disable-next-line eslint/no-control-regex -- these are what is looked for
const UNSEEN = /([\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]+)/;
const NAMES: Readonly<Record<string, string>> = { "\u00A0": "NBSP", "\u200B": "ZWSP", "\uFEFF": "BOM", "\u3000": "IDSP" };

function showText(text: string): (Node | string)[] {
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return shown.split(UNSEEN).map((part, index) => (index % 2 === 0 ? part : el("span", { class: "sign" }, nameSigns(part))));
}

function nameSigns(signs: string): string {
  const names = [...signs].slice(0, 8).map((sign) => NAMES[sign] ?? `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`);
  return `‹${names.join(" ")}${signs.length > 8 ? " …" : ""}›`;
}

function renderPager({ from, total, lines }: LinesView, onMove: (from: number) => void): Node[] {
  if (total <= LINES_AT_ONCE) return [];
  const button = (name: string, to: number): HTMLElement =>
    el("button", { type: "button", disabled: to < 0 || to >= total, onclick: () => onMove(to) }, name);
  const place = `lines ${from + 1}–${from + lines.length} of ${total.toLocaleString("en")}`;
  return [el("div", { class: "pager" }, button("Earlier lines", from - LINES_AT_ONCE), place, button("Later lines", from + LINES_AT_ONCE))];
}
