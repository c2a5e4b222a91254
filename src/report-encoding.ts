import { createDiagnostic, type Diagnostic } from "./diagnostics.ts";
import type { EncodingGuess } from "./encoding/guess.ts";
import type { InvalidBytes } from "./encoding/utf8.ts";
import type { Line } from "./lines/line.ts";

/** Below this, more than one answer in five is wrong; an encoding found by statistics is then reported. */
const UNCERTAIN = 0.8;

/** What there is to say about a record's encoding: doubt, a declaration that was wrong, bytes that fit nowhere. */
export function reportEncoding(
  guess: EncodingGuess,
  invalid: InvalidBytes | null,
  lines: readonly Line[],
  diagnostics: Diagnostic[],
): void {
  const { encoding, confidence, evidence, declared, declaredRejected } = guess;
  if (evidence === "none" || (evidence === "statistics" && confidence < UNCERTAIN)) {
    diagnostics.push(createDiagnostic("encoding-uncertain", `${encoding} has a confidence of ${confidence.toFixed(2)} only`));
  }
  if (declaredRejected)
    diagnostics.push(createDiagnostic("encoding-declaration-rejected", `declared ${declared}, but the text is ${encoding}`));
  if (invalid === null) return;
  const { count, firstOffset } = invalid;
  const line = lines.findLast((candidate) => candidate.byteStart <= firstOffset) ?? lines[0]!;
  const span = { byteStart: firstOffset, byteEnd: firstOffset + 1, lineStart: line.number, lineEnd: line.number };
  diagnostics.push(createDiagnostic("invalid-bytes", `${count} invalid in ${encoding}, the first at byte ${firstOffset}`, span));
}
