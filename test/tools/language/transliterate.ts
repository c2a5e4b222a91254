const SERBIAN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  ђ: "đ",
  е: "e",
  ж: "ž",
  з: "z",
  и: "i",
  ј: "j",
  к: "k",
  л: "l",
  љ: "lj",
  м: "m",
  н: "n",
  њ: "nj",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ћ: "ć",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "č",
  џ: "dž",
  ш: "š",
};

const UZBEK: readonly (readonly [latin: string, cyrillic: string])[] = [
  ["o'", "ў"],
  ["g'", "ғ"],
  ["yo", "ё"],
  ["yu", "ю"],
  ["ya", "я"],
  ["ye", "е"],
  ["sh", "ш"],
  ["ch", "ч"],
  ["ts", "ц"],
  ["a", "а"],
  ["b", "б"],
  ["d", "д"],
  ["e", "е"],
  ["f", "ф"],
  ["g", "г"],
  ["h", "ҳ"],
  ["i", "и"],
  ["j", "ж"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["q", "қ"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["v", "в"],
  ["x", "х"],
  ["y", "й"],
  ["z", "з"],
  ["'", "ъ"],
];

/** Serbian in Latin letters, lower case; the two alphabets of the language correspond letter by letter. */
export function serbianToLatin(text: string): string {
  return text.toLowerCase().replace(/./gsu, (sign) => SERBIAN[sign] ?? sign);
}

/** Uzbek in Cyrillic letters, lower case, by the official correspondence of 1995; `e` is `э` where a word begins. */
export function uzbekToCyrillic(text: string): string {
  let rest = text
    .toLowerCase()
    .replace(/[‘’ʻʼ`]/gu, "'")
    .replace(/(?<![a-z'])e/gu, "э");
  for (const [latin, cyrillic] of UZBEK) rest = rest.replaceAll(latin, cyrillic);
  return rest;
}
