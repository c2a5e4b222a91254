import { isColon } from "../text/colon.ts";
import { foldCase } from "./title/characters.ts";

/** What a label at the start of a line announces. */
export type LabelKind = "byline" | "credit" | "url" | "section" | "dateline";

/** A label found at the start of a line. */
export interface FoundLabel {
  readonly kind: LabelKind;
  /** Column where the value begins. */
  readonly valueStart: number;
  /** Whether a colon (or an equals sign) stands behind the label. */
  readonly hasColon: boolean;
  /** Whether the label is one that needs no colon before a name: `By`, `von`. */
  readonly isPreposition: boolean;
}

/** Words before a name that need no colon, small letters. */
const PREPOSITIONS: readonly string[] = [
  "by|written by|reported by|reporting by|story by|words by|text by|opinion by|analysis by|review by|interview by|posted by",
  "von|text von|ein kommentar von|eine analyse von|kommentar von|kolumne von|interview von|bericht von|gastbeitrag von",
  "par|propos recueillis par|recueilli par|écrit par|publié par|texte de",
  "por|escrito por|publicado por|redactado por|texto de|da redação|por redação",
  "di|a cura di|testo di|scritto da|pubblicato da|door|geschreven door|van onze redactie",
  "av|skriven av|tekst av|af|skrevet af|skrevet av|tekst",
  "autor|oprac|opracował|opracowała|opracowanie|napisał|napisała|autoři|autorka",
  "oleh|ditulis oleh|dilaporkan oleh|tác giả|bởi|theo",
  "yazan|haber|scris de|publicat de|írta|szerző|γράφει ο|γράφει η|του|της|συντάκτης",
  "بقلم|كتب|كتبت|بواسطة|إعداد|نویسنده|به قلم|نوشته",
  "автор|авторы|автор текста|текст|автори",
  "記者|记者|本报记者|本報記者|本刊记者|本网记者|通讯员|通訊員|实习记者|作者|撰文|文|글|文・",
];
/** Labels of authors that stand before a colon. */
const BYLINE_LABELS: readonly string[] = [
  "author|authors|byline|writer|reporter|correspondent|contributor|editor|editing|text|words|source|sources",
  "autor|autorin|autoren|verfasser|redaktion|redakteur|quelle|quellen",
  "auteur|auteurs|autrice|texte|rédaction|source",
  "autor|autora|autores|redacción|texto|textos|fuente|fuentes|edición|reportero",
  "autor|autora|redação|texto|reportagem|fonte|edição",
  "autore|autori|autrice|testo|testi|redazione|fonte",
  "auteur|tekst|bron|redactie|skribent|journalist|journalister|källa|kilde|skrevet av|skrevet af|reporter",
  "autor|autorzy|autorka|redakcja|źródło|tekst|oprac|opr|autoři|zdroj|redakce|text",
  "автор|авторы|автор текста|текст|подготовил|подготовила|подготовили|источник|корреспондент|журналист|редактор|материал подготовил|материал подготовила",
  "автор|автори|автори тексту|текст|підготував|підготувала|джерело|кореспондент|журналіст|редактор",
  "yazar|yazan|haber|kaynak|muhabir|editör|haber merkezi|derleyen",
  "autori|sursa|sursă|redactor|jurnalist|szerző|írta|forrás|szerkesztő",
  "συντάκτης|συντάκτρια|αρθρογράφος|πηγή|κείμενο|ρεπορτάζ|επιμέλεια|του|της",
  "penulis|reporter|pewarta|wartawan|editor|sumber|kontributor|laporan|oleh",
  "tác giả|phóng viên|người viết|bài|nguồn|theo|biên tập",
  "الكاتب|المؤلف|بقلم|كتب|كتبت|المصدر|المحرر|إعداد|تقرير|تحرير|مراسل|المراسل",
  "نویسنده|خبرنگار|منبع|گزارش|گزارشگر|تهیه و تنظیم|مترجم|به قلم",
  "लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|स्रोत|सोर्स|संपादक|द्वारा|लेखन",
  "글|기자|취재|출처|작성자|글쓴이|편집",
  "文|記者|執筆|著者|筆者|取材|出典|ライター|作者|構成|文責|聞き手",
  "作者|记者|本报记者|编辑|责任编辑|责编|来源|撰文|文|撰稿|通讯员|实习记者|见习记者|编译|校对|审核|供稿",
  "記者|責任編輯|編輯|來源|撰稿|通訊員|編譯|責編|資料來源",
];
/** Labels of picture credits. */
const CREDIT_LABELS: readonly string[] = [
  "photo|photos|photo by|photos by|photograph|photograph by|photography|photography by|photo credit|photo courtesy|photo courtesy of|photo illustration|image|images|image credit|image source|image courtesy|picture|pictures|picture by|pictures by|credit|credits|illustration|illustration by|illustrations by|graphic|graphic by|file photo|video|video by|photographer|screenshot|courtesy",
  "foto|fotos|bild|bilder|bildquelle|bildnachweis|fotoquelle|grafik|archivbild|archivfoto|symbolbild|symbolfoto|quelle bild|copyright|video|fotograf|illustration|infografik|montage",
  "photo|photos|crédit|crédits|crédit photo|crédits photo|illustration|infographie|vidéo|photographie|photographe|image|dessin|capture d'écran",
  "foto|fotos|fotografía|fotografías|imagen|imágenes|crédito|créditos|ilustración|vídeo|fotógrafo|infografía|captura",
  "imagem|imagens|fotografia|ilustração|infográfico|arte|reprodução|divulgação|crédito da foto",
  "immagine|immagini|fotografia|fotografie|crediti|credito|illustrazione|infografica",
  "beeld|afbeelding|fotografie|fotograaf|illustratie|billede|billeder|fotograf|illustrasjon|illustration|bilde|grafikk|fotografi|arkivfoto|arkivbild",
  "fot|zdjęcie|zdjęcia|źródło zdjęcia|ilustracja|grafika|wideo|ilustrační foto|ilustrační snímek|snímek|zdroj foto|fotografie|fotogalerie|reprofoto",
  "фото|фотография|фотографии|иллюстрация|источник фото|фото автора|видео|кадр|скриншот|снимок|инфографика|коллаж",
  "фотографія|ілюстрація|джерело фото|відео|скріншот|колаж|ілюстративне фото",
  "fotoğraf|fotoğraflar|görsel|video|grafik|görüntü",
  "sursa foto|credit foto|captură|fotó|kép|illusztráció|nyitókép|borítókép|φωτο|φωτό|φωτογραφία|φωτογραφίες|πηγή φωτογραφίας|εικόνα|βίντεο",
  "ilustrasi|foto ilustrasi|sumber foto|dok|gambar|ảnh|ảnh minh họa|hình ảnh|hình|ảnh chụp màn hình|đồ họa",
  "صورة|الصورة|صور|تصوير|مصدر الصورة|عدسة|عکس|عکاس|تصویر|تصاویر|منبع عکس|عکس از",
  "फोटो|फ़ोटो|तस्वीर|चित्र|छवि|फोटो क्रेडिट|फोटो साभार|वीडियो",
  "사진|사진제공|사진출처|사진 제공|사진 출처|이미지|그래픽|영상|자료사진",
  "写真|写真提供|画像|画像提供|撮影|提供|図版|動画|イラスト|グラフィック",
  "图|图片|图片来源|图源|摄影|图片提供|资料图|配图|制图|视频|摄|图片说明|圖|圖片|圖片來源|圖源|攝影|資料圖|圖說|照片",
];
const URL_LABELS =
  "url|link|permalink|source url|original link|article url|web address|adresse|lien|enlace|ligação|collegamento|ссылка|адрес|адреса|посилання|odkaz|adres|bağlantı|tautan|liên kết|الرابط|رابط|لینک|آدرس|लिंक|링크|주소|リンク|链接|原文链接|网址|連結|網址|原文連結";
