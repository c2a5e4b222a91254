// News-like sentences written for these tests, by the legacy encodings of their language.
export interface TestText {
  language: string;
  encodings: readonly string[];
  sentences: readonly string[];
}

export const TEXTS: readonly TestText[] = [
  {
    language: "ru",
    encodings: ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
    sentences: [
      "Городской совет утвердил бюджет на следующий год и выделил деньги на ремонт школ.",
      "Движение поездов на северной линии восстановлено после сильного снегопада.",
      "По словам министра, новые правила вступят в силу первого марта.",
      "Учёные рассказали, как меняется уровень воды в озере за последние десять лет.",
    ],
  },
  {
    language: "uk",
    encodings: ["windows-1251", "koi8-u", "iso-8859-5"],
    sentences: [
      "Міська рада ухвалила рішення про будівництво нового мосту через річку.",
      "Українські вчені представили результати дослідження якості питної води.",
      "Наступного тижня очікується потепління, повідомили синоптики.",
    ],
  },
  {
    language: "cs",
    encodings: ["windows-1250", "iso-8859-2", "ibm852"],
    sentences: [
      "Zastupitelé schválili rozpočet města a přidali peníze na opravy silnic.",
      "Vědci změřili, že se hladina řeky za poslední týden zvýšila o půl metru.",
      "Příští zápas sehraje mužstvo až v neděli odpoledne na domácím hřišti.",
    ],
  },
  {
    language: "pl",
    encodings: ["windows-1250", "iso-8859-2", "ibm852"],
    sentences: [
      "Rada miasta przyjęła uchwałę o budowie nowej szkoły w północnej dzielnicy.",
      "Naukowcy ogłosili wyniki badań nad jakością powietrza w największych miastach.",
      "Pociągi jeżdżą już normalnie, choć śnieg wciąż utrudnia życie mieszkańcom.",
    ],
  },
  {
    language: "de",
    encodings: ["windows-1252", "ibm850", "macintosh"],
    sentences: [
      "Der Gemeinderat beschloss den Haushalt für das nächste Jahr und erhöhte die Gebühren.",
      "Die Züge fahren nach dem Schneefall wieder, größere Verspätungen gibt es nur im Süden.",
      "Über die Hälfte der Schüler übt täglich, sagte die Präsidentin des Verbands.",
    ],
  },
  {
    language: "fr",
    encodings: ["windows-1252", "macintosh"],
    sentences: [
      "Le conseil municipal a adopté le budget de l'année prochaine après un débat animé.",
      "Les écoles rouvriront lundi, a annoncé la préfète lors d'une conférence de presse.",
      "La rivière a débordé à plusieurs endroits, mais les dégâts restent limités.",
    ],
  },
  {
    language: "tr",
    encodings: ["windows-1254", "ibm857"],
    sentences: [
      "Belediye meclisi gelecek yılın bütçesini kabul etti ve okullara ek ödenek ayırdı.",
      "Yoğun kar yağışının ardından tren seferleri yeniden başladı.",
      "Araştırmacılar göldeki su seviyesinin on yılda nasıl değiştiğini açıkladı.",
    ],
  },
  {
    language: "el",
    encodings: ["windows-1253", "iso-8859-7", "ibm737"],
    sentences: [
      "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό για το επόμενο έτος.",
      "Τα δρομολόγια των τρένων αποκαταστάθηκαν μετά την έντονη χιονόπτωση.",
      "Οι επιστήμονες εξήγησαν πώς αλλάζει η στάθμη της λίμνης.",
    ],
  },
  {
    language: "he",
    encodings: ["windows-1255", "iso-8859-8", "ibm862"],
    sentences: ["מועצת העיר אישרה את התקציב לשנה הבאה והוסיפה כסף לבתי הספר.", "הרכבות חזרו לפעול אחרי השלג הכבד שירד בצפון הארץ."],
  },
  {
    language: "ar",
    encodings: ["windows-1256", "iso-8859-6"],
    sentences: [
      "وافق مجلس المدينة على ميزانية العام المقبل وخصص أموالا لإصلاح المدارس.",
      "عادت القطارات إلى العمل بعد تساقط الثلوج بكثافة في الشمال.",
    ],
  },
  {
    language: "ja",
    encodings: ["shift_jis", "euc-jp", "iso-2022-jp"],
    sentences: [
      "市議会は来年度の予算案を可決し、学校の修理に費用を充てることを決めた。",
      "大雪のため止まっていた列車は、夕方から運転を再開した。",
    ],
  },
  {
    language: "zh",
    encodings: ["gb18030", "hz"],
    sentences: ["市议会通过了明年的预算，并为学校维修拨出专款。", "大雪过后，北部线路的列车已经恢复运行。"],
  },
  {
    language: "zh-Hant",
    encodings: ["big5"],
    sentences: ["市議會通過了明年的預算，並為學校維修撥出專款。", "大雪過後，北部線路的列車已經恢復行駛。"],
  },
  {
    language: "ko",
    encodings: ["euc-kr", "johab"],
    sentences: ["시의회는 내년 예산안을 통과시키고 학교 보수에 쓸 돈을 늘렸다.", "폭설로 멈췄던 열차가 저녁부터 다시 다니기 시작했다."],
  },
  {
    language: "th",
    encodings: ["windows-874"],
    sentences: ["สภาเมืองอนุมัติงบประมาณปีหน้าและเพิ่มเงินสำหรับซ่อมแซมโรงเรียน", "รถไฟกลับมาวิ่งได้อีกครั้งหลังหิมะตกหนักทางภาคเหนือ"],
  },
];
