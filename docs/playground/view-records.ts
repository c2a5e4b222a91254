import { el } from "./dom.ts";
import type { RecordSummary } from "./protocol.ts";

/** Records that are listed at once. */
const PAGE_LENGTH = 20;

/** A page of the list of records, around the one that is shown. */
export function renderRecords(records: readonly RecordSummary[], current: number, onChoose: (position: number) => void): Node[] {
  if (records.length < 2) return [];
  const first = current - (current % PAGE_LENGTH);
  const items = records.slice(first, first + PAGE_LENGTH).map(({ isArticle, name }, index) => {
    const position = first + index;
    const text = isArticle ? `${position}: ${name}` : `${position}: rejected, ${name}`;
    const state = { ...(position === current ? { "aria-current": "true" } : {}), ...(isArticle ? {} : { class: "rejected" }) };
    return el("li", {}, el("button", { type: "button", title: text, ...state, onclick: () => onChoose(position) }, text));
  });
  const list = el("ol", { start: first }, ...items);
  return records.length > PAGE_LENGTH ? [renderPager(records.length, current, onChoose), list] : [list];
}

function renderPager(count: number, current: number, onChoose: (position: number) => void): HTMLElement {
  const step = (name: string, to: number): HTMLElement =>
    el("button", { type: "button", disabled: to < 0 || to >= count, onclick: () => onChoose(to) }, name);
  const chosen = el("input", { type: "number", min: 0, max: count - 1, value: current, onchange: () => onChoose(clamp(chosen.valueAsNumber)) });
  const clamp = (position: number): number => (Number.isNaN(position) ? current : Math.min(Math.max(Math.trunc(position), 0), count - 1));
  const label = el("label", {}, "Record ", chosen);
  return el("div", { class: "pager" }, step("Previous record", current - 1), label, ` of ${count.toLocaleString("en")}, the first is 0 `, step("Next record", current + 1));
}
