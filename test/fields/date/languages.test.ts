import { describe, expect, test } from "vitest";
import { parseDate, parseDump } from "newsdump";

/**
 * A language, a line with a label of publication, one with a label of an update, and a date line without a label.
 * Published on 11 November 2025, updated on 12 November; synthetic, in the manner of each language's news pages.
 */
const LINES: readonly (readonly [string, string, string, string])[] = [
  ["en", "Published: November 11, 2025 3:00 pm", "Updated: November 12, 2025 8:05 am", "Tuesday, November 11, 2025"],
  ["de", "Veröffentlicht am 11. November 2025, 15:00 Uhr", "Aktualisiert am 12.11.2025 um 08:05 Uhr", "Dienstag, 11.11.2025, 15.00 Uhr"],
  ["fr", "Publié le 11 novembre 2025 à 15h00", "Mis à jour le 12 novembre 2025 à 8h05", "mardi 11 novembre 2025"],
  ["es", "Publicado el 11 de noviembre de 2025 a las 15:00 h", "Actualizado: 12 nov 2025 08:05", "martes, 11 de noviembre de 2025"],
  ["pt", "Publicado em 11/11/2025 às 15h00", "Atualizado em 12 de novembro de 2025 às 8h05", "terça-feira, 11 de novembro de 2025"],
  ["it", "Pubblicato il 11 novembre 2025 alle ore 15:00", "Ultimo aggiornamento: 12 novembre 2025, 8.05", "martedì 11 novembre 2025"],
  ["nl", "Gepubliceerd op 11 november 2025 om 15.00 uur", "Bijgewerkt: 12 november 2025 08:05", "di 11 nov 2025 15:00"],
  ["ca", "Publicat l'11 de novembre de 2025 a les 15:00", "Actualitzat el 12 de novembre de 2025", "11 de novembre de 2025"],
  ["ro", "Publicat: 11 noiembrie 2025, ora 15:00", "Actualizat: 12 noiembrie 2025, 08:05", "marți, 11 noiembrie 2025"],
  ["ru", "Опубликовано: 11 ноября 2025, 15:00", "Обновлено: 12 ноября 2025 г. в 8:05", "11 ноября 2025 года, вторник"],
  ["uk", "Опубліковано: 11 листопада 2025, 15:00", "Оновлено: 12 листопада 2025 р. о 8:05", "вівторок, 11 листопада 2025"],
  ["be", "Апублікавана: 11 лістапада 2025, 15:00", "Абноўлена: 12 лістапада 2025", "аўторак, 11 лістапада 2025 г."],
  ["bg", "Публикувано: 11 ноември 2025 г., 15:00 ч.", "Обновена: 12 ноември 2025, 8:05", "вторник, 11 ноември 2025"],
  ["mk", "Објавено: 11 ноември 2025, 15:00", "Ажурирано: 12 ноември 2025", "вторник, 11 ноември 2025"],
  ["sr", "Објављено: 11. новембра 2025. у 15:00", "Ажурирано: 12. новембар 2025. 8:05", "уторак, 11. новембар 2025."],
  ["sr", "Objavljeno: 11. novembra 2025. u 15:00", "Ažurirano: 12. novembar 2025.", "utorak, 11. novembar 2025."],
  ["pl", "Opublikowano: 11 listopada 2025, godz. 15:00", "Aktualizacja: 12 listopada 2025 08:05", "wtorek, 11 listopada 2025 r."],
  ["cs", "Publikováno: 11. listopadu 2025 15:00", "Aktualizováno: 12. 11. 2025 8:05", "úterý 11. listopadu 2025, 15:00"],
  ["sk", "Publikované: 11. novembra 2025 o 15:00", "Aktualizované: 12. novembra 2025 8:05", "utorok 11. novembra 2025"],
  ["sl", "Objavljeno: 11. november 2025 ob 15:00", "Posodobljeno: 12. november 2025", "torek, 11. november 2025"],
  ["hr", "Objavljeno: 11. studenoga 2025. u 15:00", "Ažurirano: 12.11.2025. 08:05", "utorak, 11. studenoga 2025."],
  ["hu", "Megjelent: 2025. november 11. 15:00", "Frissítve: 2025. november 12., 08:05", "2025. november 11., kedd"],
  ["fi", "Julkaistu 11.11.2025 klo 15.00", "Päivitetty 12.11.2025 klo 8.05", "tiistai 11. marraskuuta 2025"],
  ["et", "Avaldatud: 11. november 2025, 15:00", "Uuendatud: 12. november 2025", "teisipäev, 11. november 2025"],
  ["lv", "Publicēts: 2025. gada 11. novembrī, 15:00", "Atjaunināts: 12.11.2025", "otrdiena, 2025. gada 11. novembris"],
  ["lt", "Paskelbta: 2025 m. lapkričio 11 d. 15:00", "Atnaujinta: 2025-11-12 08:05", "2025 m. lapkričio 11 d."],
  ["sv", "Publicerad 11 nov 2025 kl 15.00", "Uppdaterad 12 november 2025 kl. 08.05", "tisdag 11 november 2025"],
  ["da", "Udgivet tirsdag 11. nov. 2025 kl. 15.00", "Opdateret 12. november 2025 kl. 08:05", "tirsdag den 11. november 2025"],
  ["nb", "Publisert tirsdag 11. november 2025 - 15:00", "Oppdatert 12.11.2025 kl. 08.05", "tirsdag 11. november 2025"],
  ["is", "Birt 11. nóvember 2025 kl. 15:00", "Uppfært 12. nóvember 2025", "þriðjudagur 11. nóvember 2025"],
  ["el", "Δημοσιεύθηκε: 11 Νοεμβρίου 2025, 15:00", "Ενημερώθηκε: 12 Νοεμβρίου 2025, 08:05", "Τρίτη, 11 Νοεμβρίου 2025"],
  ["sq", "Publikuar më: 11 nëntor 2025, 15:00", "Përditësuar: 12 nëntor 2025", "e martë, 11 nëntor 2025"],
  ["tr", "Yayınlanma: 11 Kasım 2025 Salı 15:00", "Güncelleme: 12.11.2025 08:05", "11 KASIM 2025, SALI"],
  ["az", "Dərc edilib: 11 noyabr 2025, 15:00", "Yenilənib: 12 noyabr 2025", "11 noyabr 2025, 15:00"],
  ["kk", "Жарияланды: 2025 жылғы 11 қараша, 15:00", "Жаңартылды: 12.11.2025", "11 қараша 2025"],
  ["uz", "Eʼlon qilingan: 11 noyabr 2025, 15:00", "Yangilangan: 12.11.2025", "11-noyabr 2025-yil"],
  ["hy", "Հրապարակվել է՝ 11 նոյեմբերի 2025, 15:00", "Թարմացվել է՝ 12 նոյեմբերի 2025", "11 նոյեմբերի, 2025"],
  ["ka", "გამოქვეყნდა: 11 ნოემბერი, 2025 15:00", "განახლდა: 12 ნოემბერი 2025", "სამშაბათი, 11 ნოემბერი 2025"],
  ["ar", "نُشر في: ١١ نوفمبر ٢٠٢٥، الساعة ١٥:٠٠", "آخر تحديث: 12 نوفمبر 2025", "الثلاثاء، 11 نوفمبر 2025"],
  ["ar", "تاريخ النشر: 11 تشرين الثاني 2025", "تحديث: 12 تشرين الثاني 2025", "الثلاثاء ١١ تشرين الثاني ٢٠٢٥"],
  ["fa", "تاریخ انتشار: ۲۰ آبان ۱۴۰۴ - ۱۵:۰۰", "به‌روزرسانی: ۲۱ آبان ۱۴۰۴", "سه‌شنبه ۲۰ آبان ۱۴۰۴"],
  ["ur", "شائع: 11 نومبر 2025", "اپ ڈیٹ: 12 نومبر 2025", "منگل 11 نومبر 2025ء"],
  ["he", "פורסם: 11 בנובמבר 2025, 15:00", "עודכן: 12.11.2025, 08:05", "יום שלישי, 11 בנובמבר 2025"],
  ["hi", "प्रकाशित: 11 नवंबर 2025, 15:00", "अपडेट: 12 नवम्बर 2025", "मंगलवार, ११ नवंबर २०२५"],
  ["bn", "প্রকাশ: ১১ নভেম্বর ২০২৫, ১৫:০০", "আপডেট: ১২ নভেম্বর ২০২৫", "মঙ্গলবার, ১১ নভেম্বর ২০২৫"],
  ["ta", "வெளியிடப்பட்டது: 11 நவம்பர் 2025", "புதுப்பிக்கப்பட்டது: 12 நவம்பர் 2025", "11 நவம்பர் 2025"],
  ["th", "เผยแพร่: 11 พ.ย. 2568 15:00 น.", "อัปเดต: 12 พฤศจิกายน 2568 เวลา 08:05 น.", "วันอังคารที่ 11 พฤศจิกายน 2568"],
  ["vi", "Đăng ngày 11/11/2025 15:00", "Cập nhật: 12/11/2025 08:05", "Thứ ba, ngày 11 tháng 11 năm 2025"],
  ["id", "Diterbitkan 11 November 2025 15:00 WIB", "Diperbarui 12 November 2025, 08.05 WIB", "Selasa, 11 Nov 2025 15:00 WIB"],
  ["ms", "Diterbitkan: 11 November 2025 3:00 PM", "Kemas kini: 12 November 2025", "Selasa, 11 November 2025"],
  ["fil", "Inilathala: Nobyembre 11, 2025", "Na-update: Nobyembre 12, 2025", "Nobyembre 11, 2025"],
  ["sw", "Imechapishwa: 11 Novemba 2025", "Imesasishwa: 12 Novemba 2025", "Jumanne, 11 Novemba 2025"],
  ["ko", "입력 2025.11.11. 오후 3:00", "수정 2025.11.12. 오전 8:05", "2025년 11월 11일 화요일"],
  ["ja", "公開日：2025年11月11日 15時00分", "最終更新：2025年11月12日 8時05分", "2025年11月11日(火) 15:00"],
  ["zh", "发布时间：2025年11月11日 15:00", "更新时间：2025-11-12 08:05", "2025年11月11日 星期二 15:00"],
  ["zh", "發布時間：2025/11/11 15:00", "更新：2025/11/12 08:05", "民國114年11月11日"],
];

