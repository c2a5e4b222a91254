import type { Removal } from "../article.ts";
import { createDiagnostic, type Diagnostic, type DiagnosticCode } from "../diagnostics.ts";
import { repairLostEscapes } from "../encoding/lost-escapes.ts";
import { repairLeads, repairMojibake } from "../encoding/mojibake.ts";
import type { Line } from "../lines/line.ts";
import { LINE_END } from "../lines/scan.ts";
import type { SliceLine } from "../lines/slice-line.ts";
import { spanOf } from "../records/text-record.ts";
import { cleanText } from "../text/clean.ts";
import { findTraits, TRAIT } from "../text/traits.ts";
import { endsInSoftHyphen } from "./line-edges.ts";
import { joinLines } from "./wrapped-lines.ts";

/** The one rule whose lines stay: its ledger entries keep the original of a text that was repaired. */
const REPAIRED_RULE = "repaired-text";

/** Makes the text of lines, and notes what it had to do. */
export interface LineCleaner {
  /** The line's text as it goes into the article; empty when it shows nothing. */
  clean(line: Line): string;
  /** The line's parts when line ends inside it had lost their backslash; `null` for nearly all lines. */
  restoreLines(line: Line): Line[] | null;
  /** Ledger entries of the lines that were repaired. */
  readonly originals: readonly Removal[];
}

/** Creates the cleaner of one record; what it reports goes to `diagnostics`. */
export function createLineCleaner(repairs: boolean, slice: SliceLine, diagnostics: Diagnostic[]): LineCleaner {
  const originals: Removal[] = [];

  function keepOriginal(line: Line, code: DiagnosticCode, message: string): void {
    originals.push({ rule: REPAIRED_RULE, score: null, text: line.text, span: spanOf(line) });
    diagnostics.push(createDiagnostic(code, message, spanOf(line)));
  }

  return {
    originals,
    clean(line) {
      const { latinLead, cyrillicLead } = TRAIT;
      const repair =
        repairs && line.traits & (latinLead | cyrillicLead)
          ? repairLeads(line.text, (line.traits & latinLead) !== 0, (line.traits & cyrillicLead) !== 0)
          : null;
      if (repair !== null)
        keepOriginal(line, "mojibake-repaired", `line ${line.number} was UTF-8 read as ${repair.chain.join(", then as ")}`);
      const { text, controlCharacters } = repair === null ? cleanText(line.text, line.traits) : cleanText(repair.text);
      if (controlCharacters > 0 && text !== "") {
        diagnostics.push(
          createDiagnostic("control-characters-removed", `${controlCharacters} removed from line ${line.number}`, spanOf(line)),
        );
      }
      return text;
    },
    restoreLines(line) {
      const repair = repairs && line.traits & TRAIT.lostEscape ? repairLostEscapes(line.text) : null;
      if (repair === null) return null;
      keepOriginal(line, "lost-escapes-restored", `${repair.count} put back in line ${line.number}`);
      return cutRestored(line, repair.text, slice);
    },
  };
}

/** The parts of a line between restored line ends; what stood for an escape is in none of them. */
function cutRestored(line: Line, restored: string, slice: SliceLine): Line[] {
  const parts: Line[] = [];
  let column = 0;
  for (const text of restored.split("\n")) {
    const pieces = text.split("\t").filter((piece) => piece !== "");
    if (pieces.length === 0) continue;
    const start = line.text.indexOf(pieces[0]!, column);
    for (const piece of pieces) column = line.text.indexOf(piece, column) + piece.length;
    parts.push({ ...slice(line, start, column), text, traits: findTraits(text) });
  }
  return parts;
}

/** A text repaired and cleaned as its line is, or as its lines are and joined, for reading spans back. */
export function cleanAlone(raw: string, repairs: boolean): string {
  const lines = raw.split(LINE_END);
  if (lines.length === 1) return cleanOne(raw, repairs);
  return joinLines(lines.map((line) => ({ text: cleanOne(line, repairs), isCut: endsInSoftHyphen(line) })));
}

function cleanOne(raw: string, repairs: boolean): string {
  const escaped = repairs ? (repairLostEscapes(raw)?.text ?? raw) : raw;
  return cleanText(repairs ? (repairMojibake(escaped)?.text ?? escaped) : escaped).text;
}
