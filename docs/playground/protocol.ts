import type { DumpResult, EncodingAlternative, EncodingEvidence, ParseOptions, Report } from "../../src/index.ts";
import type { ExplainedLine } from "../../src/cli/line-parts.ts";

/** The options that the page offers. */
export interface PlaygroundOptions {
  /** `null`: as the library does by default. */
  readonly noise: NonNullable<ParseOptions["noise"]> | null;
  /** `null`: detected. */
  readonly encoding: string | null;
  readonly detectLanguage: boolean;
  readonly repairText: boolean;
}

/** What the page asks of the worker; every request is answered under its id. */
export type Request =
  | { readonly kind: "parse"; readonly id: number; readonly input: Blob; readonly source: string | null; readonly options: PlaygroundOptions }
  | { readonly kind: "record"; readonly id: number; readonly position: number }
  | { readonly kind: "lines"; readonly id: number; readonly position: number; readonly from: number }
  | { readonly kind: "export"; readonly id: number };

/** What the worker says. */
export type Reply =
  | { readonly kind: "progress"; readonly id: number; readonly share: number; readonly records: number }
  | { readonly kind: "parsed"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "record"; readonly id: number; readonly view: RecordView }
  | { readonly kind: "lines"; readonly id: number; readonly view: LinesView }
  | { readonly kind: "exported"; readonly id: number; readonly file: Blob }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** A parsed dump, without its records. */
export interface Outcome {
  readonly records: readonly RecordSummary[];
  readonly report: Report;
  /** Size after decompression. */
  readonly bytes: number;
  readonly isGzip: boolean;
  readonly milliseconds: number;
}

/** A record in the list of records. */
export interface RecordSummary {
  readonly isArticle: boolean;
  /** Title, or first words, or the reason of rejection. */
  readonly name: string;
}

/** One record, looked at. */
export interface RecordView {
  readonly position: number;
  readonly result: DumpResult;
  readonly lines: LinesView;
  readonly encodings: readonly EncodingView[];
}

/** A stretch of a record's lines. */
export interface LinesView {
  readonly from: number;
  readonly total: number;
  readonly lines: readonly ExplainedLine[];
}

/** An encoding that the record could be in. */
export interface EncodingView extends EncodingAlternative {
  /** `null` for alternatives. */
  readonly evidence: EncodingEvidence | null;
  /** How the record's first line of letters beyond ASCII would read. */
  readonly sample: string;
}

/** Lines that are sent and shown at once. */
export const LINES_AT_ONCE = 500;
