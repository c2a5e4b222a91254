import type { Diagnostic, DumpResult, Removal, Report } from "../../src/index.ts";
import { el } from "./dom.ts";
import type { EncodingView } from "./protocol.ts";

/** Characters of JSON that are shown; the download has all. */
const MOST_JSON_CHARACTERS = 100_000;
/** Rows of a table that are shown. */
const MOST_ROWS = 500;

/** The record's article, or what is known of a rejected one, as JSON. */
export function renderJson(result: DumpResult): HTMLElement {
  const json = JSON.stringify(result.kind === "article" ? result.article : result.rejected, null, 2);
  const shown = json.length > MOST_JSON_CHARACTERS ? `${json.slice(0, MOST_JSON_CHARACTERS)}\n… (the download has all)` : json;
  return el("pre", { class: "json" }, shown);
}

/** The ledger: what was taken out, and by which rule. */
export function renderRemoved(removed: readonly Removal[]): HTMLElement {
  if (removed.length === 0) return el("p", {}, "Nothing was removed.");
  return table(
    ["Line", "Rule", "Score", "Text"],
    removed.map((removal) => [lines(removal), removal.rule, scoreOf(removal), removal.text]),
  );
}

/** What the input's reader should know. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): HTMLElement {
  if (diagnostics.length === 0) return el("p", {}, "No diagnostics.");
  return table(
    ["Severity", "Code", "Message", "Line"],
    diagnostics.map((diagnostic) => [
      el("span", { class: `severity-${diagnostic.severity}` }, diagnostic.severity),
      diagnostic.code,
      diagnostic.message,
      diagnostic.span === null ? "" : lines({ span: diagnostic.span }),
    ]),
  );
}

/** What the record could be encoded in; each can be tried. */
export function renderEncodings(encodings: readonly EncodingView[], isForced: boolean, onTry: (encoding: string | null) => void): HTMLElement {
  const rows = encodings.map(({ encoding, confidence, evidence, sample }) => [
    encoding,
    `${Math.round(confidence * 100)} %`,
    evidence ?? "",
    el("span", { dir: "auto" }, sample),
    evidence === null ? el("button", { type: "button", onclick: () => onTry(encoding) }, `Try ${encoding}`) : "used",
  ]);
  const back = isForced ? [el("p", {}, el("button", { type: "button", onclick: () => onTry(null) }, "Back to detection"))] : [];
  const none = encodings.length === 1 ? [el("p", {}, "No other encoding would give another text, or the bytes prove this one.")] : [];
  return el("div", {}, table(["Encoding", "Confidence", "Evidence", "Reads as", "Choice"], rows), ...none, ...back);
}

/** The counts of the dump. */
export function renderReport(report: Report): HTMLElement {
  return el("pre", { class: "json" }, JSON.stringify(report, null, 2));
}

function lines({ span }: Pick<Removal, "span">): string {
  return span.lineStart === span.lineEnd ? String(span.lineStart) : `${span.lineStart}–${span.lineEnd}`;
}

function scoreOf(removal: Removal): string {
  return "score" in removal && typeof removal.score === "number" ? removal.score.toFixed(2) : "";
}

function table(head: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  const more = rows.length - MOST_ROWS;
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...head.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows.slice(0, MOST_ROWS).map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell))))),
    ...(more > 0 ? [el("caption", {}, `the first ${MOST_ROWS} of ${rows.length}`)] : []),
  );
}
