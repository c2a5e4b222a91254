import type { HeaderFieldName } from "./format.ts";

/** Labels in English, Spanish, German, French, Russian, Arabic, Chinese, Portuguese, Italian and Japanese. */
const LABELS: Readonly<Record<HeaderFieldName, string>> = {
  date: "date|published|publication date|pubdate|fecha|fecha de publicación|datum|veröffentlicht|erscheinungsdatum|date de publication|publié|дата|дата публикации|опубликовано|التاريخ|تاريخ النشر|日期|发布日期|發布日期|时间|發佈日期|data|data de publicação|publicado|data di pubblicazione|pubblicato|日付|公開日|掲載日",
  time: "time|hora|uhrzeit|zeit|heure|время|الوقت|時間|ora|時刻",
  title:
    "title|headline|título|titular|titel|überschrift|schlagzeile|titre|заголовок|название|العنوان|عنوان|标题|標題|manchete|titolo|タイトル|見出し|表題",
  subtitle: "subtitle|subheadline|subtítulo|untertitel|sous-titre|подзаголовок|العنوان الفرعي|副标题|副標題|sottotitolo|サブタイトル",
  language: "lang|language|idioma|lengua|sprache|langue|язык|اللغة|语言|語言|língua|lingua|言語",
  publication:
    "source|publication|newspaper|publisher|fuente|periódico|medio|quelle|zeitung|medium|journal|источник|издание|газета|المصدر|الصحيفة|来源|來源|媒体|报纸|fonte|jornal|publicação|giornale|testata|出典|媒体名|新聞|ソース",
  byline: "author|byline|by|autor|autora|autor/a|verfasser|von|auteur|автор|الكاتب|المؤلف|بقلم|作者|记者|記者|autore|著者|筆者",
  section:
    "section|category|rubric|sección|categoría|ressort|rubrik|kategorie|rubrique|catégorie|section/rubrique|рубрика|раздел|категория|القسم|التصنيف|版块|栏目|分类|seção|editoria|categoria|sezione|カテゴリ|カテゴリー|分野",
  dateline: "dateline|place|location|lugar|ort|lieu|место|المكان|地点|地點|local|luogo|場所",
  url: "url|link|address|enlace|adresse|lien|ссылка|адрес|الرابط|رابط|链接|連結|网址|網址|ligação|endereço|collegamento|indirizzo|リンク|アドレス",
};

/** Field of a label in small letters. */
export const HEADER_LABELS: ReadonlyMap<string, HeaderFieldName> = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.split("|").map((label) => [label.normalize("NFC"), field as HeaderFieldName])), // the keys are the names
);
