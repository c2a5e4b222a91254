import { COMMON_OPTIONS, readArguments } from "./arguments.ts";
import { COMMAND_HELP, COMMANDS, HELP } from "./help.ts";
import type { CommandIo, ExitCode } from "./io.ts";
import { EXIT } from "./io.ts";
import { printText } from "./row-writer.ts";
import { VERSION } from "./version.ts";

/** `newsdump man`. */
export async function runMan(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  readArguments(argv, COMMON_OPTIONS);
  await printText(io.stdout, manPage());
  return EXIT.fine;
}

/** The manual page: the help texts, set by roff. */
function manPage(): string {
  const [summary = "", ...rest] = HELP.split("\n");
  return [
    `.TH NEWSDUMP 1 "" "newsdump ${VERSION}" "User Commands"`,
    ".SH NAME",
    escapeText(summary.replace(": ", " - ")),
    ...sectionsOf(rest, ".SH"),
    ...COMMANDS.flatMap((name) => [`.SH ${name.toUpperCase()}`].concat(sectionsOf(COMMAND_HELP[name].split("\n").slice(1), ".SS"))),
    "",
  ].join("\n");
}

/** A line at the margin that a blank line precedes and none follows. */
const HEADING = /^[A-Z][a-z]+(?: [a-z]+)?$/;

/** Headings as such, everything else as it is laid out. */
function sectionsOf(lines: readonly string[], heading: ".SH" | ".SS"): string[] {
  const page: string[] = [".nf"];
  for (const line of lines) {
    if (HEADING.test(line)) page.push(".fi", `${heading} ${heading === ".SH" ? line.toUpperCase() : line}`, ".nf");
    else page.push(escapeText(line));
  }
  return [...page, ".fi"];
}

/** Hyphens stay hyphens, and a line that starts with a dot or quote is text. */
function escapeText(line: string): string {
  return line
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/, "\\&");
}
