import type { NumberedText } from "../../../src/fields/title/head-lines.ts";

/** Heads of records in the many ways they are laid out; a blank line stands as one. */
export const RECORDS: Readonly<Record<string, string>> = {
  "title, date, byline, text": `
River rises by half a metre after three days of rain
11.11.2025, 15:00
By Anna Writer

The river rose by half a metre on Tuesday after three days of rain, and the town closed two of its bridges.
People who live near the river were told to move their cars, and schools will stay shut until Thursday morning.
The mayor said that the rain would stop on Wednesday; the river will fall only when the snow has melted in the hills.`,

  "breadcrumb, section, two headlines, credit": `
Home > World > Mayor opens new bridge to traffic
WORLD


Mayor opens new bridge to traffic
“It took us long”, she says to the crowd in the rain
Photo: Anna Writer/Example Agency
Published 11 November 2025

After four years of work the mayor opened the new bridge to traffic on Monday, a week before the elections.
The bridge is the third over the river; the first traffic crossed it at noon.`,

  "menu with bullets before the headline": `
• News
• Weather
• Share this page
| Sign in | Subscribe | Help
Search
2025-11-11
Is the winter late this year?
The winter is late this year, say the people who count the birds at the lake in the north of the country.
* Read more
Snow came early in 1999: look back at ten years of winter
Snow came in October of that year and stayed until April, which nobody in the town had seen before then.`,

  "headline twice and in pieces": `
Old theatre burns down: police look for two men
Old theatre burns down
Old theatre burns down: police look for two men
by Karl Maier and Anna Writer
The old theatre burned down on Sunday night, and the police look for two men who were seen in the street.
Old theatre burns down: police look for two men`,

  "numbers, quotes and brackets": `
3 towns, 2 rivers: “Nobody told us (anything)”
(Video)
12/23 14:05
7,500 people leave 3 towns...
7,500 people left three towns on the river, and the army brought them to schools and halls, said the minister.`,

  "Chinese, dense": `
国内
暴雨过后河水上涨半米，两座桥关闭
来源：新华社
2025年11月11日 09:05
记者 王小明
连续三天暴雨过后，河水周二上涨半米，市政府关闭了两座桥，并要求住在河边的居民把汽车开走，学校停课到周四。
市长说，周三雨会停，但要等山上的雪化完之后，河水才会下降，请大家不要靠近河边，注意安全，听从安排。`,

  "Japanese with pairs of letters in common": `
【速報】河川が増水、橋を閉鎖
山田太郎
2025/11/11
三日続いた雨で河川が増水し、市は火曜日に橋を二つ閉鎖した。住民には避難を呼びかけている。市長は会見で水曜日には雨がやむと述べた。
関連記事：橋の閉鎖はいつまで続くのか？`,

  "Russian, section and dateline": `
Общество
Река поднялась на полметра и закрыла два моста
Вода уйдёт только через неделю, говорят спасатели
Автор: Анна Писарева
МОСКВА, 11 ноября. /ТАСС/. Река во вторник поднялась на полметра, и город закрыл два моста, сообщили спасатели.
Жителей попросили убрать машины от берега, школы будут закрыты до утра четверга.`,

  "Arabic without capitals": `
الأخبار
ارتفاع منسوب النهر نصف متر بعد ثلاثة أيام من المطر
بقلم: محمد أحمد
١١ نوفمبر ٢٠٢٥ 15:00
ارتفع منسوب النهر نصف متر يوم الثلاثاء بعد ثلاثة أيام من المطر، وأغلقت المدينة جسرين من جسورها أمام السيارات.`,

  "German, names and a question": `
SPORT
Anna Schreiber
Verein Beispielstadt
Wer wird Meister in dieser seltsamen Saison?
Von Karl Maier • 12. November 2025
Foto: dpa
Die Saison ist noch lang, doch schon jetzt fragen sich viele in der Stadt, wer am Ende Meister werden kann.
Anna Schreiber sagte am Dienstag, sie rechne nicht damit, dass der Verein noch einmal so viele Spiele verliert.`,

  "no paragraph at all": `
Stocks fall in early trade
oil prices rise on news from the north
@market_desk
Markets / Europe / Example
Ends:`,

  "text first": `
The company said on Monday that it would close its oldest plant, where two thousand people work, by next spring.
More on this
Company closes oldest plant! Two thousand lose their jobs
The plant was built in 1925; the company had promised in 2019 to keep it open for ten more years, the union said.
#plant #company
All jobs to go by next spring, union warns (photos)
The union will meet the company on Friday, and it hopes that a part of the plant can be kept after all, it said.`,

  "one paragraph that is no sentence, and the longest lines": `
${"Rain, wind and snow ".repeat(14)}
${"Long headline of many words ".repeat(9)}
Short head line
By John Smith, Example Gazette
${"Wind and more rain. ".repeat(9)}`,

  "labels that announce nothing": `
By Tuesday the water had fallen to where it was
Topic: a river that falls to where it was
Photo of the river goes round the world
Photo: Anna Writer/Example Agency
URL: https://www.news.example/river/falls
(AFP) goes to the river, too
Lake falls as well as the river
By Anna Writer
The end
River 15:00 of 11.11.2025 and 12.12.2025
11.11.2025 is a day to remember in our town:
11.11.2025 is a day to remember in our town`,

  "many lines before the headline": `
Welcome to our pages
${Array.from({ length: 11 }, (_, index) => `Button ${index}`).join("\n")}
11.11.2025
${Array.from({ length: 11 }, (_, index) => `Link ${index}`).join("\n")}
Bridge stays shut until the spring, city says
Bridge number two is shut, too, after the flood
The bridge stays shut until the spring since the flood has washed away a part of the road, the city said on Friday.`,
};

/** The lines of a record that show something or are blank, numbered from 1. */
export function linesOf(record: string): NumberedText[] {
  return record
    .trim()
    .split("\n")
    .map((text, index) => ({ text: text.trim(), number: index + 1 }));
}
