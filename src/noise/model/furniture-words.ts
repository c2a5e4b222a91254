/**
 * Words that web pages have around their articles, in most languages of the press: of subscribing and signing in, of
 * sharing and comments, of adverts, cookies and rights, of credits and pointers. A line that holds some is not noise
 * for that: how many there are is one of the things the model weighs. In small letters; of writings without blanks
 * between words pairs of characters. Our own list.
 */
const FURNITURE_WORDS =
  // Names that are the same everywhere.
  "newsletter newsletters cookie cookies facebook twitter whatsapp telegram linkedin pinterest instagram youtube " +
  "tiktok reddit tumblr bluesky mastodon viber messenger snapchat flipboard rss podcast podcasts blog email mail " +
  "online login logout premium copyright getty shutterstock istock alamy imago unsplash pixabay dpa afp epa pap " +
  "ansa ritzau tt stt scanpix www http https html com " +
  // English.
  "subscribe subscribed subscribing subscriber subscribers subscription subscriptions unsubscribe register " +
  "registered signup password username account inbox sign signing download app advert adverts advertisement " +
  "advertisements advertise advertising sponsored promoted affiliate disclaimer privacy policy terms reserved " +
  "trademark sitemap faq contact website homepage menu search archive archives comment comments commenting reply " +
  "replies share shares tweet follow followers click tap updated published posted edited editor editorial author " +
  "authors contributor correspondent photo photos photograph picture pictures image images video videos gallery " +
  "caption courtesy credit source sources related recommended trending popular previous print save bookmark topics " +
  "tags tagged sections headlines stories digest daily edition unlimited access free trial offer exclusive unlock " +
  "log join " +
  // German.
  "abonnieren abonnement abo abonnent abonnenten anmelden anmeldung registrieren kostenlos einloggen passwort " +
  "konto nutzer datenschutz datenschutzerklärung impressum agb nutzungsbedingungen anzeige anzeigen werbung " +
  "gesponsert kommentar kommentare teilen merken drucken artikel foto fotos bild bilder bildergalerie quelle " +
  "quellen autor autorin redaktion redakteur aktualisiert veröffentlicht lesen lesezeit weiterlesen startseite " +
  "suche archiv themen meistgelesen empfohlen lesedauer minuten klicken nachrichten newsticker " +
  // French.
  "abonner abonnez abonnés abonné abonnements inscrivez inscrire inscription connecter connectez connexion " +
  "identifiant compte gratuitement publicité publicités annonce sponsorisé commentaire commentaires partager " +
  "partagez imprimer cliquez lire article articles crédit crédits auteur rédaction journaliste publié modifié " +
  "accueil recherche légales confidentialité réservés droits suivez retrouvez découvrez réagir lecture vidéo " +
  "vidéos " +
  // Spanish and Portuguese.
  "suscríbete suscríbase suscribirse suscribirte suscripción suscriptor suscriptores boletín boletines regístrate " +
  "registrarse iniciar sesión contraseña cuenta gratis publicidad anuncio anuncios patrocinado comentario " +
  "comentarios comentar compartir comparte imprimir enlace síguenos clic leer fotografía imagen imágenes fuente " +
  "redacción periodista publicado actualizado inicio buscar archivo privacidad aviso legal derechos reservados " +
  "noticias relacionadas portada assine assinar assinante assinantes assinatura inscreva cadastre cadastro entrar " +
  "senha conta grátis publicidade anúncio comentários compartilhar compartilhe partilhar clique aqui leia veja " +
  "imagem fonte redação jornalista atualizado pesquisar arquivo privacidade direitos siga notícias " +
  // Italian and Romanian.
  "abbonati abbonamento abbonarsi iscriviti iscrizione registrati accedi accesso gratuito pubblicità annuncio " +
  "sponsorizzato commenti commenta condividi stampa clicca autore redazione giornalista pubblicato aggiornato " +
  "riservata riproduzione diritti riservati ricerca archivio seguici notizie abonează abonați abonare " +
  "autentificare înregistrare parolă publicitate comentarii comentariu distribuie citește citeşte sursa sursă " +
  "redacția autorul articol urmărește drepturile rezervate " +
  // Dutch and the languages of the north.
  "abonneer abonnee abonnees aanmelden inloggen registreren wachtwoord advertentie reacties reageer reageren delen " +
  "lees bron redactie gepubliceerd bijgewerkt zoeken archief privacybeleid voorwaarden gelezen prenumerera " +
  "prenumerant prenumeranter prenumeration logga registrera lösenord annons annonser kommentarer kommentera läs " +
  "källa författare publicerad uppdaterad sök arkiv integritetspolicy följ tipsa abonnenter tilmeld annoncer " +
  "reklame læs kilde forfatter opdateret udgivet søg følg kjøp annonse oppdatert publisert journalist tips " +
  "redaksjon tilaa tilaaja kirjaudu rekisteröidy salasana uutiskirje mainos kommentit kommentoi lähde kirjoittaja " +
  "toimitus julkaistu päivitetty haku arkisto kuva kuvat seuraa evästeet " +
  // Polish, Czech and Slovak.
  "subskrybuj prenumerata zapisz zaloguj zarejestruj rejestracja hasło darmowy reklama reklamy sponsorowany " +
  "komentarz komentarze udostępnij drukuj kliknij czytaj również źródło źródła redakcja dziennikarz opublikowano " +
  "aktualizacja zdjęcie zdjęcia fot szukaj archiwum prywatności regulamin zastrzeżone prawa obserwuj polecane " +
  "najnowsze wideo materiał obejrzyj předplatné předplatit předplaťte přihlásit přihlaste registrace registrovat " +
  "heslo účet zdarma komentáře komentář diskuse diskuze sdílet sdílejte tisk klikněte čtěte zdroj redakce " +
  "publikováno aktualizováno fotogalerie hledat soukromí podmínky práva vyhrazena sledujte související predplatné " +
  "prihlásiť registrácia zdieľať prečítajte diskusia " +
  // Hungarian, Croatian, Slovene, Albanian, Turkish, Estonian, Latvian, Lithuanian.
  "feliratkozás iratkozzon előfizetés előfizető bejelentkezés regisztráció jelszó ingyenes hirdetés reklám " +
  "hozzászólás hozzászólások megosztás kattintson olvassa forrás szerző szerkesztő frissítve fotó képek keresés " +
  "archívum adatvédelem kövessen pretplata pretplati prijava prijavite registracija lozinka oglas oglasi komentari " +
  "komentar komentara podijeli podeli pročitajte izvor redakcija objavljeno ažurirano slika pretraga arhiva " +
  "pratite naročnina naročite geslo komentarji preberite avtor regjistrohu komente abone üye giriş kayıt şifre " +
  "ücretsiz reklam ilan yorum yorumlar paylaş tıklayın oku haberler haberin kaynak yazar editör güncelleme " +
  "yayınlanma fotoğraf arama arşiv gizlilik takip hakları saklıdır telli tellimine logi registreeru parool reklaam " +
  "kommentaarid allikas toimetus avaldatud uuendatud otsi abonē abonēt ienākt reģistrēties parole reklāma " +
  "komentāri dalīties lasi avots autors publicēts meklēt prenumeruoti prisijungti registruotis slaptažodis " +
  "komentarai dalintis skaitykite šaltinis autorius nuotr ieškoti " +
  // Russian, Ukrainian, Bulgarian, Serbian.
  "подписаться подпишитесь подписывайтесь подписка подписку подписки подписчик подписчиков рассылка рассылку " +
  "рассылки войти вход регистрация зарегистрируйтесь зарегистрироваться пароль аккаунт бесплатно реклама рекламы " +
  "рекламе комментарий комментарии комментариев комментировать поделиться поделитесь распечатать нажмите читать " +
  "читайте подробнее источник источники автор редакция редактор корреспондент опубликовано обновлено фото " +
  "фотография фотографии видео поиск архив конфиденциальности соглашение права защищены перепечатка копирование " +
  "следите телеграм вконтакте одноклассники дзен фейсбук сайт сайта ссылка ссылки новости главное главная теги " +
  "тегам материалы материал популярное последние рубрика риа тасс интерфакс підписатися підпишіться підписуйтесь " +
  "підписка розсилка увійти реєстрація безкоштовно коментар коментарі коментарів поділитися читати детальніше " +
  "джерело редакція опубліковано оновлено відео пошук архів новини стежте абонирай абонамент парола безплатно " +
  "коментари коментара сподели прочетете източник снимка снимки търсене последвайте претплата пријава подели " +
  "прочитајте извор аутор редакција објављено " +
  // Greek.
  "εγγραφή εγγραφείτε εγγραφειτε συνδρομή συνδρομητές συνδρομητής σύνδεση συνδεθείτε κωδικός λογαριασμός δωρεάν " +
  "διαφήμιση διαφημίσεις σχόλιο σχόλια σχολίασε κοινοποίηση μοιραστείτε εκτύπωση διαβάστε διαβαστε επίσης " +
  "περισσότερα πηγή πηγη συντάκτης συντακτική δημοσίευση δημοσιεύθηκε ενημέρωση ενημερώθηκε φωτογραφία φωτογραφίες " +
  "φωτο βίντεο αναζήτηση αρχείο όροι χρήσης απορρήτου δικαιώματα ακολουθήστε ακολουθηστε ειδήσεις σχετικά δημοφιλή " +
  "eurokinissi " +
  // Arabic, Persian, Hebrew.
  "اشترك اشتراك الاشتراك النشرة البريدية تسجيل الدخول سجل كلمة المرور حساب مجانا إعلان إعلانات تعليق تعليقات " +
  "التعليقات شارك مشاركة طباعة اضغط اقرأ أيضا المزيد المصدر مصدر الكاتب المحرر تحرير نشر تحديث صورة الصورة صور " +
  "فيديو بحث أرشيف الخصوصية الحقوق محفوظة تابعنا تابعونا واتساب فيسبوك تويتر تلغرام اشتراک عضویت ورود ثبت نام رمز " +
  "رایگان تبلیغات نظر نظرات دیدگاه اشتراک‌گذاری چاپ کلیک بخوانید بیشتر منبع نویسنده خبرنگار انتشار عکس ویدیو جستجو " +
  "آرشیو کانال הירשמו הרשמה התחבר התחברות סיסמה חינם פרסומת תגובות תגובה שתפו שיתוף הדפסה לחצו קראו עוד מקור כתבות " +
  "צילום צילומים וידאו חיפוש ארכיון פרטיות זכויות שמורות עקבו " +
  // Hindi, Vietnamese, Indonesian, Korean.
  "सब्सक्राइब न्यूजलेटर लॉगिन रजिस्टर विज्ञापन टिप्पणी कमेंट शेयर पढ़ें फोटो वीडियो स्रोत लेखक संपादक खोजें फॉलो " +
  "व्हाट्सएप फेसबुक ký đăng nhập khẩu quảng cáo luận chia sẻ nguồn ảnh berlangganan langganan masuk daftar sandi " +
  "iklan bagikan baca juga sumber penulis pencarian ikuti 구독 구독하기 구독자 로그인 회원가입 비밀번호 광고 댓글 공유 공유하기 기사 기자 저작권자 저작권 " +
  "무단 전재 재배포 금지 사진 출처 관련기사 이메일 카카오톡 페이스북 트위터 네이버 뉴스 제보 클릭 검색 입력 수정 " +
  // Chinese and Japanese, pairs.
  "订阅 訂閱 登录 登錄 登入 注册 註冊 会员 會員 账号 帳號 密码 密碼 免费 免費 广告 廣告 评论 評論 留言 分享 转发 轉發 打印 列印 点击 點擊 点赞 扫码 扫描 二维 阅读 閱讀 更多 原文 来源 來源 " +
  "作者 编辑 編輯 责编 責編 责任 記者 记者 图片 圖片 图源 摄影 攝影 视频 影片 搜索 搜尋 版权 版權 转载 轉載 授权 授權 声明 聲明 关注 關注 微信 微博 公众 公號 客户 下载 下載 热门 熱門 推荐 " +
  "推薦 相关 相關 标签 標籤 上一 下一 返回 首页 首頁 网站 網站 网址 投稿 举报 收藏 購読 登録 会員 無料 有料 広告 コメ 共有 シェ 印刷 クリ 続き 読む 記事 関連 出典 編集 撮影 写真 画像 動画 " +
  "検索 無断 転載 禁止 著作 配信 ログ グイ メル ブロ ツイ";

/** Slots of the table: a power of two, three times as many as there are words, so that most looks find an empty one. */
const SLOTS = 1 << 12;
const SLOT_MASK = SLOTS - 1;
/** The low bits of a hash are less mixed than these. */
const SLOT_SHIFT = 8;

/** The words' hashes in a table for {@link holdsHash}. */
export function furnitureTable(hashOf: (word: string) => number): Int32Array {
  const table = new Int32Array(SLOTS);
  for (const word of FURNITURE_WORDS.split(" ")) {
    const hash = hashOf(word);
    let slot = (hash >>> SLOT_SHIFT) & SLOT_MASK;
    while (table[slot] !== 0) slot = (slot + 1) & SLOT_MASK;
    table[slot] = hash;
  }
  return table;
}

/** Whether a hash, which is never 0, is in the table: where it is not, one number is looked at, seldom more. */
export function holdsHash(table: Int32Array, hash: number): boolean {
  for (let slot = (hash >>> SLOT_SHIFT) & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
    const found = table[slot]!;
    if (found === 0 || found === hash) return found !== 0;
  }
}