const SECTION_LABELS =
  "section|category|categories|topic|topics|rubric|filed under|posted in|ressort|rubrik|kategorie|thema|rubrique|catégorie|sección|categoría|tema|seção|editoria|categoria|sezione|rubriek|categorie|рубрика|раздел|категория|тема|розділ|категорія|kategoria|dział|sekce|kategori|bölüm|secțiune|rovat|κατηγορία|ενότητα|rubrik|chuyên mục|danh mục|القسم|التصنيف|بخش|دسته|श्रेणी|섹션|분야|카테고리|カテゴリ|カテゴリー|ジャンル|栏目|分类|版块|频道|欄目|分類|頻道";

interface Entry {
  readonly kind: LabelKind;
  readonly isPreposition: boolean;
}

/** Labels by the hash of their letters, with the label itself to be sure. */
const LABELS = new Map<number, Entry & { readonly label: string }>();
function add(lists: readonly string[], kind: LabelKind, isPreposition: boolean): void {
  for (const list of lists) {
    for (const written of list.split("|")) {
      const label = written.normalize("NFC");
      let hash = 0;
      for (let index = 0; index < label.length; index++) hash = addToHash(hash, label.charCodeAt(index));
      const known = LABELS.get(hash);
      if (known !== undefined && known.label !== label) throw new Error(`two labels share a hash: ${label}, ${known.label}`);
      if (known === undefined || isPreposition) LABELS.set(hash, { label, kind: known?.kind ?? kind, isPreposition });
    }
  }
}

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 0x01000193) ^ foldCase(code)) | 0;
}

