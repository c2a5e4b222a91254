import { isColon } from "../text/colon.ts";
import { DENSE_LETTER, kindOf, LETTER } from "./title/characters.ts";

/** Words that mark a credit inside a line when a bracket, a slash or a colon stands beside them, small letters. */
const CREDIT_WORDS: ReadonlySet<string> = new Set(
  (
    "photo photos foto fotos fot fotó fotoğraf fotograf bild image images imago picture credit credits crédit crédits crédito courtesy copyright illustration archiv " +
    "фото фотография иллюстрация ілюстрація φωτο φωτό φωτογραφία ảnh صورة تصوير عکس फोटो 사진 写真 摄影 攝影 图 图源 圖 撮影 " +
    "ap afp dpa apa epa efe ansa tass pap čtk ctk belga anp ntb tt ritzau lusa reuters getty gettyimages shutterstock istock unsplash pixabay alamy keystone imagn " +
    "тасс риа afp-jiji xinhua 新华社 jiji kyodo 共同 yonhap 연합뉴스 pti ani antara aa dha iha ukrinform унiан mti agerpres ζuma zuma wireimage usa scanpix nurphoto anadolu"
  ).split(" "),
);
const LONGEST_WORD = 14;
const COPYRIGHT = 0xa9;
const SLASH = 0x2f;
const BRACKET = 0x28;
const WIDE_BRACKET = 0xff08;

/**
 * Whether a line holds a credit the way captions do: a credit word or an agency beside a bracket, a slash or a
 * colon, or a copyright sign.
 */
export function hasCredit(text: string): boolean {
  let start = -1;
  let before = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    if (code === COPYRIGHT) return true;
    const kind = kindOf(code);
    if (kind === LETTER || kind === DENSE_LETTER) {
      if (start < 0) start = index;
      continue;
    }
    const length = index - start;
    if (
      start >= 0 &&
      length <= LONGEST_WORD &&
      (isEdge(before) || isEdge(code)) &&
      CREDIT_WORDS.has(text.slice(start, index).toLowerCase())
    ) {
      return true;
    }
    start = -1;
    before = code === 0x20 ? 0 : code;
  }
  return false;
}

function isEdge(code: number): boolean {
  return code === SLASH || isColon(code) || code === BRACKET || code === WIDE_BRACKET;
}
