import { createDiagnostic, type Diagnostic } from "./diagnostics.ts";
import type { TextFormat } from "./formats/format.ts";
import type { Line } from "./lines/line.ts";
import { spanOf } from "./records/text-record.ts";

/** Tells of lines of a body that look like headers: another record may begin there. */
export function reportLookAlikes(lines: readonly Line[], format: TextFormat, diagnostics: Diagnostic[]): void {
  if (format.resemblesHeader === undefined) return;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (!format.resemblesHeader(line.text, lines[index - 1]?.text ?? "", lines[index + 1]?.text ?? "")) continue;
    const message = `line ${line.number} looks like a header, but is not written or set apart as in ${format.name}; no record begins there`;
    diagnostics.push(createDiagnostic("header-look-alike", message, spanOf(line)));
  }
}
