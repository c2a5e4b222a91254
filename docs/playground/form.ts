import { ENCODINGS, NOISE_CHOICES } from "./choices.ts";
import { byId, el } from "./dom.ts";
import type { PlaygroundOptions } from "./protocol.ts";

/** The options' part of the page. */
export interface Form {
  readonly options: PlaygroundOptions;
  set(options: PlaygroundOptions): void;
  setEncoding(encoding: string | null): void;
}

/** Fills and reads the options. */
export function createForm(onChange: () => void): Form {
  const noise = byId("noise", HTMLSelectElement);
  const encoding = byId("encoding", HTMLInputElement);
  const language = byId("language", HTMLInputElement);
  const repair = byId("repair", HTMLInputElement);
  noise.append(...NOISE_CHOICES.map(([level, name]) => el("option", { value: level ?? "" }, name)));
  byId("encodings", HTMLDataListElement).append(...ENCODINGS.map((name) => el("option", { value: name })));
  for (const control of [noise, encoding, language, repair]) control.addEventListener("change", onChange);

  const setEncoding = (name: string | null): void => void (encoding.value = name ?? "");
  return {
    get options() {
      return {
        noise: NOISE_CHOICES.find(([level]) => level === noise.value)?.[0] ?? null,
        encoding: encoding.value.trim() === "" ? null : encoding.value.trim(),
        detectLanguage: language.checked,
        repairText: repair.checked,
      };
    },
    setEncoding,
    set(options) {
      noise.value = options.noise ?? "";
      language.checked = options.detectLanguage;
      repair.checked = options.repairText;
      setEncoding(options.encoding);
    },
  };
}
