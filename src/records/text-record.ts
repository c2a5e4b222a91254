import type { Span } from "../article.ts";
import type { HeaderFieldName, RecordHeader, TextFormat, TextRange } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import { isObject } from "../invalid-option.ts";
import { createLineSlicer } from "../lines/slice-line.ts";

/** A record's text, cut into header and body. */
export interface TextRecord {
  /** The whole header, or `null`. */
  readonly header: Span | null;
  readonly fields: ReadonlyMap<HeaderFieldName, Line>;
  /** Header lines without a place in the article. */
  readonly unused: readonly Line[];
  /** The body's lines; the first may be the rest of a header line. */
  readonly body: readonly Line[];
}

/** Gives the bytes of a range of the dump. */
export type BytesOf = (start: number, end: number) => Uint8Array;

const NO_LINES: readonly Line[] = [];
const LOW_SURROGATE = 0xdc00;
const NO_HEADER = "a header that is none";
const NO_RANGE = "a field that is no range of a line";

/** Reads the header of a record's decoded lines. `headerLine` is where the cutter saw it begin. */
export function splitHeader(
  lines: readonly Line[],
  headerLine: number,
  format: TextFormat,
  encoding: string,
  bytesOf: BytesOf,
): TextRecord {
  const preamble = headerLine === 0 ? NO_LINES : lines.slice(0, headerLine);
  const rest = headerLine === 0 ? lines : lines.slice(headerLine);
  const header = format.readHeader(rest.map((line) => line.text));
  if (header === null) return withoutHeader(lines);
  checkHeader(header, rest, format);
  if (header.end.line === 0 && header.end.column === 0) return withoutHeader(lines);
  const slice = createLineSlicer(encoding, bytesOf);
  const take = (range: TextRange): Line => slice(rest[range.line]!, range.start, range.end);
  const fields = new Map<HeaderFieldName, Line>();
  for (const [name, range] of Object.entries(header.fields)) {
    if (isGiven(range)) fields.set(name as HeaderFieldName, take(range)); // keys of HeaderFieldName
  }
  const following = bodyLines(rest, header, take);
  const body = preamble.length === 0 ? following : [...preamble, ...following];
  return { header: headerSpan(rest, header, take), fields, unused: (header.unused ?? []).map(take), body };
}

/** A record that has no header. */
export function withoutHeader(lines: readonly Line[]): TextRecord {
  return { header: null, fields: new Map(), unused: [], body: lines };
}

/** A format of the caller's own may answer anything; what is thrown costs the record. */
function checkHeader(header: RecordHeader | undefined, lines: readonly Line[], { name }: TextFormat): void {
  const fail = (what: string): never => {
    throw new RangeError(`format ${name} gives ${what}`);
  };
  const { end, fields, unused = [] } = header ?? fail(NO_HEADER);
  if (!isObject(end) || !isPlace(lines, end.line, end.column) || !isObject(fields) || !Array.isArray(unused)) fail(NO_HEADER);
  for (const range of [...Object.values(fields).filter((field) => field !== undefined), ...unused]) {
    if (!isObject(range)) fail(NO_RANGE);
    if (!(range.line < end.line || (range.line === end.line && range.end <= end.column))) fail("a field behind the header's end");
    const isRange = isPlace(lines, range.line, range.start) && isPlace(lines, range.line, range.end);
    if (isGiven(range) && !isRange) fail(NO_RANGE);
  }
}

/** An empty range stands for no field. */
function isGiven(range: TextRange | undefined): range is TextRange {
  return range !== undefined && !(range.end <= range.start);
}

/** Whether there is such a line (or it is the one behind the last) and the column is not inside a character. */
function isPlace(lines: readonly Line[], line: number, column: number): boolean {
  if (line === lines.length) return column === 0;
  const text = Number.isInteger(line) ? lines[line]?.text : undefined;
  return text !== undefined && Number.isInteger(column) && column >= 0 && (text.charCodeAt(column) & 0xfc00) !== LOW_SURROGATE;
}

function bodyLines(lines: readonly Line[], { end }: RecordHeader, take: (range: TextRange) => Line): Line[] {
  const body = lines.slice(end.line);
  if (end.column > 0) body[0] = take({ line: end.line, start: end.column, end: body[0]!.text.length });
  return body;
}

/** From the first header line to where the body begins, without line ends. */
function headerSpan(lines: readonly Line[], { end }: RecordHeader, take: (range: TextRange) => Line): Span {
  const first = lines[0]!;
  const last = end.column === 0 ? lines[end.line - 1]! : take({ line: end.line, start: 0, end: end.column });
  return { byteStart: first.byteStart, byteEnd: last.byteEnd, lineStart: first.number, lineEnd: last.number };
}

export function spanOf(line: Line): Span {
  return { byteStart: line.byteStart, byteEnd: line.byteEnd, lineStart: line.number, lineEnd: line.number };
}