add(CREDIT_LABELS, "credit", false);
add(BYLINE_LABELS, "byline", false);
add([URL_LABELS], "url", false);
add([SECTION_LABELS], "section", false);
add(PREPOSITIONS, "byline", true);

/** Longest label in UTF-16 units; most words in one. */
const LONGEST_LABEL = 26;
const MOST_WORDS = 4;
const EQUALS = 0x3d;
const SLASH = 0x2f;
const BLANK = 0x20;
const STOP = 0x2e;

/**
 * The label a line begins with: up to a colon, or a word like `By` with a blank behind it. One look at the
 * codes of the line's head and at most four look-ups.
 */
export function findLabel(text: string): FoundLabel | null {
  if (text !== lastText) {
    lastLabel = readLabel(text);
    lastText = text;
  }
  return lastLabel;
}

/** The line asked about last: several fields and rules ask about each. */
let lastText = "";
let lastLabel: FoundLabel | null = null;

function readLabel(text: string): FoundLabel | null {
  const limit = Math.min(text.length, LONGEST_LABEL + 1);
  let words = 0;
  let hash = 0;
  let stopless = 0; // hash without a last full stop
  let best: FoundLabel | null = null;
  for (let index = 0; index < limit; index++) {
    const code = text.charCodeAt(index);
    const endsLabel = isColon(code) || code === EQUALS;
    if (index > 0 && (endsLabel || code === BLANK || code === SLASH)) {
      const hasStop = text.charCodeAt(index - 1) === STOP;
      const entry = lookUp(hasStop ? stopless : hash, text, hasStop ? index - 1 : index);
      const { kind, isPreposition } = entry ?? UNKNOWN;
      if (endsLabel) return entry === null ? best : { kind, valueStart: index + 1, hasColon: true, isPreposition };
      const next = text.charCodeAt(index + 1);
      if (entry !== null && code === BLANK && isColon(next)) {
        return { kind, valueStart: index + 2, hasColon: true, isPreposition };
      }
      if (entry !== null) best = { kind, valueStart: index + 1, hasColon: false, isPreposition };
      if (++words >= MOST_WORDS) return best;
    }
    stopless = hash;
    hash = addToHash(hash, code);
  }
  return best;
}

const UNKNOWN: Entry = { kind: "byline", isPreposition: false };

function lookUp(hash: number, text: string, end: number): Entry | null {
  const entry = LABELS.get(hash);
  return entry !== undefined && text.slice(0, end).toLowerCase() === entry.label ? entry : null;
}

/** Whether a whole line is a label and nothing else: `By`, `Von`, `Foto:`. */
export function loneLabel(text: string): LabelKind | null {
  if (text.length > LONGEST_LABEL) return null;
  let end = text.length;
  const last = text.charCodeAt(end - 1);
  if (isColon(last) || last === STOP) end--;
  if (text.charCodeAt(end - 1) === BLANK) end--;
  let hash = 0;
  for (let index = 0; index < end; index++) hash = addToHash(hash, text.charCodeAt(index));
  return lookUp(hash, text, end)?.kind ?? null;
}
