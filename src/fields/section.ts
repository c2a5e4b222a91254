import { findLabel } from "./field-labels.ts";
import type { TextPart } from "./byline.ts";
import type { HeadLine } from "./title/head-lines.ts";
import { END_NONE } from "./title/line-shape.ts";

/** Names of sections that stand alone above headlines, small letters, in the languages with the most news. */
const SECTIONS: ReadonlySet<string> = new Set(
  (
    "news|world|world news|politics|business|economy|finance|markets|money|sport|sports|culture|arts|entertainment|opinion|editorial|commentary|analysis|science|technology|tech|health|education|environment|climate|travel|lifestyle|style|food|local|local news|national|international|europe|asia|africa|americas|middle east|us|usa|uk|u.s.|uk news|us news|us politics|crime|weather|obituaries|media|features|columnists|headlines|space|music|movies|tv|gaming|football|society|breaking news|top stories|" +
    "nachrichten|politik|wirtschaft|sport|kultur|panorama|wissen|wissenschaft|digital|gesellschaft|gesundheit|reise|auto|lokales|regional|inland|ausland|meinung|kommentar|feuilleton|medien|leben|netzwelt|ratgeber|vermischtes|unterhaltung|finanzen|technik|chronik|fußball|börse|deutschland|europa|welt|international|berlin|österreich|schweiz|" +
    "actualité|actualités|politique|économie|société|monde|international|sports|sciences|santé|environnement|planète|médias|technologies|faits divers|france|idées|débats|opinions|éducation|" +
    "noticias|política|economía|sociedad|mundo|internacional|deportes|deporte|cultura|ciencia|tecnología|salud|opinión|españa|méxico|argentina|colombia|nacional|nacionales|sucesos|espectáculos|entretenimiento|policiales|" +
    "notícias|economia|sociedade|desporto|esportes|esporte|ciência|tecnologia|saúde|opinião|brasil|portugal|cotidiano|polícia|educação|" +
    "notizie|politica|economia|società|mondo|esteri|cronaca|cultura|spettacoli|scienza|scienze|tecnologia|salute|opinioni|italia|ambiente|calcio|" +
    "nieuws|binnenland|buitenland|politiek|economie|cultuur|wetenschap|opinie|media|gezondheid|" +
    "nyheter|inrikes|utrikes|ekonomi|kultur|politikk|økonomi|utenriks|innenriks|nyheder|indland|udland|politik|debatt|debat|opinion|" +
    "wiadomości|polska|świat|gospodarka|polityka|kultura|biznes|nauka|zdrowie|opinie|społeczeństwo|kraj|sport|zprávy|domácí|zahraničí|ekonomika|politika|kultura|svět|česko|názory|věda|" +
    "новости|политика|экономика|общество|мир|в мире|спорт|культура|наука|технологии|происшествия|россия|в россии|бизнес|финансы|мнения|авто|здоровье|наука и техника|новини|політика|економіка|суспільство|світ|у світі|спорт|культура|україна|війна|події|" +
    "haber|haberler|gündem|siyaset|politika|ekonomi|dünya|türkiye|spor|kültür|kültür sanat|sağlık|teknoloji|eğitim|yaşam|magazin|son dakika|" +
    "știri|politică|economie|externe|internațional|sport|cultură|sănătate|actualitate|social|hírek|belföld|külföld|gazdaság|kultúra|tudomány|sport|" +
    "ειδήσεις|πολιτική|οικονομία|κοινωνία|κόσμος|διεθνή|αθλητισμός|σπορ|πολιτισμός|ελλάδα|υγεία|επιστήμη|τεχνολογία|" +
    "berita|nasional|internasional|politik|ekonomi|olahraga|budaya|hukum|teknologi|kesehatan|dunia|bisnis|hiburan|gaya hidup|" +
    "tin tức|thời sự|thế giới|kinh tế|kinh doanh|xã hội|thể thao|văn hóa|giải trí|pháp luật|giáo dục|sức khỏe|khoa học|công nghệ|chính trị|đời sống|" +
    "أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|العالم|عالم|منوعات|صحة|تكنولوجيا|محليات|مجتمع|فن|علوم|رأي|الشرق الأوسط|عربي ودولي|" +
    "اخبار|اخبار ایران|سیاسی|سیاست|اقتصادی|اقتصاد|اجتماعی|جامعه|ورزشی|ورزش|فرهنگی|فرهنگ|جهان|بین‌الملل|علمی|حوادث|ایران|" +
    "समाचार|देश|दुनिया|विदेश|राजनीति|खेल|मनोरंजन|व्यापार|बिजनेस|राज्य|राष्ट्रीय|अंतरराष्ट्रीय|टेक्नोलॉजी|स्वास्थ्य|शिक्षा|" +
    "뉴스|정치|경제|사회|국제|세계|문화|스포츠|연예|it·과학|과학|오피니언|사설|전국|북한|산업|금융|" +
    "ニュース|政治|経済|社会|国際|スポーツ|文化|科学|エンタメ|芸能|国内|海外|地域|暮らし|オピニオン|社説|ビジネス|テクノロジー|" +
    "新闻|时政|政治|财经|经济|社会|国际|体育|文化|科技|娱乐|军事|教育|健康|国内|评论|观点|汽车|房产|旅游|法治|要闻|新聞|財經|經濟|國際|體育|娛樂|社會|兩岸|生活|評論|要聞|地方"
  ).split("|"),
);
/** What stands between the steps of a breadcrumb. */
const STEP = /\s?(?:>{1,2}|›|»|→|＞)\s?|\s[/|·•]\s/u;
const HAS_STEP = /[>›»→＞]|\s[/|·•]\s/u;
const LONGEST_CRUMBS = 110;
const LONGEST_STEP = 36;
const LONGEST_SECTION = 28;
const MOST_STEPS = 7;
/** First steps: the front page. */
const HOME: ReadonlySet<string> = new Set(
  "home|homepage|start|startseite|accueil|inicio|portada|início|início|главная|головна|ana sayfa|anasayfa|acasă|kezdőlap|főoldal|αρχική|beranda|trang chủ|الرئيسية|الصفحة الرئيسية|صفحه اصلی|خانه|होम|홈|ホーム|トップ|首页|首頁|strona główna|domů|hem|hjem|forside|forsiden|hjem".split(
    "|",
  ),
);

