import type { Article, Span } from "./article.ts";
import type { Diagnostic, RejectReason } from "./diagnostics.ts";

/** A record, or a source, that did not become an article. */
export interface Rejected {
  /** Code of the diagnostic that led to it. */
  reason: RejectReason;
  /** For a person, with the values at hand. */
  message: string;
  /** Name of the input. */
  source: string | null;
  /** 0-based number of the record in its dump; -1 for a source that could not be read. */
  index: number;
  /** Where the record stands, or `null` for a source that could not be read. */
  span: Span | null;
  /** What is known of the record, the reason among it. */
  diagnostics: Diagnostic[];
}

/** What becomes of one record. */
export type DumpResult =
  | {
      kind: "article";
      article: Article;
    }
  | {
      kind: "rejected";
      rejected: Rejected;
    };
