import type { Evidence } from "./score.ts";
import { SCRIPT, SCRIPT_COUNT } from "./scripts.ts";

/** How many letters of an alphabet one sign stands for; CJK text is two to three times as dense. */
const HAN_LETTERS = 2.5;
const KANA_LETTERS = 1.5;
const HANGUL_LETTERS = 2;
/** Share of kana from which a text with Chinese characters is Japanese; Chinese news quotes a の now and then. */
const JAPANESE_KANA_SHARE = 0.08;

/** The letters of one script in the evidence. */
export interface ScriptShare {
  /** Han stands for Chinese and Japanese text. */
  readonly script: number;
  /** Letters, counted as those of an alphabet. */
  readonly letters: number;
}

/** The scripts of the evidence, most letters first. */
export function rankScripts({ letters }: Evidence): ScriptShare[] {
  const ranked: ScriptShare[] = [];
  for (let script: number = SCRIPT.LATIN; script < SCRIPT_COUNT; script++) {
    if (script === SCRIPT.KANA || script === SCRIPT.BOPOMOFO) continue;
    const count =
      script === SCRIPT.HAN ? hanLetters(letters) : script === SCRIPT.HANGUL ? letters[script]! * HANGUL_LETTERS : letters[script]!;
    if (count > 0) ranked.push({ script, letters: count });
  }
  return ranked.sort((a, b) => b.letters - a.letters);
}

function hanLetters(letters: Float64Array): number {
  return (letters[SCRIPT.HAN]! + letters[SCRIPT.BOPOMOFO]!) * HAN_LETTERS + letters[SCRIPT.KANA]! * KANA_LETTERS;
}

/** Whether the kana among the Chinese characters prove Japanese. */
export function isJapanese({ letters }: Evidence): boolean {
  const kana = letters[SCRIPT.KANA]!;
  return kana > 0 && kana >= (kana + letters[SCRIPT.HAN]!) * JAPANESE_KANA_SHARE;
}
