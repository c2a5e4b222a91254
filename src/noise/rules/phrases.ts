import {
  createPhraseTest,
  createStartTest,
  LONGEST_NOTICE,
  LONGEST_PHRASE,
  isCreditRest,
  isPointerRest,
  type PhraseFamily,
} from "../phrases.ts";
import {
  ADVERTISEMENT_WHOLE,
  NOTICE_STARTS,
  PHOTO_LABELS,
  READ_ALSO_LABELS,
  READ_ALSO_WHOLE,
  SHARE_WHOLE,
  SUBSCRIBE_WHOLE,
} from "./phrase-lists.ts";
import type { NoiseRule } from "../rule.ts";

/** Makes a rule of one family of phrases. */
function phraseRule(name: string, description: string, family: PhraseFamily, examples: Pick<NoiseRule, "takes" | "leaves">): NoiseRule {
  const isPhrase = createPhraseTest(family);
  return { name, description, ...examples, maxLength: LONGEST_PHRASE, matches: (line) => isPhrase(line.text) };
}

export const shareLine: NoiseRule = /* @__PURE__ */ phraseRule(
  "share-line",
  "Share buttons and the names of the networks they lead to.",
  { whole: SHARE_WHOLE, labels: {} },
  {
    takes: ["Share", "SHARE THIS ARTICLE", "Поделиться", "• Facebook", "分享到", "Partager sur Facebook"],
    leaves: ["Share prices fell.", "Facebook said on Tuesday", "Share of the vote: 40 %"],
  },
);

export const readAlsoLine: NoiseRule = /* @__PURE__ */ phraseRule(
  "read-also-line",
  "Pointers to other articles: 'Read also' and what follows it.",
  {
    whole: READ_ALSO_WHOLE,
    labels: READ_ALSO_LABELS,
    isRest: isPointerRest,
  },
  {
    takes: ["Read also", "Read more »", "Читайте также: Курс рубля вырос", "Lire aussi : le budget adopté", "関連記事"],
    leaves: [
      "He read also the letter.",
      "Related costs rose.",
      "Читайте также его книгу, она вышла в мае.",
      "Recommended: take two tablets a day, and drink much water.",
      "По теме: президент заявил, что переговоры продолжатся завтра в Стамбуле.",
    ],
  },
);

export const advertisementLine: NoiseRule = /* @__PURE__ */ phraseRule(
  "advertisement-line",
  "The word that stands over an advert.",
  { whole: ADVERTISEMENT_WHOLE, labels: {} },
  { takes: ["Advertisement", "ANZEIGE", "- Реклама -", "広告"], leaves: ["Advertisement spending fell.", "The ad was removed."] },
);

export const subscribeLine: NoiseRule = /* @__PURE__ */ phraseRule(
  "subscribe-line",
  "Pleas to subscribe, register, sign in or follow.",
  { whole: SUBSCRIBE_WHOLE, labels: {} },
  {
    takes: ["Subscribe", "SUBSCRIBE NOW", "Jetzt abonnieren", "Подписывайтесь!", "ログイン"],
    leaves: ["Subscribe rates rose.", "Sign up to what, he asked.", "Register of voters"],
  },
);

const startsNotice = /* @__PURE__ */ createStartTest(NOTICE_STARTS);

export const noticeLine: NoiseRule = {
  name: "notice-line",
  description:
    "What a site tells its readers: how to subscribe, sign in, follow or comment, and notices about cookies, adverts and rights.",
  takes: [
    "Sign in to continue reading",
    "By signing up you agree to our terms.",
    "Abonnez-vous pour lire la suite de cet article.",
    "Mit der Registrierung stimmen Sie den Bedingungen zu.",
    "Подписывайтесь на наш канал",
    "この記事は会員限定です。",
  ],
  leaves: [
    "Sign in to the building was easy.",
    "By signing up to the pact, the ministers ended a dispute.",
    "“Sign in or register,” the page said.",
    "Mit der Registrierung der Partei begann der Streit.",
    "Abonnez-vous, dit-elle, et vous verrez.",
    "Перепечатка материалов самиздата стоила ему трёх лет.",
  ],
  maxLength: LONGEST_NOTICE,
  matches: (line) => startsNotice(line.text),
};

