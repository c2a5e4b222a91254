import { el } from "./dom.ts";

/** Tabs after the ARIA pattern: one tab stop, arrow keys, Home and End. */
export interface Tabs {
  readonly element: HTMLElement;
  /** Fills a tab's panel, and its name with it (for counts). */
  fill(id: string, name: string, ...content: readonly Node[]): void;
  /** The panel of a tab. */
  panel(id: string): HTMLElement;
}

/** Creates tabs; the first one is open. */
export function createTabs(ids: readonly string[]): Tabs {
  const buttons = ids.map((id) =>
    el("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`, onclick: () => open(id) }, id),
  );
  const panels = ids.map((id) => el("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, tabindex: 0 }));

  function open(id: string): void {
    for (const [index, other] of ids.entries()) {
      const isOpen = other === id;
      buttons[index]!.setAttribute("aria-selected", String(isOpen));
      buttons[index]!.setAttribute("tabindex", isOpen ? "0" : "-1");
      panels[index]!.hidden = !isOpen;
    }
  }

  function move(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const from = buttons.findIndex((button) => button === document.activeElement);
    const targets: Readonly<Record<string, number>> = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const index = (target + ids.length) % ids.length;
    open(ids[index]!);
    buttons[index]!.focus();
  }

  open(ids[0]!);
  const find = (id: string): HTMLElement => panels[ids.indexOf(id)]!;
  return {
    element: el("div", {}, el("div", { role: "tablist", "aria-label": "Views of the record", onkeydown: move }, ...buttons), ...panels),
    panel: find,
    fill(id, name, ...content) {
      buttons[ids.indexOf(id)]!.textContent = name;
      find(id).replaceChildren(...content);
    },
  };
}
