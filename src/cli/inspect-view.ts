import type { Article, Provenance, Span } from "../article.ts";
import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Rejected } from "../result.ts";
import { formatCount, formatNumberOf, formatShare } from "./amounts.ts";
import type { ExplainedLine, LinePart, PartKind } from "./line-parts.ts";
import type { Painter, Style } from "./style.ts";
import { makeVisible } from "./visible.ts";

const STYLE_OF: Readonly<Record<PartKind, Style | null>> = {
  header: "blue",
  field: "cyan",
  title: "bold",
  paragraph: null,
  removed: "red",
  blank: "dim",
  rejected: "yellow",
  unexplained: "yellow",
};
const STYLE_OF_SEVERITY: Readonly<Record<Severity, Style>> = { info: "blue", warning: "yellow", error: "red" };
const FIELD_WIDTH = 18;
/** Of a rejected record a look is enough. */
const MOST_REJECTED_LINES = 40;
const LONGEST_REJECTED_LINE = 400;

/** An article's record line by line, then its fields and diagnostics. */
export function formatArticleView(article: Article, lines: readonly ExplainedLine[], paint: Painter): string {
  const { provenance, diagnostics } = article;
  return [
    formatHead(provenance.source, provenance.index, provenance.span, paint),
    "",
    ...formatLines(lines, paint),
    "",
    paint("bold", "article"),
    ...formatFields(article, paint),
    "",
    ...formatDiagnostics(diagnostics, paint),
  ].join("\n");
}

/** A rejected record: its first lines and the reason. */
export function formatRejectedView(
  { source, index, span, diagnostics }: Rejected,
  lines: readonly ExplainedLine[],
  paint: Painter,
): string {
  const shown = lines.slice(0, MOST_REJECTED_LINES).map(shorten);
  const left = lines.length - shown.length;
  return [
    formatHead(source, index, span, paint),
    "",
    ...formatLines(shown, paint),
    ...(left > 0 ? [paint("dim", `and ${formatNumberOf(left, "more line")}`)] : []),
    "",
    paint("red", "rejected"),
    "",
    ...formatDiagnostics(diagnostics, paint),
  ].join("\n");
}

function shorten(line: ExplainedLine): ExplainedLine {
  return {
    ...line,
    parts: line.parts.map((part) =>
      part.text.length <= LONGEST_REJECTED_LINE ? part : { ...part, text: `${part.text.slice(0, LONGEST_REJECTED_LINE)}…` },
    ),
  };
}

function formatHead(source: string | null, index: number, span: Span | null, paint: Painter): string {
  const place = span === null ? "" : `  lines ${span.lineStart}-${span.lineEnd}, bytes ${span.byteStart}-${span.byteEnd}`;
  return `${paint("bold", `record ${index} of ${makeVisible(source ?? "the input")}`)}${paint("dim", place)}`;
}

function formatLines(lines: readonly ExplainedLine[], paint: Painter): string[] {
  const numberWidth = String(lines.at(-1)?.number ?? 0).length;
  let labelWidth = 0;
  for (const { parts } of lines) for (const { label } of parts) labelWidth = Math.max(labelWidth, label.length);
  return lines.flatMap(({ number, parts }) =>
    parts.map((part, index) => {
      const margin = paint("dim", (index === 0 ? String(number) : "").padStart(numberWidth));
      return `${margin}  ${formatPart(part, labelWidth, paint)}`.trimEnd();
    }),
  );
}

function formatPart({ kind, label, text }: LinePart, labelWidth: number, paint: Painter): string {
  const style = STYLE_OF[kind];
  const painted = (part: string): string => (style === null ? part : paint(style, part));
  const paintedLabel = kind === "paragraph" ? paint("green", label.padEnd(labelWidth)) : painted(label.padEnd(labelWidth));
  return `${paintedLabel}  ${showText(text, painted, paint)}`;
}

/** Blanks at the ends, which are easily overlooked. */
const OUTER_BLANKS = /^ +|(?<! ) +$/g;
/** Written-out characters, after they were made visible. */
const MARK = /(\uE000[^\uE000\uE001]*\uE001)/;

/** The text in its style, what had to be written out in a style of its own. */
function showText(text: string, painted: (part: string) => string, paint: Painter): string {
  // Private-use characters of the text itself would be taken for brackets; there they are shown as replaced.
  const bracketed = makeVisible(text.replace(/[\uE000\uE001]/g, "\uFFFD"), (name) => `\uE000${name}\uE001`).replace(
    OUTER_BLANKS,
    (blanks) => `\uE000${"·".repeat(blanks.length)}\uE001`,
  );
  return bracketed
    .split(MARK)
    .map((part) => (part.startsWith("\uE000") ? paint("dim", part.slice(1, -1)) : painted(part)))
    .join("");
}

const SCALARS = [
  "id",
  "title",
  "subtitle",
  "date",
  "time",
  "utcOffset",
  "publishedAt",
  "dateModified",
  "language",
  "declaredLanguage",
  "byline",
  "dateline",
  "section",
  "publication",
  "url",
] as const;

function formatFields(article: Article, paint: Painter): string[] {
  const row = (name: string, text: string): string => `  ${name.padEnd(FIELD_WIDTH)}${text}`;
  const scalar = (name: (typeof SCALARS)[number]): string => {
    const value = article[name];
    if (value === null) return row(name, paint("dim", "null"));
    return row(name, name === "language" ? `${value} (${formatShare(article.languageConfidence)})` : makeVisible(value));
  };
  const rules = new Map<string, number>();
  for (const { rule } of article.removed) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const removedBy = [...rules].map(([rule, count]) => `${rule} ${count}`).join(", ");
  const characters = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return [
    ...SCALARS.map(scalar),
    row("paragraphs", `${article.paragraphs.length} (${formatCount(characters)} characters)`),
    row("removed", `${article.removed.length}${removedBy === "" ? "" : ` (${removedBy})`}`),
    row("format", article.provenance.format),
    row("encoding", describeEncoding(article.provenance)),
  ];
}

function describeEncoding({ encoding }: Provenance): string {
  return `${encoding.name} (${formatShare(encoding.confidence)}, ${encoding.evidence})`;
}

function formatDiagnostics(diagnostics: readonly Diagnostic[], paint: Painter): string[] {
  if (diagnostics.length === 0) return [paint("dim", "no diagnostics")];
  const rows = diagnostics.map(({ severity, code, message, span }) => {
    const place = span === null ? "" : paint("dim", ` (${placeOf(span)})`);
    return `  ${paint(STYLE_OF_SEVERITY[severity], severity.padEnd(8))}${code}: ${makeVisible(message)}${place}`;
  });
  return [paint("bold", "diagnostics"), ...rows];
}

function placeOf({ lineStart, lineEnd }: Span): string {
  return lineStart === lineEnd ? `line ${lineStart}` : `lines ${lineStart}-${lineEnd}`;
}
