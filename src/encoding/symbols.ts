// Prices, in nats, of characters that are not letters of the script at hand: how surprising one is in news text.
// Set by hand from their order of frequency in news; the detector is not sensitive to a nat more or less.

const FREQUENT = 5;
const KNOWN = 6.5;
const RARE = 8;
const ODD = 10.5;
const GRAPHIC = 11;
const FOREIGN_SCRIPT = 9.5;
const CONTROL = 13;
const NEVER = 13;
/** A byte that stands for no character at all. */
export const NO_CHARACTER = 13;

const BY_PRICE: readonly (readonly [characters: string, price: number])[] = [
  ["\u00a0–—“”„«»’…،؟", FREQUENT],
  ["‘‚‹›•·¡¿؛־״׳ʼ№ªº₪ـ", KNOWN],
  ["€£©®°§½²³¼¾™†±×\u00ad\u200c\u200e\u200f฿ๆฯ‐‑―´", RARE],
  ["¤¦¨¸", NEVER],
];

const prices = new Map<string, number>(
  BY_PRICE.flatMap(([characters, price]) => [...characters].map((character) => [character, price] as const)),
);

const ANY_LETTER = /^\p{L}$/u;
const GRAPHICS = /^[\u2190-\u23ff\u2500-\u25ff]$/;

/** Nats that a character outside the letters of the script costs, 5…14. */
export function symbolPrice(character: string): number {
  const known = prices.get(character);
  if (known !== undefined) return known;
  if (character === "\uFFFD") return NO_CHARACTER;
  if (character < "\u00a0" || (character >= "\uE000" && character <= "\uF8FF")) return CONTROL;
  if (GRAPHICS.test(character)) return GRAPHIC;
  return ANY_LETTER.test(character) ? FOREIGN_SCRIPT : ODD;
}

/** Characters that stand between two letters without a blank. */
export const IN_WORD: ReadonlySet<string> = new Set("’ʼ·\u00ad\u200c‐‑׳״ـ\u00a0–—…");
