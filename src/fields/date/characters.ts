/** First digits of the decimal systems that news are dated in (Unicode General_Category Nd, Basic Multilingual Plane). */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
  0xff10,
] as const;

const NINE = 0x39;
const ZERO = 0x30;
const FIRST_FOREIGN_ZERO = 0x660;
/** Behind the last digits of the scripts' own blocks; only full-width forms come after. */
const LAST_FOREIGN_NINE = 0x1819;
const WIDE_ZERO = 0xff10;

/** Value of a decimal digit of any script, or -1. */
export function digitValue(code: number): number {
  if (code <= NINE) return code >= ZERO ? code - ZERO : -1;
  if (code < FIRST_FOREIGN_ZERO || (code > LAST_FOREIGN_NINE && code < WIDE_ZERO)) return -1;
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
}

/** Values of the ideographs numbers are written with; 十 and up multiply. */
const IDEOGRAPHS: ReadonlyMap<string, number> = new Map(
  Object.entries({ 〇: 0, "○": 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 百: 100, 千: 1000 }),
);

/** Whether numbers are written with this ideograph. */
export function isIdeographDigit(character: string): boolean {
  return IDEOGRAPHS.has(character);
}

/** `二〇二五` and `二千二十五` as a number. */
export function ideographNumber(text: string): number {
  let sum = 0;
  let digits = 0;
  for (const character of text) {
    const value = IDEOGRAPHS.get(character) ?? 0;
    if (value < 10) digits = digits * 10 + value;
    else {
      sum += (digits === 0 ? 1 : digits) * value;
      digits = 0;
    }
  }
  return sum + digits;
}

/** Blanks inside a line. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000;
}

/** Letters and their marks; all that is neither digit, blank nor punctuation counts. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (Number.isNaN(code)) return false; // behind the text's end
  if (code < 0xc0) return code === 0xaa || code === 0xba || code === 0xb0;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x2bff) return code === 0x200c || code === 0x200d;
  if (code >= 0x3000 && code <= 0x303f) return code === 0x3007 || code === 0x3005;
  if (code >= 0xff00 && code <= 0xff65) return (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  return !isOtherPunctuation(code) && digitValue(code) < 0;
}

/** Arabic, Devanagari, Thai and ideographic points, emoji halves. */
function isOtherPunctuation(code: number): boolean {
  if (code === 0x60c || code === 0x61b || code === 0x61f || code === 0x6d4 || code === 0x964 || code === 0x965 || code === 0xe2f)
    return true;
  return (code >= 0x66a && code <= 0x66d) || (code >= 0xd800 && code <= 0xf8ff) || code === 0x30fb || code === 0xfffd;
}

/** Scripts written without blanks between words, and Hangul, whose units stand behind digits without one. */
export function isDense(code: number): boolean {
  if (code < 0xe00) return false;
  if (code <= 0xeff || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)) return true;
  return code === 0x3007 || (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}
