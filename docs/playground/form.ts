import { byId, el } from "./dom.ts";
import type { PlaygroundOptions } from "./protocol.ts";

/** The options' part of the page. */
export interface Form {
  readonly options: PlaygroundOptions;
  readonly defaults: PlaygroundOptions;
  set(options: PlaygroundOptions): void;
  setEncoding(encoding: string | null): void;
}

/**
 * Fills and reads the options.
 *
 * @param levels - of noise, the default first
 */
export function createForm(levels: readonly PlaygroundOptions["noise"][], encodings: readonly string[], onChange: () => void): Form {
  const noise = byId("noise", HTMLSelectElement);
  const encoding = byId("encoding", HTMLInputElement);
  const language = byId("language", HTMLInputElement);
  const repair = byId("repair", HTMLInputElement);
  noise.append(...levels.map((level) => el("option", { value: level }, level)));
  byId("encodings", HTMLDataListElement).append(...encodings.map((name) => el("option", { value: name })));
  for (const control of [noise, encoding, language, repair]) control.addEventListener("change", onChange);

  const defaults: PlaygroundOptions = { noise: levels[0]!, encoding: null, detectLanguage: true, repairText: true };
  const setEncoding = (name: string | null): void => void (encoding.value = name ?? "");
  return {
    defaults,
    get options() {
      return {
        noise: levels.find((level) => level === noise.value) ?? defaults.noise,
        encoding: encoding.value.trim() === "" ? null : encoding.value.trim(),
        detectLanguage: language.checked,
        repairText: repair.checked,
      };
    },
    setEncoding,
    set(options) {
      noise.value = options.noise;
      language.checked = options.detectLanguage;
      repair.checked = options.repairText;
      setEncoding(options.encoding);
    },
  };
}