/** Says nothing of its language. */
const TEXT = `\n\n${"0123456789 ".repeat(12)}\n`;

describe.each(LINES)("%s", (language, published, updated, plain) => {
  const label = language.toUpperCase();
  const read = (lines: string): ReturnType<typeof parseDump>["articles"][number] =>
    parseDump(` date 2025-11 ${label}\n\n${lines}${TEXT}`, { languages: false, reference: "2025-12-01" }).articles[0]!;

  test(`published: ${published}`, () => {
    expect(read(published)).toMatchObject({ date: "2025-11-11", dateModified: null, provenance: { dateSource: "labelled" } });
  });

  test(`updated: ${updated}`, () => {
    expect(read(`${published}\n${updated}`).date).toBe("2025-11-11");
    expect(read(`${updated}\n${published}`).date).toBe("2025-11-11");
    expect(read(`${published}\n${updated}`).dateModified).toMatch(/^2025-11-12/);
    expect(read(updated)).toMatchObject({ date: "2025-11-12", provenance: { dateSource: "update" } });
  });

  test(`alone: ${plain}`, () => {
    expect(parseDate(plain, { languages: [language] })?.date).toBe("2025-11-11");
    expect(read(plain)).toMatchObject({ date: "2025-11-11", provenance: { dateSource: "alone" } });
  });

  test("times are read where the line gives one", () => {
    const hasTime = /15|3:00|১৫|١٥|۱۵/.test(published.replace(/2025/, ""));
    expect(read(published).time).toBe(hasTime ? "15:00" : null);
  });
});
