import { createPhraseTest, type PhraseFamily } from "../phrases.ts";
import type { NoiseRule } from "../rule.ts";

/** Makes a rule of one family of phrases: English, Spanish, German, French, Russian, Arabic, Chinese, Portuguese, Italian, Japanese. */
function phraseRule(name: string, description: string, family: PhraseFamily, examples: Pick<NoiseRule, "takes" | "leaves">): NoiseRule {
  const isPhrase = createPhraseTest(family);
  return { name, description, ...examples, matches: (line) => isPhrase(line.text) };
}

export const shareLine = phraseRule(
  "share-line",
  "Share buttons and the names of the networks they lead to.",
  {
    whole: [
      "share", "share this", "share this article", "share this story", "share on facebook", "share on twitter", "share on x",
      "share on whatsapp", "share via email", "tweet", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest",
      "instagram", "reddit", "email", "copy link", "print", "print this article", "save", "comments", "leave a comment",
      "compartir", "comparte", "compartir en facebook", "compartir en twitter", "copiar enlace", "imprimir", "comentarios",
      "teilen", "artikel teilen", "auf facebook teilen", "auf twitter teilen", "merken", "drucken", "link kopieren", "kommentare",
      "partager", "partager cet article", "partager sur facebook", "partager sur twitter", "copier le lien", "imprimer", "commentaires",
      "поделиться", "поделиться в соцсетях", "скопировать ссылку", "распечатать", "комментарии", "вконтакте", "одноклассники",
      "شارك", "مشاركة", "شارك المقال", "نسخ الرابط", "طباعة", "تعليقات",
      "分享", "分享到", "分享到微信", "复制链接", "打印", "评论", "微信", "微博",
      "compartilhar", "compartilhe", "partilhar", "copiar link", "comentários",
      "condividi", "condividi su facebook", "copia link", "stampa", "commenti",
      "シェア", "シェアする", "ツイート", "印刷", "コメント", "リンクをコピー",
    ],
    labels: [],
  },
  { takes: ["Share", "SHARE THIS ARTICLE", "Поделиться", "• Facebook", "分享到", "Partager sur Facebook"], leaves: ["Share prices fell.", "Facebook said on Tuesday", "Share of the vote: 40 %"] },
);

export const readAlsoLine = phraseRule(
  "read-also-line",
  "Pointers to other articles: 'Read also' and what follows it.",
  {
    whole: ["read more", "more on this story", "related", "related articles", "related stories", "related news", "most read", "continue reading", "mehr lesen", "weiterlesen", "mehr zum thema", "leer más", "seguir leyendo", "lire la suite", "читать далее", "читать полностью", "материалы по теме", "новости по теме", "اقرأ المزيد", "المزيد", "阅读更多", "查看更多", "相关新闻", "相关阅读", "leia mais", "saiba mais", "continua a leggere", "leggi tutto", "続きを読む", "関連記事", "もっと見る"],
    labels: ["read also", "also read", "see also", "read next", "recommended", "lea también", "lee también", "te puede interesar", "vea también", "lesen sie auch", "auch interessant", "siehe auch", "lire aussi", "à lire aussi", "voir aussi", "a lire aussi", "читайте также", "читать также", "смотрите также", "по теме", "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "延伸阅读", "leia também", "veja também", "leggi anche", "vedi anche", "potrebbe interessarti", "あわせて読みたい"],
  },
  { takes: ["Read also", "Read more »", "Читайте также: Курс рубля вырос", "Lire aussi : le budget adopté", "関連記事"], leaves: ["He read also the letter.", "Related costs rose.", "Читайте также его книгу, она вышла в мае."] },
);

export const advertisementLine = phraseRule(
  "advertisement-line",
  "The word that stands over an advert.",
  {
    whole: ["advertisement", "advertising", "ad", "ads", "sponsored", "sponsored content", "promoted", "advertisement - scroll to continue", "story continues below advertisement", "article continues below advertisement", "publicidad", "anuncio", "contenido patrocinado", "anzeige", "werbung", "gesponsert", "publicité", "annonce", "contenu sponsorisé", "реклама", "на правах рекламы", "إعلان", "إعلانات", "广告", "廣告", "推广", "publicidade", "anúncio", "continua depois da publicidade", "pubblicità", "広告", "スポンサーリンク"],
    labels: [],
  },
  { takes: ["Advertisement", "ANZEIGE", "- Реклама -", "広告"], leaves: ["Advertisement spending fell.", "The ad was removed."] },
);

export const subscribeLine = phraseRule(
  "subscribe-line",
  "Pleas to subscribe, register, sign in or follow.",
  {
    whole: ["subscribe", "subscribe now", "subscribe to our newsletter", "sign up", "sign up for our newsletter", "sign up now", "sign in", "log in", "register", "newsletter", "follow us", "join us on telegram", "suscríbete", "suscribirse", "iniciar sesión", "regístrate", "síguenos", "abonnieren", "jetzt abonnieren", "newsletter abonnieren", "anmelden", "registrieren", "s'abonner", "abonnez-vous", "je m'abonne", "se connecter", "s'inscrire", "suivez-nous", "подписаться", "подпишитесь", "подписывайтесь", "подписывайтесь на наш телеграм-канал", "войти", "зарегистрироваться", "اشترك", "اشترك الآن", "تسجيل الدخول", "تابعنا", "订阅", "登录", "注册", "关注我们", "assine", "assinar", "inscreva-se", "entrar", "siga-nos", "abbonati", "iscriviti", "accedi", "registrati", "seguici", "購読", "登録", "ログイン", "会員登録", "フォローする"],
    labels: [],
  },
  { takes: ["Subscribe", "SUBSCRIBE NOW", "Jetzt abonnieren", "Подписывайтесь!", "ログイン"], leaves: ["Subscribe rates rose.", "Sign up to what, he asked.", "Register of voters"] },
);

export const photoCreditLine = phraseRule(
  "photo-credit-line",
  "Photo and video credits: a label, a colon and a name.",
  {
    whole: ["getty images", "shutterstock"],
    labels: ["photo", "photos", "image", "photo credit", "image credit", "image source", "picture", "foto", "fotos", "imagen", "bild", "bilder", "bildquelle", "photographie", "crédit photo", "crédits photo", "credit", "credits", "фото", "фотография", "иллюстрация", "الصورة", "صورة", "مصدر الصورة", "图", "图片来源", "图源", "摄影", "crédito", "imagem", "immagine", "写真", "画像"],
  },
  { takes: ["Photo: A. Writer / Agency", "Фото: ТАСС", "Bild: dpa", "Crédit photo : AFP", "图片来源：新华社"], leaves: ["Photo of the year was shown.", "Фото и видео с места событий", "Bilder einer Ausstellung"] },
);

/** `© 2025 Agency`, `(c) Agency`, `Copyright 2025`, `All rights reserved`; at most 160 characters. */
const COPYRIGHT = /^(?:(?:copyright\s{0,3})?(?:©|\(c\))|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|جميع الحقوق محفوظة|版权所有|無断転載)/iu;
const LONGEST_COPYRIGHT = 160;

export const copyrightLine: NoiseRule = {
  name: "copyright-line",
  description: "Copyright notices: lines that begin with the sign or the phrase.",
  takes: ["© 2025 Example News", "Copyright 2025 Example", "All rights reserved.", "Все права защищены", "版权所有 2025"],
  leaves: ["The © sign is old.", "Copyrighted works", "He reserved all rights."],
  matches: (line) => line.text.length <= LONGEST_COPYRIGHT && COPYRIGHT.test(line.text),
};
