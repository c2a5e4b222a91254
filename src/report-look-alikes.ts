import { createDiagnostic, type Diagnostic } from "./diagnostics.ts";
import type { TextFormat } from "./formats/format.ts";
import type { Line } from "./lines/line.ts";
import { spanOf } from "./records/text-record.ts";

/** Tells of lines of a body that look like headers: another record may begin there. */
export function reportLookAlikes(lines: readonly Line[], format: TextFormat, diagnostics: Diagnostic[]): void {
  if (format.resemblesHeader === undefined) return;
  for (const line of lines) {
    if (!format.resemblesHeader(line.text)) continue;
    const message = `line ${line.number} looks like a header, but is not written as ${format.name} has it; no record begins there`;
    diagnostics.push(createDiagnostic("header-look-alike", message, spanOf(line)));
  }
}
