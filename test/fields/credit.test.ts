import { expect, test } from "vitest";
import { isCreditLine } from "../../src/fields/credit.ts";

const TAKEN = [
  "Photo: Anna Writer/Example Agency", "(AP Photo/Anna Writer)", "Photo by Anna Writer", "Credit: Getty Images", "© AFP", "© Picture Alliance", "Image credit: NASA",
  "Foto: dpa", "(Foto: REUTERS)", "BILD: SN/APA/ANNA SCHREIBER", "Bildquelle: Imago", "Foto: LAT Images", "Foto Ansa", "Foto: Anna Penna",
  "Photo : AFP", "Crédit photo : Anne Plume", "Foto: Ana Pluma / EFE", "Crédito: Ana Pluma", "Foto: Reprodução", "Imagem: Getty Images",
  "Фото: РИА Новости", "Фото: Анна Писарева / ТАСС", "Фото: Укрінформ", "Fot. Anna Pisarska", "Foto: ČTK", "Fotoğraf: AA", "Φωτο: Άννα Γραφέα", "Fotó: MTI", "Foto: Antara", "Ảnh: TTXVN",
  "صورة: رويترز", "عکس: ایسنا", "फोटो: पीटीआई", "사진: 연합뉴스", "[사진=연합뉴스]", "写真：共同", "图片来源：新华社", "摄影：王小明",
];
const LEFT = [
  "Photos of the flood went round the world on Tuesday.", "Photo exhibition opens in the town hall on Friday", "Credit is scarce for small firms", "Image of the town has suffered, mayor says",
  "Bild am Sonntag meldet hohe Verluste", "Foto des Jahres zeigt den Fluss bei Nacht", "Foto: Der Fluss trat am Dienstag über die Ufer.", "Bilder aus dem All zeigen das Ausmaß",
  "Photo de famille au sommet de mardi", "Foto oficial del gobierno se publica hoy.", "Crédito rural cresce no ano", "Foto di gruppo con assenti illustri",
  "Фото реки из космоса опубликовали во вторник", "Видео наводнения посмотрели миллионы", "Fotoğraf sergisi cuma günü açılıyor", "图片展将于星期五开幕", "写真展が金曜日に開かれる", "사진 전시회가 금요일에 열린다",
  "The river rose by half a metre (see photo).", "Kosten von 5 €/Monat",
];

test.each(TAKEN)("credit: %s", (text) => expect(isCreditLine(text)).toBe(true));
test.each(LEFT)("text: %s", (text) => expect(isCreditLine(text)).toBe(false));
