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
    const count = countLetters(letters, script);
    if (count > 0) ranked.push({ script, letters: count });
  }
  return ranked.length < 2 ? ranked : ranked.sort((a, b) => b.letters - a.letters);
}

/** The script of most letters, `NONE` without any. */
export function findMainScript({ letters }: Evidence): number {
  let main: number = SCRIPT.NONE;
  let most = 0;
  for (let script: number = SCRIPT.LATIN; script < SCRIPT_COUNT; script++) {
    const count = countLetters(letters, script);
    if (count <= most) continue;
    main = script;
    most = count;
  }
  return main;
}

/** Letters of a script as those of an alphabet; those of Japanese and Chinese count under Han. */
export function countLetters(letters: Float64Array, script: number): number {
  if (script === SCRIPT.HAN) return hanLetters(letters);
  if (script === SCRIPT.KANA || script === SCRIPT.BOPOMOFO) return 0;
  return script === SCRIPT.HANGUL ? letters[script]! * HANGUL_LETTERS : letters[script]!;
}

function hanLetters(letters: Float64Array): number {
  return (letters[SCRIPT.HAN]! + letters[SCRIPT.BOPOMOFO]!) * HAN_LETTERS + letters[SCRIPT.KANA]! * KANA_LETTERS;
}

/** Whether the kana among the Chinese characters prove Japanese. */
export function isJapanese({ letters }: Evidence): boolean {
  const kana = letters[SCRIPT.KANA]!;
  return kana > 0 && kana >= (kana + letters[SCRIPT.HAN]!) * JAPANESE_KANA_SHARE;
}
