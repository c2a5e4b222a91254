import { isBylineLine, LONGEST_ANYWHERE } from "../../fields/byline.ts";
import type { NoiseRule } from "../rule.ts";

export const bylineLine: NoiseRule = {
  name: "byline-line",
  description: "An author or agency behind a label, when another line gave the article its byline.",
  takes: [
    "By Anna Writer",
    "Von Anna Schreiber",
    "Автор: Анна Писарева",
    "Text: dpa",
    "作者：王小明",
    "بقلم: محمد أحمد",
    "Source: Reuters",
  ],
  leaves: [
    "By Tuesday the water had fallen.",
    "Von Berlin nach Paris in acht Stunden",
    "Автор: Я думаю, что вода ещё поднимется.",
    "Par ailleurs, le gouvernement se réunit mardi",
    "作者认为，河水还会上涨。",
  ],
  maxLength: LONGEST_ANYWHERE,
  matches: (line) => isBylineLine(line.text),
};
