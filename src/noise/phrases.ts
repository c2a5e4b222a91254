/** Furniture words by family, small letters, without the punctuation around them. */
export interface PhraseFamily {
  /** Texts that are furniture when they are the whole line. */
  readonly whole: readonly string[];
  /** Texts that are furniture when a colon and little else follows them. */
  readonly labels: readonly string[];
}

const LINE_EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const LABEL = /^([^:：]{2,40})[:：]\s*(.*)$/s;

/** Longest line in UTF-16 units that a whole phrase, and that a label with its rest may have. */
const LONGEST_WHOLE = 60;
const LONGEST_LABELLED = 160;

/** Creates a test for one family's phrases: two set look-ups a line, nothing for long lines. */
export function createPhraseTest(family: PhraseFamily): (text: string) => boolean {
  const whole = new Set([...family.whole, ...family.labels]);
  const labels = new Set(family.labels);
  return (text) => {
    if (text.length > LONGEST_LABELLED) return false;
    if (text.length <= LONGEST_WHOLE && whole.has(bare(text))) return true;
    const label = LABEL.exec(text);
    return label !== null && labels.has(bare(label[1]!));
  };
}

function bare(text: string): string {
  return text.toLowerCase().replace(LINE_EDGES, "");
}
