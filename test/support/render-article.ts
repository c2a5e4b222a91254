import type { Article } from "../../src/index.ts";

/**
 * An article as a dump of the format `key-value`. The first character of every text is written as a reference, so that
 * no text is taken for a label or a drawn line; ampersands are, too, since references are read once.
 */
export function renderArticle(article: Article): string {
  const { title, subtitle, date, declaredLanguage, publication, byline, section, dateline, url, paragraphs } = article;
  const labels: readonly (readonly [string, string | null])[] = [
    ["Title", escaped(title)],
    ["Subtitle", escaped(subtitle)],
    ["Date", date],
    ["Time", timeOf(article)],
    ["Lang", declaredLanguage],
    ["Source", escaped(publication)],
    ["Author", escaped(byline)],
    ["Section", escaped(section)],
    ["Place", escaped(dateline)],
    ["Url", url],
  ];
  const header = labels.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`]));
  return `${header.join("\n")}\n\n${paragraphs.map(escaped).join("\n\n")}\n`;
}

function escaped(text: string | null): string | null {
  if (text === null || text === "") return text;
  const first = text.codePointAt(0)!;
  return `&#${first};${text.slice(String.fromCodePoint(first).length).replaceAll("&", "&amp;")}`;
}

/** `15:15 -0500`: with a colon in the offset it could be a stretch of time. */
function timeOf({ time, utcOffset }: Article): string | null {
  return time === null || utcOffset === null ? time : `${time} ${utcOffset.replace(":", "")}`;
}
