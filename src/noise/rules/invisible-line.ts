import type { NoiseRule } from "../rule.ts";

export const invisibleLine: NoiseRule = {
  name: "invisible-line",
  description: "Lines of nothing but no-break spaces, zero-width characters, soft hyphens, byte order marks or controls.",
  takes: ["\u00A0 ", "\u200B", "\u00AD\u00AD", "\uFEFF", "\u200E\u3000", "&nbsp;", "\u000C"],
  leaves: [".", "\u00A0a", "—", "&amp;"],
  matches: (line) => line.text === "",
};
