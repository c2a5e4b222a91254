/** One test per piece of text: most pieces hold nothing to take out. Addresses, markup, and signs to compose. */
// oxlint-disable-next-line no-misleading-character-class -- a range of combining marks is what is looked for
const GATE = /[<&@\u0300-\u036f\u0653-\u0655\u1100-\u11ff\ufb00-\ufefc\uff01-\uffdc]|\/\/|www\./;
/** `https://a.example/b`, `www.a.example` */
const ADDRESS = /(?:[a-z]{2,8}:\/\/|www\.)[^\s<>"]+/giu;
/** Longest parts of `desk@a.example` and `@handle` that are taken out. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 200;
const DOMAIN_SIGN = /[\w.-]/;
const PLUS = "+";
/** `<p class="a">`, `</p>` */
const TAG = /<\/?[a-z!][^<>]{0,1000}>/giu;
/** `&amp;`, `&#1055;`, `&#x41f;`, `&eacute;` */
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,31}));/giu;
/** Signs that are one letter in two or more code points, or a letter in a form for one place or width. */
const UNCOMPOSED = /[\u0300-\u036f\u0653-\u0655\u1100-\u11ff\ufb00-\ufefc\uff01-\uffdc]/;

/** Last parts of named entities, `eacute` and the like, as combining signs. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  tilde: "\u0303",
  cedil: "\u0327",
  ring: "\u030a",
  caron: "\u030c",
  breve: "\u0306",
  macr: "\u0304",
  ogon: "\u0328",
  dot: "\u0307",
};
const NAMED_LETTERS: Readonly<Record<string, string>> = {
  szlig: "ß",
  aelig: "æ",
  oslash: "ø",
  eth: "ð",
  thorn: "þ",
  oelig: "œ",
  lstrok: "ł",
  dstrok: "đ",
  inodot: "ı",
  rsquo: "’",
  lsquo: "‘",
  apos: "'",
  "#39": "'",
};

/** Whether {@link cleanText} would change the text. */
export function needsCleaning(text: string): boolean {
  return GATE.test(text);
}

/** The text as the detector reads it: addresses and markup out, entities of letters read, letters composed. */
export function cleanText(text: string): string {
  const cleaned = withoutMail(text.replace(ADDRESS, " ")).replace(TAG, " ").replace(ENTITY, readEntity);
  return UNCOMPOSED.test(cleaned) ? cleaned.normalize("NFKC") : cleaned;
}

/** Mail addresses and names of accounts as blanks; scanned by hand, since a pattern would begin at every letter. */
function withoutMail(text: string): string {
  let result = "";
  let done = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (at < done) continue;
    let end = at + 1;
    while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN_SIGN.test(text.charAt(end))) end++;
    if (end === at + 1) continue;
    let start = at;
    while (start > done && at - start < LONGEST_LOCAL && isLocalSign(text.charAt(start - 1))) start--;
    result += `${text.slice(done, start)} `;
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

function isLocalSign(sign: string): boolean {
  return sign === PLUS || DOMAIN_SIGN.test(sign);
}

function readEntity(_entity: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name === undefined) return readCodePoint(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
  const lower = name.toLowerCase();
  const letter = NAMED_LETTERS[lower];
  if (letter !== undefined) return letter;
  const accent = ACCENTS[lower.slice(1)];
  return accent === undefined ? " " : name.charAt(0) + accent;
}

function readCodePoint(codePoint: number): string {
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : " ";
}
