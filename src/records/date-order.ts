import type { DateOrder } from "../fields/date/evidence.ts";
import type { TextFormat } from "../formats/format.ts";
import { decodeLines } from "../lines/decode-lines.ts";
import type { UnitLayout } from "../lines/scan.ts";
import { createRecordCutter } from "./cutter.ts";
import { splitHeader, type TextRecord } from "./text-record.ts";

/** Day and month before a year, in either order: `25/12/2024`, `12-25-24`. */
const NUMBERS = /^\D{0,20}(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;
const MONTHS = 12;
const SLASH = 0x2f;
const DASH = 0x2d;

/**
 * How the headers in the head of a dump order day and month, by the days over 12 among them; `null` when there are
 * none, or some in each place. It depends on the head alone, so that chunking changes nothing.
 *
 * @param encoding - of the head when its units are wide; otherwise header dates are ASCII in every encoding
 */
export function readDateOrder(head: Uint8Array, format: TextFormat, unit: UnitLayout, encoding: string): DateOrder | null {
  if (!mayHoldNumbers(head, unit.bytes)) return null;
  const cutter = createRecordCutter({ format, unit, wideEncoding: encoding, maxRecordBytes: head.length });
  let dayFirst = 0;
  let monthFirst = 0;
  for (const record of [...cutter.push(head), ...cutter.finish()]) {
    const { lines } = decodeLines(record.bytes, encoding, unit, record.span);
    const bytesOf = (start: number, end: number): Uint8Array =>
      record.bytes.subarray(start - record.span.byteStart, end - record.span.byteStart);
    const date = readDate(() => splitHeader(lines, record.headerLine ?? 0, format, encoding, bytesOf));
    const [, first = "0", , second = "0"] = NUMBERS.exec(date) ?? [];
    if (Number(first) > MONTHS && Number(second) <= MONTHS) dayFirst++;
    if (Number(second) > MONTHS && Number(first) <= MONTHS) monthFirst++;
  }
  if (dayFirst > 0 === monthFirst > 0) return null;
  return dayFirst > 0 ? "dmy" : "mdy";
}

/** A header that the format fails on says nothing; the record is rejected when its turn comes. */
function readDate(split: () => TextRecord): string {
  try {
    return split().fields.get("date")?.text ?? "";
  } catch {
    return "";
  }
}

/** A slash or dash with a digit before it and another such mark one or two digits behind. */
function mayHoldNumbers(head: Uint8Array, width: number): boolean {
  for (let index = 1; index < head.length; index++) {
    const mark = head[index]!;
    if (mark !== SLASH && mark !== DASH) continue;
    if ((head[index + 2 * width] === mark || head[index + 3 * width] === mark) && isDigit(head[index - 1]!)) return true;
  }
  return false;
}

function isDigit(byte: number): boolean {
  // In UTF-16 and UTF-32 a zero byte stands before the mark.
  return byte === 0 || (byte >= 0x30 && byte <= 0x39);
}
