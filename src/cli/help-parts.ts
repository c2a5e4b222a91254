import { ENCODING_NAMES } from "../encoding/labels.ts";
import { builtInFormats } from "../formats/index.ts";
import { NOISE_LEVELS } from "../noise/noise-options.ts";
import { LARGE_RECORDS } from "../options.ts";
import { COMMAND_HELP, COMMANDS, HELP, type CommandName } from "./help.ts";

/** An option as its command's help tells it. */
export interface ToldOption {
  /** With its hyphens: `--output`. */
  readonly long: string;
  /** `-o`, or `null`. */
  readonly short: string | null;
  /** What its value is called, or `null` for a switch. */
  readonly value: string | null;
  /** The first line of what the help says. */
  readonly meaning: string;
  /** What its value may be; empty where that cannot be listed. */
  readonly choices: readonly string[];
}

/** Values to choose from. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  "--format": builtInFormats.map(({ name }) => name),
  "--encoding": ENCODING_NAMES,
  "--declared-encoding": ENCODING_NAMES,
  "--noise": NOISE_LEVELS,
  "--large-records": LARGE_RECORDS,
  "--jobs": ["auto"],
};

/** A command as the help tells it. */
export interface ToldCommand {
  readonly name: CommandName;
  readonly meaning: string;
  readonly options: readonly ToldOption[];
}

/** The part of a help text below `Options`, up to the next heading. */
const OPTIONS_PART = /^Options\n((?:(?: .*)?\n)+)/m;
/** `  -o, --output FILE       write the articles there`, `--limit NAME=N`; the meaning may stand on the next line. */
const OPTION_LINE = /^ +(?:(-[a-z]), )?(--[a-z][a-z-]*)(?: ([A-Za-z|=]+))?(?: {2,}(\S.*)|(,.*))?$/;
/** Options that are as those of another command, named one after the other. */
const LISTED_LINE = /^ +(?:-[a-z], )?--/;
const OPTION_NAME = /--[a-z][a-z-]*/g;
/** `  newsdump parse <input>... [options]     articles as NDJSON` */
const COMMAND_LINE = /^ {2}newsdump ([a-z]{1,20})(.*)$/gm;
/** Behind the lines of the commands. */
const END_OF_USAGE = "\nOptions\n";
/** Between a command and its meaning. */
const GAP = "  ";

/** All commands with their options, read from the help texts, so that what is completed is what is told. */
export function readCommands(): ToldCommand[] {
  const meanings = new Map(
    [...HELP.slice(0, HELP.indexOf(END_OF_USAGE)).matchAll(COMMAND_LINE)].map(([, name = "", rest = ""]) => [
      name,
      rest.slice(rest.indexOf(GAP)).trim(),
    ]),
  );
  const parse = readOptions(COMMAND_HELP.parse, []);
  return COMMANDS.map((name) => ({
    name,
    meaning: meanings.get(name) ?? "",
    options: name === "parse" ? parse : readOptions(COMMAND_HELP[name], parse),
  }));
}

function readOptions(help: string, known: readonly ToldOption[]): ToldOption[] {
  const lines = (OPTIONS_PART.exec(help)?.[1] ?? "").split("\n");
  const options: ToldOption[] = [];
  for (const [index, line] of lines.entries()) {
    const [, short = null, long, value = null, meaning, others] = OPTION_LINE.exec(line) ?? [];
    const isNew = long !== undefined && others === undefined && !known.some((other) => other.long === long);
    if (isNew)
      options.push({
        long,
        short,
        value,
        meaning: meaning ?? lines[index + 1]?.trim() ?? "",
        choices: value === null ? [] : (CHOICES[long] ?? []),
      });
    else if (LISTED_LINE.test(line)) options.push(...likeKnown(line, known));
  }
  return options;
}

function likeKnown(line: string, known: readonly ToldOption[]): ToldOption[] {
  const names = line.match(OPTION_NAME) ?? [];
  return names.flatMap((name) => known.find(({ long }) => long === name) ?? []);
}
