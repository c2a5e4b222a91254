import type { ModelLine } from "../../src/noise/model/line-features.ts";

/** Behind a line's text: what is known of it beside the text. */
const NOTE = /\t(hint|repeats) (\d+)$/;

/** Lines of a record; a tab at a line's end leads to a hint or to a number of repeats. */
export function linesOf(page: string): ModelLine[] {
  const lines: ModelLine[] = [];
  let blankBefore = 0;
  for (const raw of page.split("\n")) {
    if (raw === "") {
      blankBefore++;
      continue;
    }
    const [, name, value] = NOTE.exec(raw) ?? [];
    const line = { text: raw.replace(NOTE, ""), blankBefore, hint: 0, repeats: 0 };
    lines.push(name === undefined ? line : { ...line, [name]: Number(value) });
    blankBefore = 0;
  }
  return lines;
}

const NEWS_PAGE = `Home	repeats 14
News	repeats 14
Local sport
My account

FERRY RUNS AGAIN


By Edda Quill	hint 1
12 March 2024, 09:40	hint 1

The ferry between the two harbours of Norvale runs again since Monday, after the crew had waited nine days for a calm sea.
"We would not have sailed any earlier," said Captain Ilse Marden. "Nobody wants to be a hero on the water."
About 340 people had to stay on the island, the town said; most of them were guests of the two small hotels on the quay.
What the wind did

In the night to Sunday gusts of 118 km/h were measured, more than at any time since 1997, and a mast fell on the old boat house.
Nobody was hurt.
- two roofs were lost
- eleven boats sank
- the school was closed


Is the quay safe? The engineers say so: its walls, built after the flood of 1953, were looked at on Monday and found to be sound…
Photo: T. Reed (Norvale Post)	hint 1

The council meets on Thursday to speak about the ferry, the school and the money that the repair of the quay will cost the town.
Read also: Ten bridges you must see	hint 1
Most read	repeats 3
1 Ferry runs again
2 Market opens late
3 Bakery wins prize
Share | Print | Mail
news@norvale.example
https://norvale.example/news/2024/03/ferry?page=2
© Norvale Post 2024	hint 1`;

const CYRILLIC_PAGE = `Главная
Новости региона
В городе Ольховске во вторник открыли новый мост через реку, которого жители обоих берегов ждали почти двенадцать лет.
«Мы рады, что дождались», — сказала учительница Вера Лапина. «Теперь дети не опоздают на уроки.»

ЧТО ДАЛЬШЕ

По словам мэра, движение по старому мосту закроют до осени, а затем его разберут; работы обойдутся в 48,5 млн рублей!
Фото: А. Лапин	hint 1
Погода: +14, дождь
Подписаться	repeats 30`;

const ARABIC_PAGE = `الرئيسية
أخبار المدينة
افتتحت المدينة يوم الثلاثاء جسرا جديدا فوق النهر بعد انتظار دام اثني عشر عاما، وقال السكان إنهم سعداء بذلك.
هل يكفي جسر واحد؟
وقالت البلدية إن العمل في الجسر القديم سيبدأ في الخريف، وإن تكاليفه تبلغ ٤٨ مليون دينار على الأقل.
شارك المقال	hint 1
١٢ مارس ٢٠٢٤`;

const CHINESE_PAGE = `首页
本地新闻
新桥周二通车。市民等了十二年，两岸的孩子终于不必再绕远路去上学，老人也可以步行过河买菜了。
“我们很高兴。”李老师说，“从今天起，谁也不会迟到了！”

下一步
市政府表示，旧桥将在秋天拆除，费用约为四千八百万元，工程由本地的三家公司承担，预计明年春天完工。
图片来源：河岸日报	hint 1
上一篇：面包店得奖
下一篇：市场推迟开门`;

const MIXED_PAGE = `ホーム
新しい橋が火曜日に開通した。住民は十二年も待っていたという。子どもたちはもう遠回りをしなくてよい。
새 다리가 화요일에 열렸다. 주민들은 열두 해를 기다렸고, 아이들은 이제 먼 길로 돌아가지 않아도 된다고 시장은 말했다.
สะพานใหม่เปิดเมื่อวันอังคาร ชาวเมืองรอคอยมานานสิบสองปี
नया पुल मंगलवार को खुला। लोग बारह साल से उसका इंतज़ार कर रहे थे।
Fährverkehr läuft wieder – Kapitänin: „Endlich ruhige See“
🚢 Ferry news 🚢
★★★☆☆ (12)
???`;

const RESULTS_PAGE = `RESULTS
North Town 2:1 South Town
East Harbour 0:0 West Bay
Old Mill 3:2 New Mill
Norvale 1:4 Hill End
Team  Games  Points
1. Hill End 24 61
2. West Bay 24 55
3. Old Mill 24 49
Scorers: Abel Stone 14, Ion Marsh 11, Pip Lowe 9
The season ends on Saturday with the match of the two towns on the river, for which all 4,200 tickets were sold within a day.
"Never."
Tables & fixtures: www.league.example/tables
Next page >>
Next page >>
NEXT PAGE >>`;

const INTERVIEW_PAGE = `– Mrs Stone, are you content?

– Yes.

– And the others?



– No… But we work, and when the work is done we will see what it was good for, and who has to thank whom for it in the end.

– When will it open?
– In March, if nothing comes between.
– (laughs) Of course!`;

const MENU_PAGE = `Home
News
Sport
Weather
My account
Contact
Search
Imprint
Privacy
Home
NEWS
Page 1
Page 2
Page 3`;

const SENTENCES = [
  "The river rose in the night and fell again before noon, so that the bakers on the quay could open their shops at the usual time.",
  "Nobody knows how much the new walls will cost, but the council wants to speak about the money and the river on Thursday evening.",
  "A school by the river was closed for three days; its pupils were taught in the hall of the old mill until the cellar was dry.",
  "桥边的面包店在中午前重新开门，学校关闭了三天，孩子们在旧磨坊的大厅里上课，直到地下室的水全部排干，市议会星期四晚上讨论河堤的费用。",
];
const ITEMS = ["Weather", "- Bus times", "Page 7", "Market: open", "12:30", "MORE NEWS", "Read more >", "Letters, notes"];

/** A record of more lines and words than the buffers have room for at first. */
function longPage(): ModelLine[] {
  return Array.from({ length: 190 }, (_, index) => ({
    text: index % 5 < 3 ? `${SENTENCES[(index * 7) % 4]} ${SENTENCES[(index * 3) % 4]}`.slice(index % 4) : `${ITEMS[index % 8]}`,
    blankBefore: index % 3 === 0 ? index % 13 : 0,
    hint: index % 17 === 0 ? 1 : 0,
    repeats: index % 11 === 0 ? index % 23 : 0,
  }));
}

/** Invented records of all sorts, by name. */
export const FEATURE_RECORDS: Readonly<Record<string, readonly ModelLine[]>> = {
  "one sentence": linesOf("Rain fell on the whole valley on Tuesday, and the river rose by half a metre before the evening came."),
  "one short line": linesOf("Search"),
  "news page": linesOf(NEWS_PAGE),
  cyrillic: linesOf(CYRILLIC_PAGE),
  arabic: linesOf(ARABIC_PAGE),
  chinese: linesOf(CHINESE_PAGE),
  "many scripts": linesOf(MIXED_PAGE),
  results: linesOf(RESULTS_PAGE),
  interview: linesOf(INTERVIEW_PAGE),
  menu: linesOf(MENU_PAGE),
  long: longPage(),
};
