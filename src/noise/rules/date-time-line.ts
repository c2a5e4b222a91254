import { dateEvidence } from "../../fields/date.ts";
import { isDateLine } from "../../fields/body-date.ts";
import { readTime } from "../../fields/time.ts";
import type { NoiseRule } from "../rule.ts";

const LONGEST_TIME = 24;
const LONGEST_DATE = 80;

export const timeLine: NoiseRule = {
  name: "time-line",
  description: "A time of day alone on its line, when another line gave the article its time.",
  takes: ["15:00", "9:05:30", "3:15 pm", "15:00 GMT", "15:00 Uhr"],
  leaves: ["15:00 – Kick-off", "3:2", "25:00", "At 15:00", "1:3:5"],
  maxLength: LONGEST_TIME,
  matches: (line) => line.hasTime && isDigit(line.text.charCodeAt(0)) && readTime(line.text) !== null,
};

export const dateLine: NoiseRule = {
  name: "date-line",
  description: "A day alone on its line (a label before it and a time behind it may be), when another line gave the article its date.",
  takes: ["2025-11-11", "11.11.2025, 15:00", "11 ноября 2025", "Published: November 11, 2025", "2025年11月11日 15:00"],
  leaves: ["2025", "11 ноября", "On November 11, 2025", "03/04/2025 and later", "2025-13-01", "November 2025"],
  maxLength: LONGEST_DATE,
  matches: (line) => line.hasDate && isDateLine(line.text, (evidence ??= dateEvidence({}))),
};

/** Made once: the rule asks for no more than whether the line is a date. */
let evidence: ReturnType<typeof dateEvidence> | null = null;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
