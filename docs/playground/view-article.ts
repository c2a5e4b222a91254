import type { Article } from "../../src/index.ts";
import { el } from "./dom.ts";

/** Paragraphs that are shown. */
const MOST_PARAGRAPHS = 400;

/** Languages that are written from right to left, by their scripts' usual tags. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/;

/** The article as its reader sees it; `data-label` names what the source's view calls the same. */
export function renderArticle(article: Article): HTMLElement {
  const { title, subtitle, byline, dateline, section, publication, url, paragraphs, language } = article;
  const facts = [publication, section, whenOf(article), byline, dateline].filter((fact) => fact !== null);
  const more = paragraphs.length - MOST_PARAGRAPHS;
  return el(
    "article",
    {
      class: "article",
      ...(language === "und" ? {} : { lang: language }),
      dir: RIGHT_TO_LEFT.test(language) ? "rtl" : "auto",
    },
    title === null ? el("p", { class: "none" }, "no title") : el("h3", { "data-label": "title" }, title),
    ...(subtitle === null ? [] : [el("p", { "data-label": "subtitle" }, el("strong", {}, subtitle))]),
    el("p", { class: "meta" }, facts.length === 0 ? "no date" : facts.join(" · ")),
    el("p", { class: "meta", lang: "en", dir: "ltr" }, describeLanguage(article)),
    ...(url === null ? [] : [el("p", { class: "meta" }, url)]),
    ...(paragraphs.length === 0 ? [el("p", { class: "none" }, "no text")] : []),
    ...paragraphs.slice(0, MOST_PARAGRAPHS).map((paragraph, index) => el("p", { "data-label": `paragraph ${index + 1}`, dir: "auto" }, paragraph)),
    ...(more > 0 ? [el("p", { class: "none" }, `and ${more} more paragraphs`)] : []),
  );
}

/** Marks what the source's view points at. */
export function pointInArticle(container: ParentNode, label: string | null): void {
  for (const marked of container.querySelectorAll(".pointed")) marked.classList.remove("pointed");
  if (label === null) return;
  for (const element of container.querySelectorAll<HTMLElement>("[data-label]")) {
    if (element.dataset["label"] === label) element.classList.add("pointed");
  }
}

function whenOf({ date, time, utcOffset }: Article): string | null {
  if (date === null && time === null) return null;
  return [date, time, utcOffset].filter((part) => part !== null).join(" ");
}

function describeLanguage({ language, languageConfidence, declaredLanguage }: Article): string {
  const found = language === "und" ? "language not determined" : `language ${language} (${Math.round(languageConfidence * 100)} %)`;
  return declaredLanguage === null ? found : `${found}, declared ${declaredLanguage}`;
}
