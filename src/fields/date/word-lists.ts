/**
 * Small words of dates in the languages of the month table, folded (lower case, no points). What they are: facts of
 * the languages, from CLDR's date patterns and Wiktionary. Words of a phrase are joined by `_`.
 */

/** Between the parts of a date: `11 de noviembre`, `5th of May`, `2025 m. lapkričio 11 d.`, `11-нче ноябрь`. */
export const FILLERS =
  "de del d da di do du of the le den al von vom dia dzień dnia rok godine gada an mga ng ika في من ה יום เดือน วันที่ ที่ วัน เมื่อ ngày";

/** May stand before a date: articles, and the word day. */
export const LEADING = "le il el lo la den d der am ngày วันที่ dia día ika noong tanggal tarikh на năm у в an dne dana na";

/** Before a time of day: `um 15 Uhr`, `à 15h`, `kl. 15.30`, `о 15:00`. */
export const CLOCK_WORDS =
  "at um ob à a la las às ás as alle ore ora orele o godz godzina kl klo klokken klockan om u v ve o в у о об saat saati saatlik sa στις ώρα ώρες בשעה שעה الساعة ساعت ساعة बजे เวลา lúc vào hồi giờ pukul jam les h час vreme plkst val time y e и i et and und";

/** The word of an hour behind its number: `15 Uhr`, `15h30`, `15 год`, `15時`. */
export const HOUR_WORDS =
  "h hs hrs hr uhr uur u ч год heures heure hora horas giờ 時 时 点 點 시 น hodin hod óra órakor бас นาฬิกา klo godz";
export const MINUTE_WORDS = "min m mn мин хв 分 분 phút minutes минут daqiqa دقيقة دقیقه นาที";
export const SECOND_WORDS = "s sec sek сек 秒 초 ثانیه";

/** Before noon. */
export const AM_WORDS =
  "am 上午 午前 早上 凌晨 清晨 오전 새벽 ص صباحا صباحاً قظ sáng ap délelőtt asubuhi priekšpusdienā prijepodne пре_подне կա मपू түшкө_чейинки fm vm πμ dop dopoledne पूर्वाह्न পূর্বাহ্ণ";
/** After noon. */
export const PM_WORDS =
  "pm 下午 午後 晚上 傍晚 오후 م مساء مساءً بظ chiều tối ip délután mchana jioni popodne poslijepodne по_подне pēcpusdienā կհ मउ түштөн_кийинки nm μμ odp odpoledne अपराह्न অপরাহ্ণ";

export const NOON_WORDS =
  "noon midday mittag midi mediodía mezzogiorno meio-dia полдень полудень południe poledne podne 正午 정오 ظهرا ظهراً";
export const MIDNIGHT_WORDS =
  "midnight mitternacht minuit medianoche mezzanotte meia-noite полночь північ północ půlnoc ponoć поноћ middernacht midnatt חצות 자정";

/** Marks a number as a year, before or behind it: `2025 г.`, `năm 2025`, `2025年`. */
export const YEAR_WORDS =
  "г год года году р рік року r roku rok gada m metų metais წელი წლის წელს 年 년 năm ปี թ թվական թվականի ж жыл жылы жылғы il ili jil yil yili yilning оны он année año ano anno anul god godine godina vuonna aasta vit viti year ء eko";
export const MONTH_WORDS = "月 월 tháng thg сарын сар";
export const DAY_WORDS = "日 号 號 일 d dn dienos день дня өдөр өдрийн числа күні gün günü";

/** Behind a day's number: `11th`, `1er`, `11-го`, `11º`, `1লা`. */
export const ORDINALS =
  "st nd rd th er re ère ème eme è º ª ° o a te ste de го е й я ого є га і ші нчи нчы inci ıncı üncü ncu án én jén ján jan jen ą é ii ს р ний ны ին րա রা লা ই শে ঠা ra ri eko na ти ма d η ης";

/** Reads the year before it as one of the Buddhist era. */
export const BUDDHIST_WORDS = "พศ be ພສ";
/** Says that the year is the common one. */
export const COMMON_ERA_WORDS = "คศ ad ce م میلادی ميلادي ميلادية";
/** Says that the year is a solar Hijri one. */
export const PERSIAN_ERA_WORDS = "شمسی خورشیدی هجری ش";

/** Era and the Gregorian year before its first (the emperors' reigns; the Republic of China). */
export const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
};

/** Weekdays in brackets behind a date: `2025年11月11日(火)`. Sunday first. */
export const BRACKETED_WEEKDAYS = ["日月火水木金土", "일월화수목금토"] as const;