/** So many short lines directly above the name of a section, or one there and more below, make a menu of them. */
const FEWEST_ABOVE = 2;
const FEWEST_AROUND = 3;

/** Whether a line is the name of a section and nothing else: `World`, `Политика`, `SPORT`. */
function isSectionName(text: string): boolean {
  return text.length <= LONGEST_SECTION && SECTIONS.has(withoutColon(text).trim().toLowerCase());
}

function withoutColon(text: string): string {
  return text.replace(/[:：]$/u, "").trimEnd();
}

/**
 * Where the section stands in a line above a headline: the name of a section, the value of a label, or the last
 * step of a breadcrumb (`Home > World > Europe`: `Europe`) that is not the headline itself. `null` for anything
 * else; a breadcrumb needs a front page or a section among its steps.
 */
export function findSection(text: string, title: string): TextPart | null {
  if (text.length > LONGEST_CRUMBS) return null;
  if (isSectionName(text)) return { start: 0, end: withoutColon(text).length };
  const label = findLabel(text);
  if (label?.kind === "section" && label.hasColon) {
    let start = label.valueStart;
    while (text.charAt(start) === " ") start++;
    return text.length > start && text.length - start <= LONGEST_STEP ? { start, end: text.length } : null;
  }
  return HAS_STEP.test(text) ? lastStep(text, title) : null;
}

function lastStep(text: string, title: string): TextPart | null {
  const steps = text
    .split(STEP)
    .map((step) => step.trim())
    .filter((step) => step !== "");
  if (steps.length < 2 || steps.length > MOST_STEPS) return null;
  const crumbs = steps.at(-1) === title ? steps.slice(0, -1) : steps;
  if (crumbs.some((step) => step.length > LONGEST_STEP)) return null;
  if (!crumbs.some((step) => HOME.has(step.toLowerCase()) || isSectionName(step))) return null;
  const last = crumbs.at(-1)!;
  if (HOME.has(last.toLowerCase())) return null;
  const end = steps.length === crumbs.length ? text.length : text.lastIndexOf(title) - 1;
  const start = text.lastIndexOf(last, end);
  const name = withoutColon(last);
  return name === "" ? null : { start, end: start + name.length };
}

/**
 * Whether the name of a section on a line of its own is one of the items of a menu: what it says of the site is
 * nothing of the article. Items stand one below the other, with the same number of blank lines between them.
 */
export function isMenuItem(head: readonly HeadLine[], at: number, titlePlace: number): boolean {
  const { gap } = head[at]!;
  let top = at;
  while (top > 0 && isItem(head[top - 1]!) && head[top]!.gap === gap) top--;
  let end = at + 1;
  while (end < titlePlace && isItem(head[end]!) && head[end]!.gap === gap) end++;
  const above = at - top;
  return above >= FEWEST_ABOVE || (above > 0 && end - top - 1 >= FEWEST_AROUND);
}

/** Whether a line is as short as the name of a section and says nothing of an article. */
function isItem(line: HeadLine): boolean {
  return line.text.length <= LONGEST_SECTION && line.end === END_NONE && !line.isDated && !line.isParagraph && line.label === null;
}
