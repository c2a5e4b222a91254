import { describe, expect, test } from "vitest";
import { endsInCredit, LONGEST_CAPTION } from "../../src/fields/caption.ts";

describe("captions", () => {
  test.each([
    "The bridge in spring (Picture: PA)",
    "The bridge in spring. [Photo: Norvale Archive]",
    "A reading room. (Courtesy of Anna Writer)",
    "The old mill. (AP Photo/Anna Writer, File)",
    "Oil on canvas, 1911. Image: Anna Writer / Getty Images",
    "The river at noon | Image credit: Norvale Studios",
    "The river at noon. Photo by Anna Writer/Bloomberg",
    "The river at noonCredit: Splash",
    "Der Fluss am MittagBild: Anna Schreiber/REUTERS",
    "Der Fluss am Mittag Foto: Schreiber/Archiv",
    "Nach dem Hochwasser. © Schreiber/dpa | Anna Schreiber",
    "Älven vid middagstid. Foto: Anna Skribent/TT",
    "Floden ved middag. Foto: Ritzau Scanpix",
    "La rivière à midi. — © BELGA",
    "El río al mediodía. Foto: EFE",
    "O rio ao meio-dia. Foto: Divulgação",
    "Rzeka w południe. Fot. Anna Pisarz / PAP",
    "Rzeka w południe. Fot.: Anna Pisarz / PAP",
    "Река в полдень. Фото: Анна Писарева / ТАСС",
    "Ο ποταμός το μεσημέρι. Φωτογραφία: Reuters",
    "النهر ظهرا. (تصوير: محمد أحمد)",
    "昼の川。写真：共同通信",
    "昼の川＝13日、東京都（山田太郎撮影）",
    "图为学生在上课。 王小明 摄",
    "图为学生在上课。（记者 王小明 摄）",
    "图为学生在上课 图：新华社",
  ])("%s", (text) => expect(endsInCredit(text)).toBe(true));
});

describe("texts that are none", () => {
  test.each([
    "",
    "(",
    ")",
    "©",
    "Photo: AFP",
    "© AFP",
    "The minister resigned on Tuesday. (Reuters)",
    "The minister resigned on Tuesday (see picture)",
    "The Photo by Anna Writer won",
    "He wrote a book about Photo by Anna Writer",
    "The painting is called Bridge (oil on canvas, 1911)",
    "They asked for one thing in the picture: a smile",
    "Das schönste Bild: Angela Merkel",
    "Was für ein Bild: Merkel und Macron umarmen sich",
    "Der Fotograf sagt über sein Foto: „Es war Zufall“",
    "Die Zahlen steigen (Grafik: siehe unten)",
    "Die Zahlen steigen. Grafik: So teuer wird das Wohnen",
    "He sold the picture: it was all he had",
    "Sur la photo : on voit le maire et sa femme",
    "La foto: un hombre solo ante los tanques",
    "Об этом говорит фото: на нём видно реку",
    "All rights are with the authors © and nobody asked them",
    "Der Preis stieg. Video: Was jetzt auf Kunden zukommt",
    "他在拍摄",
    "医院介绍了营养的补充和吸收摄",
    "这次展览的照片：都是学生的作品",
  ])("%s", (text) => expect(endsInCredit(text)).toBe(false));

  test("longer ones are text with a credit behind it", () => {
    const credit = ". Foto: Anna Schreiber/dpa";
    expect(endsInCredit("a".repeat(LONGEST_CAPTION - credit.length) + credit)).toBe(true);
    expect(endsInCredit("a".repeat(LONGEST_CAPTION + 1 - credit.length) + credit)).toBe(false);
  });
});
