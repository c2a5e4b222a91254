import type { Removal } from "./article.ts";
import { createDiagnostic, type Diagnostic, type DiagnosticCode } from "./diagnostics.ts";
import type { Limits } from "./limits.ts";
import type { DumpResult } from "./result.ts";

/**
 * Brings what a result keeps besides its text within the limits.
 *
 * @returns the diagnostics that say so, which the result now holds, too
 */
export function limitResult(result: DumpResult, { maxDiagnosticsPerCode, maxRemovedText }: Required<Limits>): readonly Diagnostic[] {
  const added: Diagnostic[] = [];
  const cut = result.kind === "article" ? cutTexts(result.article.removed, maxRemovedText) : 0;
  if (cut > 0) added.push(createDiagnostic("removed-text-cut", `${cut} texts in the ledger were cut to ${maxRemovedText}`));
  const holder = result.kind === "article" ? result.article : result.rejected;
  const reason = result.kind === "article" ? null : result.rejected.reason; // is always told
  const kept = keepPerCode(holder.diagnostics, maxDiagnosticsPerCode, reason);
  const dropped = holder.diagnostics.length - kept.length;
  if (dropped > 0) added.push(createDiagnostic("diagnostics-limited", `${dropped} more were left out`));
  if (added.length > 0) holder.diagnostics = [...kept, ...added];
  return added;
}

const ELLIPSIS = "\u2026";

function cutTexts(removed: readonly Removal[], most: number): number {
  let cut = 0;
  for (const removal of removed) {
    if (removal.text.length <= most) continue;
    removal.text = removal.text.slice(0, endsInHalf(removal.text, most) ? most - 1 : most) + ELLIPSIS;
    cut++;
  }
  return cut;
}

/** Whether the text up to `end` ends in half a pair of surrogates, which is no text. */
function endsInHalf(text: string, end: number): boolean {
  const code = end > 0 ? text.charCodeAt(end - 1) : 0;
  return code >= 0xd800 && code <= 0xdbff;
}

function keepPerCode(diagnostics: readonly Diagnostic[], most: number, always: DiagnosticCode | null): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics;
  const counts = new Map<DiagnosticCode, number>();
  return diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= most || code === always;
  });
}
