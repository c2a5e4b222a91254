import { addInvalid, type DecodedText, unitAt } from "./double-byte.ts";
import { roomForUnits, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

const ESCAPE = 0x1b;
const REPLACEMENT = 0xfffd;
const KATAKANA_SHIFT = 0xff61 - 0x21;

/** What bytes stand for until the next escape. */
type State = "ascii" | "roman" | "katakana" | "pairs";

/** States by the two bytes behind ESC. */
const ESCAPES: Readonly<Record<string, State>> = { "(B": "ascii", "(J": "roman", "(I": "katakana", "$@": "pairs", $B: "pairs" };

/**
 * Text of ISO-2022-JP, as the [WHATWG decoder](https://encoding.spec.whatwg.org/#iso-2022-jp-decoder) reads it: an
 * escape right behind another is an error, and a bad escape leaves its bytes as text.
 */
export function decodeIso2022Jp(bytes: Uint8Array): DecodedText {
  const { length } = bytes;
  // Bytes of a bad escape stay text: at most one unit a byte and one for the end.
  const units = roomForUnits(length + 2);
  let count = 0;
  let state: State = "ascii";
  /** Whether the last thing read was an escape. */
  let escaped = false;
  let invalid: InvalidBytes | null = null;
  const fail = (at: number): void => {
    units[count++] = REPLACEMENT;
    invalid = addInvalid(invalid, at);
  };
  for (let at = 0; at < length;) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) {
      const next: State | undefined = at + 2 < length ? ESCAPES[String.fromCharCode(bytes[at + 1]!, bytes[at + 2]!)] : undefined;
      if (next === undefined) {
        fail(at);
        escaped = false;
        at++;
        continue;
      }
      if (escaped) fail(at);
      escaped = true;
      state = next;
      at += 3;
      continue;
    }
    escaped = false;
    if (state !== "pairs") {
      const unit = singleUnit(byte, state);
      if (unit === REPLACEMENT) fail(at);
      else units[count++] = unit;
      at++;
      continue;
    }
    const isLead = byte >= 0x21 && byte <= 0x7e;
    const trail = isLead && at + 1 < length ? bytes[at + 1]! : -1;
    const isPair = trail >= 0x21 && trail <= 0x7e;
    const unit = isPair ? unitAt("jis0208", (byte - 0x21) * 94 + trail - 0x21) : REPLACEMENT;
    if (unit === REPLACEMENT) fail(at);
    else units[count++] = unit;
    // An escape in place of a trail byte is read as an escape; any other byte is lost with the lead byte.
    at += isLead && trail >= 0 && trail !== ESCAPE ? 2 : 1;
  }
  return { text: textOfUnits(units, count), invalid };
}

function singleUnit(byte: number, state: State): number {
  if (state === "katakana") return byte >= 0x21 && byte <= 0x5f ? byte + KATAKANA_SHIFT : REPLACEMENT;
  if (byte > 0x7f || byte === 0x0e || byte === 0x0f) return REPLACEMENT;
  if (state === "roman" && byte === 0x5c) return 0xa5;
  return state === "roman" && byte === 0x7e ? 0x203e : byte;
}
