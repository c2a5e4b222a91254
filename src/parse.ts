import type { Article } from "./article.ts";
import { createDiagnostic } from "./diagnostics.ts";
import { checkOptions, type ParseOptions } from "./options.ts";
import { createDumpParser } from "./pipeline.ts";
import { profileBytes } from "./noise/profile-lines.ts";
import { createReportBuilder, type Report } from "./report.ts";
import type { Rejected } from "./result.ts";
import { hasLoneSurrogate } from "./text/well-formed.ts";
import { checkBytes } from "./typed-array.ts";

/** What {@link parseDump} gives back. */
export interface ParsedDump {
  /** In the order of the dump. */
  articles: Article[];
  /** Records that could not become an article, with the reason and where they stand. */
  rejected: Rejected[];
  /** The counts of the whole dump. */
  report: Report;
}

/**
 * Parses a whole dump at once.
 *
 * @param input - the dump's bytes, or its text when it is decoded already (spans then count UTF-8 bytes)
 * @param options - see {@link ParseOptions}
 * @throws {@link NewsdumpError} when an option is wrong; never because of the input
 *
 * @example
 * ```ts
 * import { parseDump } from "newsdump";
 *
 * const { articles, report } = parseDump(" date 2025-11-11 EN\nRain over the city\n\n15:00\n\nRain fell on the city all Tuesday, and the river rose by half a metre before evening.\n");
 * articles[0]?.title; // "Rain over the city"
 * articles[0]?.date; // "2025-11-11"
 * articles[0]?.time; // "15:00"
 * report.articles; // 1
 * ```
 */
export function parseDump(input: Uint8Array | string, options: ParseOptions = {}): ParsedDump {
  const builder = createReportBuilder();
  const given = checkOptions(options);
  const checked = { ...given, isString: typeof input === "string" };
  if (typeof input === "string" && hasLoneSurrogate(input)) {
    builder.addDiagnostic(createDiagnostic("lone-surrogates", "the string holds lone surrogates"));
  }
  const bytes = toBytes(input);
  const profile = checked.profile === "auto" ? profileBytes(bytes) : checked.profile;
  const parser = createDumpParser({ ...checked, profile }, builder);
  const articles: Article[] = [];
  const rejected: Rejected[] = [];
  for (const result of [...parser.push(bytes), ...parser.finish()]) {
    if (result.kind === "article") articles.push(result.article);
    else rejected.push(result.rejected);
  }
  return { articles, rejected, report: builder.report };
}

function toBytes(input: unknown): Uint8Array {
  return typeof input === "string" ? new TextEncoder().encode(input) : checkBytes(input, "a dump must be a Uint8Array or a string");
}
