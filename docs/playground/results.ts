import { byId, el } from "./dom.ts";
import type { Engine } from "./engine.ts";
import type { Outcome, PlaygroundOptions, RecordView } from "./protocol.ts";
import { createTabs } from "./tabs.ts";
import { pointInArticle, renderArticle } from "./view-article.ts";
import { renderDiagnostics, renderEncodings, renderJson, renderRemoved, renderReport } from "./view-panels.ts";
import { renderRecords } from "./view-records.ts";
import { describePart, renderSource } from "./view-source.ts";

/** The lower part of the page: a dump's records, one of them in full. */
export interface Results {
  show(outcome: Outcome, options: PlaygroundOptions): Promise<void>;
  hide(): void;
}

/** Creates the results' part of the page. */
export function createResults(engine: Engine, onTryEncoding: (encoding: string | null) => void): Results {
  const section = byId("results", HTMLElement);
  const summary = byId("summary", HTMLElement);
  const records = byId("records", HTMLElement);
  const source = byId("source", HTMLElement);
  const detail = byId("detail", HTMLElement);
  const tabs = createTabs(["article", "json", "removed", "diagnostics", "encoding", "report"]);
  byId("tabs", HTMLElement).append(tabs.element);
  let shownOutcome: Outcome | null = null;

  function showLines(view: RecordView, lines = view.lines): void {
    detail.textContent = "";
    source.replaceChildren(
      ...renderSource(lines, {
        onPoint(part, line) {
          detail.textContent = part === null ? "" : describePart(part, line, view.result);
          pointInArticle(tabs.panel("article"), part?.label ?? null);
        },
        onMove: (from) => void engine.lines(view.position, from).then((moved) => showLines(view, moved)),
      }),
    );
  }

  function showView(view: RecordView, outcome: Outcome, options: PlaygroundOptions): void {
    const { result } = view;
    const removed = result.kind === "article" ? result.article.removed : [];
    const { diagnostics } = result.kind === "article" ? result.article : result.rejected;
    tabs.fill("article", "Article", result.kind === "article" ? renderArticle(result.article) : el("p", {}, `Rejected: ${result.rejected.message}`));
    tabs.fill("json", "JSON", renderJson(result));
    tabs.fill("removed", `Removed ${removed.length}`, renderRemoved(removed));
    tabs.fill("diagnostics", `Diagnostics ${diagnostics.length}`, renderDiagnostics(diagnostics));
    tabs.fill("encoding", "Encoding", renderEncodings(view.encodings, options.encoding !== null, onTryEncoding));
    tabs.fill("report", "Report", renderReport(outcome.report));
    showLines(view);
  }

  async function choose(position: number, outcome: Outcome, options: PlaygroundOptions, isByHand: boolean): Promise<void> {
    const view = await engine.record(position);
    if (outcome !== shownOutcome) return; // another dump has come meanwhile
    records.replaceChildren(...renderRecords(outcome.records, position, (next) => void choose(next, outcome, options, true)));
    if (isByHand) records.querySelector<HTMLElement>("[aria-current]")?.focus();
    showView(view, outcome, options);
  }

  return {
    hide: () => void (section.hidden = true),
    async show(outcome, options) {
      shownOutcome = outcome;
      summary.textContent = summarise(outcome);
      if (outcome.records.length > 0) await choose(0, outcome, options, false);
      section.hidden = outcome.records.length === 0;
    },
  };
}

function summarise({ report }: Outcome): string {
  const { lines, articles, rejected } = report;
  const count = (amount: number, noun: string): string => `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
  return (
    `${count(articles, "article")}, ${rejected} rejected. ${count(lines.total, "line")}: ` +
    `${lines.kept} kept, ${lines.removed} removed, ${lines.blank} blank, ${lines.rejected} rejected.`
  );
}