export const photoCreditLine: NoiseRule = /* @__PURE__ */ phraseRule(
  "photo-credit-line",
  "Photo and video credits: a label, a colon and a name.",
  {
    whole: { mul: "getty images|shutterstock" },
    labels: PHOTO_LABELS,
    isRest: isCreditRest,
  },
  {
    takes: ["Photo: A. Writer / Agency", "Фото: ТАСС", "Bild: dpa", "Crédit photo : AFP", "图片来源：新华社"],
    leaves: [
      "Photo of the year was shown.",
      "Фото и видео с места событий",
      "Bilder einer Ausstellung",
      "Credit: we owe the bank 5 million, he said, and that is not going to change.",
      "Image: it matters more than ever, say experts",
      "Photos: 12 killed in floods",
      'Bild: "Merz plant Steuersenkung"',
    ],
  },
);

/** `© Agency`, `(c) 2025 Agency`, `Copyright © Agency`: the sign begins the line; `(c)` alone is an item of a list. */
const SIGN = /^(?:©|copyright\s{0,3}(?:©|\(c\))|\(c\)\s{0,3}(?:19|20)\d\d\b)/i;
/** `Copyright 2025 Agency`, `Copyright by Agency 2025`: the word with a year, or alone. */
const WORD = /^copyright(?::?\s(?:by\s)?(?:\p{Lu}[^.!?]{0,40}\s)?(?:19|20)\d\d\b(?!:).{0,100})?$/iu;
/** The phrases that reserve rights, alone or with a short name before or behind them. */
const RIGHTS =
  /^.{0,40}\b(?:all rights reserved(?! for)|alle rechte vorbehalten|tous droits réservés|todos (?:los derechos|os direitos) reservados|tutti i diritti riservati)\b.{0,40}$|^(?:все права защищены|جميع الحقوق محفوظة|版权所有(?![者人方权的])|無断転載(?![でにはのが])).{0,40}$/iu;
/** A part of each of these phrases, in small letters: looked for one by one, which is several times as fast as the pattern. */
const RIGHTS_PARTS = ["serv", "vorbehalten", "права защищены", "الحقوق محفوظة", "版权所有", "無断転載"];
const LONGEST_COPYRIGHT = 160;

export const copyrightLine: NoiseRule = {
  name: "copyright-line",
  description: "Copyright notices: the sign or the word with a year or a name, or the phrase that reserves all rights.",
  takes: [
    "© 2025 Example News",
    "© Example News",
    "(c) 2025 Example News",
    "Copyright 2025 Example",
    "Copyright © 2025. All rights reserved.",
    "All rights reserved.",
    "Все права защищены",
    "版权所有 2025",
    "無断転載を禁じます",
  ],
  leaves: [
    "The © sign is old.",
    "Copyrighted works",
    "He reserved all rights.",
    "Copyright law must change, says minister",
    "Copyright claims against the firm were dismissed.",
    "(c) the right to be heard before a court.",
    "Copyright 2025: what changes for authors",
    "All rights reserved for women",
    "版权所有者起诉网站",
    "無断転載で出版社に賠償命令",
  ],
  maxLength: LONGEST_COPYRIGHT,
  matches: ({ text }) => isCopyright(text),
};

function isCopyright(text: string): boolean {
  const code = text.charCodeAt(0);
  const mayBegin = code === 0xa9 || code === 0x28 || code === 0x43 || code === 0x63; // ©, (, C, c
  if (mayBegin && (SIGN.test(text) || WORD.test(text))) return true;
  const lower = text.toLowerCase();
  return RIGHTS_PARTS.some((part) => lower.includes(part)) && RIGHTS.test(text);
}
