const COLON = 0x3a;
const WIDE_COLON = 0xff1a;

/** Whether a UTF-16 unit is a colon, that of Chinese and Japanese writing included. */
export function isColon(code: number): boolean {
  return code === COLON || code === WIDE_COLON;
}
