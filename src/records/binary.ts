/** Bytes looked at; control bytes of binary data are spread evenly. */
const SAMPLE_BYTES = 8 * 1024;
/** Share of control bytes from which a record is not text. Texts hold none, damaged ones a few. */
const BINARY_SHARE = 0.05;
/** So few control bytes are damage, however short the record. */
const HARMLESS_COUNT = 8;

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
/** Begins the escape sequences of ISO-2022 encodings and of terminal colours. */
const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const SPACE = 0x20;

/** Whether bytes of a single-byte-unit dump are not text at all. */
export function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!;
    if (byte < SPACE && (byte < TAB || byte > CARRIAGE_RETURN) && byte !== ESCAPE && byte !== SHIFT_IN && byte !== SHIFT_OUT) controls++;
  }
  return controls > HARMLESS_COUNT && controls / length > BINARY_SHARE;
}
