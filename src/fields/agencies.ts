/** News agencies as bylines and datelines name them, small letters. */
const AGENCIES: ReadonlySet<string> = new Set(
  (
    "ap|associated press|the associated press|reuters|afp|agence france-presse|dpa|dpa-afx|apa|sda|keystone-sda|kna|epd|sid|efe|europa press|ansa|italpress|adnkronos|agi|lapresse|lusa|agência brasil|agência lusa|estadão conteúdo|folhapress|" +
    "tass|тасс|риа новости|ria novosti|интерфакс|interfax|interfax.ru|итар-тасс|регнум|укринформ|укрінформ|уніан|унн|рбк|інтерфакс-україна|pap|iar|čtk|ctk|tasr|mti|agerpres|mediafax|news.ro|bta|hina|tanjug|fena|" +
    "ritzau|ntb|tt|stt|anp|belga|novum|cnn|cnn business|bbc|upi|bloomberg|xinhua|pti|ani|ians|uni|भाषा|पीटीआई|एजेंसी|एएनआई|आईएएनएस|वार्ता|antara|bernama|kompas.com|tempo.co|detik.com|tribunnews.com|republika.co.id|cnn indonesia|" +
    "ttxvn|vietnam+|aa|anadolu|anadolu ajansı|dha|iha|i̇ha|ihlas|irna|isna|fars|tasnim|mehr|ایرنا|ایسنا|فارس|مهر|تسنیم|wafa|kuna|spa|wam|petra|mena|رويترز|أ ف ب|ا ف ب|وكالات|د ب أ|واس|وام|سبوتنيك|الأناضول|" +
    "kyodo|jiji|共同|時事|ロイター|共同通信|時事通信|新华社|新華社|中新社|中新网|中央社|人民网|央视网|连线|yonhap|연합뉴스|뉴시스|뉴스1|ape-mpe|αμπε|απε-μπε|δπα|zuma press|sputnik|спутник|europapress|notimex|télam|telam|ats|belga news"
  ).split("|"),
);

/** Whether a text is the name of a news agency, brackets and case aside. */
export function isAgency(text: string): boolean {
  if (text.length < 2 || text.length > 24) return false;
  let key = text;
  if (/^[(（[【/]/u.test(key)) key = key.slice(1);
  if (/[)）\]】/]$/u.test(key)) key = key.slice(0, -1);
  return AGENCIES.has(key.trim().toLowerCase());
}
