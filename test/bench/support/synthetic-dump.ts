import { createRandom } from "./random.ts";

const WORDS = {
  en: "rain city river evening level services people street mayor water bridge council report week number plan area north market season house road police school worker price week change night".split(
    " ",
  ),
  ru: "дождь город река вечер уровень служба житель улица мэр вода мост совет доклад неделя число план район север рынок сезон дом дорога полиция школа рабочий цена смена ночь".split(
    " ",
  ),
  zh: "雨 城市 河水 晚上 水位 部门 居民 街道 市长 桥梁 会议 报告 星期 数字 计划 地区 北方 市场 季节 房屋 道路 警方 学校 工人 价格 变化 夜里".split(
    " ",
  ),
} as const;

const NOISE = [
  "Share",
  "Читайте также: Курс рубля",
  "* * *",
  "\u00A0",
  "https://example.org/news/1",
  "Photo: A. Writer / Agency",
  "© 2025 Example News",
  "16:30",
];

/** A dump in the `date-header` layout of about `bytes` UTF-8 bytes, in three languages by turns. */
export function createSyntheticDump(bytes: number, seed = 1): Uint8Array {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const language = (["en", "ru", "zh"] as const)[index % 3]!;
    const sentence = (words: number): string => {
      const chosen = Array.from({ length: words }, () => pick(WORDS[language]));
      const text = chosen.join(language === "zh" ? "" : " ");
      return text[0]!.toUpperCase() + text.slice(1);
    };
    const stop = language === "zh" ? "。" : ".";
    const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
    const lines = [` date 2025-11-${day} ${language.toUpperCase()}`, sentence(7), "", "15:00", ""];
    const paragraphs = 3 + Math.floor(random() * 12);
    for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
      lines.push(`${sentence(20 + Math.floor(random() * 40))}${stop} ${sentence(15)}${stop}`, "");
      if (random() < 0.3) lines.push(pick(NOISE), "");
    }
    const record = encoder.encode(`${lines.join("\n")}\n`);
    parts.push(record);
    length += record.length;
  }
  const dump = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    dump.set(part, offset);
    offset += part.length;
  }
  return dump;
}
