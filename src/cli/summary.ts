import type { FileCounts } from "../node/open-inputs.ts";
import type { Report } from "../report.ts";
import { formatBytes, formatCount, formatDuration, formatNumberOf } from "./amounts.ts";

/** Longer lists are for the report file. */
const LONGEST_LIST = 8;
const LABEL_WIDTH = 12;

/**
 * What a run has come to, for a person: some ten lines.
 *
 * @param isWhole - no list is cut
 */
export function formatSummary(
  report: Report,
  files: FileCounts,
  reasons: Readonly<Record<string, number>>,
  elapsedMs: number,
  isWhole = false,
): string {
  const { lines } = report;
  const formatCounts = (counts: Readonly<Record<string, number>>): string =>
    listCounts(counts, isWhole ? Number.POSITIVE_INFINITY : LONGEST_LIST);
  const head = `${formatNumberOf(report.articles, "article")} from ${formatNumberOf(files.read, "file")} (${formatBytes(report.bytes)} in ${formatDuration(elapsedMs)})`;
  const rows: readonly (readonly [string, string])[] = [
    ["rejected", report.rejected === 0 ? "0" : `${formatCount(report.rejected)} (${formatCounts(reasons)})`],
    ["passed over", files.skipped === 0 ? "" : `${formatCount(files.skipped)} (hidden entries, links or devices)`],
    [
      "lines",
      `${formatCount(lines.kept)} kept, ${formatCount(lines.removed)} removed, ${formatCount(lines.blank)} blank${lines.rejected === 0 ? "" : `, ${formatCount(lines.rejected)} rejected`}`,
    ],
    ["removed by", formatCounts(report.removedByRule)],
    ["formats", formatCounts(report.formats)],
    ["encodings", formatCounts(report.encodings)],
    ["languages", formatCounts(report.languages)],
    ["dates", formatDates(report)],
    ["diagnostics", formatCounts(report.diagnostics)],
  ];
  const shown = rows.filter(([, text]) => text !== "").map(([label, text]) => `  ${label.padEnd(LABEL_WIDTH)} ${text}`);
  return `${[head, ...shown].join("\n")}\n`;
}

/** `2024-12-30 to 2025-11, 3 articles without`. */
function formatDates({ dateRange, articles, articlesWithoutDate }: Report): string {
  if (dateRange === null) return articles === 0 ? "" : "none";
  const { first, last } = dateRange;
  const without = articlesWithoutDate === 0 ? "" : `, ${formatNumberOf(articlesWithoutDate, "article")} without`;
  return (first === last ? first : `${first} to ${last}`) + without;
}

/** `ru 12, en 3`: the most frequent first. */
function listCounts(counts: Readonly<Record<string, number>>, longest: number): string {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  entries.sort(([, a], [, b]) => b - a);
  const listed = entries.slice(0, longest).map(([name, count]) => `${name} ${formatCount(count)}`);
  if (entries.length > longest) listed.push(`and ${entries.length - longest} more`);
  return listed.join(", ");
}
