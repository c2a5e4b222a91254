import { byId, el } from "./dom.ts";
import { createEngine } from "./engine.ts";
import { EXAMPLES } from "./examples.ts";
import { createForm, type Form } from "./form.ts";
import type { Outcome } from "./protocol.ts";
import { createResults } from "./results.ts";
import { readFragment, toFragment } from "./share.ts";
import { THEME_KEY, readTheme } from "./theme.ts";

/** What is parsed: an example, pasted text, or a file. */
type Input = { readonly kind: "example"; readonly id: string } | { readonly kind: "text" | "file"; readonly blob: Blob; readonly name: string | null };

const engine = createEngine();
const results = createResults(engine, (encoding) => {
  form.setEncoding(encoding);
  void parse();
});
const form: Form = createForm(() => void parse());
const text = byId("text", HTMLTextAreaElement);
const message = byId("message", HTMLElement);
const progress = byId("progress", HTMLProgressElement);
const cancelButton = byId("cancel", HTMLButtonElement);
const downloadButton = byId("download", HTMLButtonElement);
const exampleChoice = byId("example", HTMLSelectElement);
const inputName = byId("input-name", HTMLElement);

let input: Input = { kind: "text", blob: new Blob([]), name: null };
let isParsing = false;
let run = 0; // counts the runs, so that an outdated one shows nothing

function tell(words: string, isBad = false): void {
  message.textContent = words;
  message.classList.toggle("bad", isBad);
}

/** Text that can be edited is shown, other bytes are named. */
function setInput(next: Input, shownText: string | null): void {
  input = next;
  if (shownText !== null && text.value !== shownText) text.value = shownText;
  if (shownText === null) text.value = "";
  const name = next.kind === "example" ? null : next.name;
  inputName.hidden = name === null;
  inputName.textContent = name;
  text.placeholder = shownText === null ? "These bytes are no plain UTF-8 text, or too many to edit; see the source below." : "Paste text here, or drop a file";
  if (next.kind !== "example") exampleChoice.value = "";
}

async function parse(): Promise<void> {
  const current = ++run;
  if (isParsing) engine.cancel();
  isParsing = false;
  const { options } = form;
  const blob = input.kind === "example" ? new Blob([exampleOf(input.id).bytes.slice()]) : input.blob;
  if (blob.size === 0) {
    results.hide();
    downloadButton.disabled = true;
    return tell("Paste a dump, drop a file or choose an example.");
  }
  tell("Parsing…");
  progress.hidden = cancelButton.hidden = false;
  progress.value = 0;
  isParsing = true;
  try {
    const outcome = await engine.parse(blob, input.kind === "file" ? input.name : null, options, (share, records) => {
      progress.value = share;
      message.textContent = `Parsing… ${records.toLocaleString("en")} records`;
    });
    if (current !== run) return;
    await results.show(outcome, options);
    downloadButton.disabled = outcome.report.articles === 0;
    tell(describe(outcome));
  } catch (error) {
    if (current !== run) return;
    results.hide();
    downloadButton.disabled = true;
    tell(error instanceof Error ? error.message : String(error), true);
  } finally {
    if (current === run) {
      isParsing = false;
      progress.hidden = cancelButton.hidden = true;
    }
  }
}

/** For less, loading the library takes longer than parsing. */
const TIMED_BYTES = 1e6;

function describe({ bytes, isGzip, milliseconds, report }: Outcome): string {
  const size = bytes < 1e5 ? `${bytes.toLocaleString("en")} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
  const records = report.records === 1 ? "1 record" : `${report.records.toLocaleString("en")} records`;
  const time = bytes < TIMED_BYTES ? "" : ` in ${(milliseconds / 1000).toFixed(1)} s`;
  return `Parsed ${size}${isGzip ? " (decompressed)" : ""}, ${records}${time}.`;
}

function exampleOf(id: string): (typeof EXAMPLES)[number] {
  return EXAMPLES.find((example) => example.id === id) ?? EXAMPLES[0]!;
}

/** Longest input that is put into the text field. */
const MOST_EDITED_BYTES = 100_000;

function editableText(bytes: Uint8Array): string | null {
  if (bytes.length > MOST_EDITED_BYTES || bytes.includes(0)) return null;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return decoded.includes("\r") ? null : decoded; // the field would change its line ends
  } catch {
    return null;
  }
}

function openExample(id: string): void {
  const example = exampleOf(id);
  exampleChoice.value = example.id;
  setInput({ kind: "example", id: example.id }, editableText(example.bytes));
}

async function openFile(file: File): Promise<void> {
  const bytes = file.size > MOST_EDITED_BYTES ? null : new Uint8Array(await file.arrayBuffer());
  setInput({ kind: "file", blob: file, name: file.name }, bytes === null ? null : editableText(bytes));
  await parse();
}

async function share(): Promise<void> {
  const shared = input.kind === "example" ? { example: input.id } : input.blob;
  const fragment = await toFragment(shared, form.options);
  if (fragment === null) return tell("This input is too long for a link.", true);
  history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link is copied. It holds the input and the options.");
  } catch {
    tell("The address of this page is the link now. It holds the input and the options.");
  }
}

async function download(): Promise<void> {
  const url = URL.createObjectURL(await engine.exportRows());
  const link = el("a", { href: url, download: "articles.ndjson" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function wire(): void {
  exampleChoice.append(el("option", { value: "" }, "Own text"), ...EXAMPLES.map(({ id, name }) => el("option", { value: id }, name)));
  exampleChoice.addEventListener("change", () => {
    if (exampleChoice.value === "") setInput({ kind: "text", blob: new Blob([text.value]), name: null }, text.value);
    else openExample(exampleChoice.value);
    void parse();
  });
  text.addEventListener("input", () => setInput({ kind: "text", blob: new Blob([text.value]), name: null }, text.value));
  byId("file", HTMLInputElement).addEventListener("change", ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void openFile(file);
  });
  byId("parse", HTMLButtonElement).addEventListener("click", () => void parse());
  byId("share", HTMLButtonElement).addEventListener("click", () => void share());
  downloadButton.addEventListener("click", () => void download());
  cancelButton.addEventListener("click", () => {
    run++;
    engine.cancel();
    isParsing = false;
    progress.hidden = cancelButton.hidden = true;
    tell("Cancelled.");
  });
  wireDrop(byId("drop", HTMLElement));
  wireTheme(byId("theme", HTMLSelectElement));
}

function wireDrop(target: HTMLElement): void {
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      target.classList.add("over");
    });
  }
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) target.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    target.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void openFile(file);
  });
}

function wireTheme(choice: HTMLSelectElement): void {
  choice.value = readTheme();
  choice.addEventListener("change", () => {
    document.documentElement.dataset["theme"] = choice.value;
    try {
      localStorage.setItem(THEME_KEY, choice.value);
    } catch {
      // Storage is forbidden: the choice holds for this page.
    }
  });
}

async function openShared(): Promise<void> {
  try {
    const shared = await readFragment(location.hash);
    form.set(shared.options);
    if (shared.bytes === null) openExample(shared.example ?? EXAMPLES[0]!.id);
    else setInput({ kind: "text", blob: new Blob([shared.bytes]), name: "from the link" }, editableText(shared.bytes));
  } catch {
    return tell("The link is damaged.", true);
  }
  await parse();
}

wire();
window.addEventListener("hashchange", () => void openShared());
void openShared();
