import type { Article, Span } from "../article.ts";
import { decode } from "../encoding/decode.ts";
import type { Line } from "../lines/line.ts";
import type { DumpResult } from "../result.ts";

/** What a part of a line is, for its colour. */
export type PartKind = "header" | "field" | "title" | "paragraph" | "removed" | "blank" | "rejected" | "unexplained";

/** A part of a line and what it became. */
export interface LinePart {
  readonly kind: PartKind;
  /** `date`, `paragraph 3`, `removed: share-line`, … */
  readonly label: string;
  readonly text: string;
  /** Where its bytes begin and end in the dump. */
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** A line of the input, in parts. */
export interface ExplainedLine {
  readonly number: number;
  readonly parts: readonly LinePart[];
}

/** Gives the bytes of a range of the dump. */
type BytesOf = (start: number, end: number) => Uint8Array;

const BLANK = /^[ \t\uFEFF]*$/;

/** Says of every line of a record what it became, by the spans of the result. */
export function explainLines(lines: readonly Line[], result: DumpResult, encoding: string, bytesOf: BytesOf): ExplainedLine[] {
  if (result.kind === "rejected") return lines.map((line) => ({ number: line.number, parts: [wholePart(line, "rejected")] }));
  const claims = findClaims(result.article);
  const { header } = result.article.provenance;
  let next = 0; // claims before this one end before the line
  return lines.map((line) => {
    while (next < claims.length && claims[next]!.span.byteEnd <= line.byteStart) next++;
    const parts: LinePart[] = [];
    let offset = line.byteStart;
    const takeGap = (end: number): void => {
      if (end <= offset) return;
      const text = decode(bytesOf(offset, end), encoding).text;
      if (BLANK.test(text)) return;
      const isHeader = header !== null && offset < header.byteEnd && end > header.byteStart;
      const kind = isHeader ? "header" : "unexplained";
      parts.push({ kind, label: kind, text, byteStart: offset, byteEnd: end });
    };
    for (let at = next; at < claims.length && claims[at]!.span.byteStart < line.byteEnd; at++) {
      const { span, kind, label } = claims[at]!;
      const start = Math.max(span.byteStart, offset);
      const end = Math.min(span.byteEnd, line.byteEnd);
      if (end <= start) continue;
      takeGap(start);
      parts.push({ kind, label, text: decode(bytesOf(start, end), encoding).text, byteStart: start, byteEnd: end });
      offset = end;
    }
    if (parts.length === 0 && BLANK.test(line.text)) return { number: line.number, parts: [wholePart(line, "blank")] };
    takeGap(line.byteEnd);
    return { number: line.number, parts };
  });
}

function wholePart(line: Line, kind: "blank" | "rejected"): LinePart {
  const label = kind === "rejected" && BLANK.test(line.text) ? "blank" : kind;
  return { kind, label, text: line.text, byteStart: line.byteStart, byteEnd: line.byteEnd };
}

/** A stretch of the record that became something. */
interface Claim {
  readonly span: Span;
  readonly kind: PartKind;
  readonly label: string;
}

const FIELDS = [
  "title",
  "subtitle",
  "date",
  "time",
  "dateModified",
  "declaredLanguage",
  "byline",
  "dateline",
  "section",
  "publication",
  "url",
] as const;

/** In the order of the input; what one stretch became twice (a date with a time) is one claim. */
function findClaims({ provenance, removed }: Article): Claim[] {
  const claims: Claim[] = [];
  for (const name of FIELDS) {
    const span = provenance[name];
    if (span === null) continue;
    const same = claims.findIndex((claim) => claim.span.byteStart === span.byteStart && claim.span.byteEnd === span.byteEnd);
    const label = name === "declaredLanguage" ? "language" : name;
    if (same < 0) claims.push({ span, kind: name === "title" ? "title" : "field", label });
    else claims[same] = { ...claims[same]!, label: `${claims[same]!.label}, ${label}` };
  }
  for (const [index, span] of provenance.paragraphs.entries()) claims.push({ span, kind: "paragraph", label: `paragraph ${index + 1}` });
  for (const { span, rule, score } of removed) {
    claims.push({ span, kind: "removed", label: `removed: ${rule}${score === null ? "" : ` ${score.toFixed(2)}`}` });
  }
  return cutAround(claims).sort((a, b) => a.span.byteStart - b.span.byteStart || a.span.byteEnd - b.span.byteEnd);
}

/** Puts the fields that stand inside something larger, a date in a paragraph or a dateline, beside what surrounds them. */
function cutAround(claims: readonly Claim[]): Claim[] {
  const fields = claims.filter(({ kind }) => kind === "field");
  return claims.flatMap((claim) => {
    const inside = fields.filter(
      (field) => field !== claim && field.span.byteStart >= claim.span.byteStart && field.span.byteEnd <= claim.span.byteEnd,
    );
    const pieces: Claim[] = [];
    let byteStart = claim.span.byteStart;
    for (const { span } of inside.sort((a, b) => a.span.byteStart - b.span.byteStart)) {
      if (span.byteStart > byteStart) pieces.push({ ...claim, span: { ...claim.span, byteStart, byteEnd: span.byteStart } });
      byteStart = Math.max(byteStart, span.byteEnd);
    }
    if (byteStart < claim.span.byteEnd) pieces.push({ ...claim, span: { ...claim.span, byteStart } });
    return pieces;
  });
}
