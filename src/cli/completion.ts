import { COMMON_OPTIONS, findNearest, readArguments } from "./arguments.ts";
import { readCommands, type ToldCommand, type ToldOption } from "./help-parts.ts";
import { CommandError, EXIT, type CommandIo, type ExitCode } from "./io.ts";
import { printText } from "./row-writer.ts";

/** Shells that `newsdump completion` writes a script for. */
const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]; // keys of a const object

/** `newsdump completion`. */
export async function runCompletion(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals } = readArguments(argv, COMMON_OPTIONS);
  const [name = "", ...others] = positionals;
  const shell = SHELLS.find((known) => known === name);
  if (shell === undefined || others.length > 0) {
    const nearest = findNearest(name, SHELLS);
    throw new CommandError(
      EXIT.usage,
      `completion takes one shell: ${SHELLS.join(", ")}${nearest === null || shell !== undefined ? "" : ` (did you mean ${nearest}?)`}`,
    );
  }
  await printText(io.stdout, SCRIPTS[shell](readCommands()));
  return EXIT.fine;
}

function wordsOf({ options }: ToldCommand): string {
  return options.flatMap(({ long, short }) => (short === null ? [long] : [long, short])).join(" ");
}

function argumentsOf({ name }: ToldCommand): string {
  return name === "completion" ? SHELLS.join(" ") : "";
}

function bashScript(commands: readonly ToldCommand[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${wordsOf(command)}" names="${argumentsOf(command)}" ;;`);
  const listed = new Map(
    commands
      .flatMap(({ options }) => options)
      .filter(({ choices }) => choices.length > 0)
      .map((option) => [option.long, option]),
  );
  const choices = [...listed.values()].map(
    ({ long, short, choices: words }) =>
      `    ${short === null ? "" : `${short}|`}${long}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return ;;`,
  );
  return `# newsdump completion bash: put this into ~/.local/share/bash-completion/completions/newsdump
_newsdump() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" words="" names=""
  case "$previous" in
${choices.join("\n")}
  esac
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="--help --version"
    names="${commands.map(({ name }) => name).join(" ")}"
  fi
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$names" -- "$word")) ;;
  esac
}
complete -o bashdefault -o default -F _newsdump newsdump
`;
}

function zshScript(commands: readonly ToldCommand[]): string {
  const list = commands.map(({ name, meaning }) => `      ${quote(`${name}:${meaning}`)}`);
  const cases = commands.map((command) => {
    const specs = command.options.flatMap(zshSpecs);
    const rest = command.name === "completion" ? `'1:shell:(${SHELLS.join(" ")})'` : "'*:input:_files'";
    return `      ${command.name}) _arguments -s ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef newsdump
# newsdump completion zsh: put this into a folder of $fpath as _newsdump
_newsdump() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${list.join("\n")}
    )
    _describe command commands
  else
    local command="$words[2]"
    shift words
    (( CURRENT-- ))
    case "$command" in
${cases.join("\n")}
    esac
  fi
}
compdef _newsdump newsdump
`;
}

function zshSpecs({ long, short, value, meaning, choices }: ToldOption): string[] {
  const text = meaning.replaceAll(/[[\]]/g, "").replaceAll(":", "\\:");
  const takes = value === null ? "" : `:${value}:${choices.length === 0 ? "_files" : `(${choices.join(" ")})`}`;
  return [long, ...(short === null ? [] : [short])].map((name) => quote(`${name}[${text}]${takes}`));
}

function fishScript(commands: readonly ToldCommand[]): string {
  const names = commands.map(({ name, meaning }) => `complete -c newsdump -n __fish_use_subcommand -f -a ${name} -d ${quote(meaning)}`);
  const options = commands.flatMap((command) => [
    ...command.options.map((option) => fishOption(command.name, option)),
    ...(command.name === "completion"
      ? [`complete -c newsdump -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(" ")}'`]
      : []),
  ]);
  return `# newsdump completion fish: put this into ~/.config/fish/completions/newsdump.fish\n${[...names, ...options].join("\n")}\n`;
}

function fishOption(command: string, { long, short, value, meaning, choices }: ToldOption): string {
  const letter = short === null ? "" : ` -s ${short.slice(1)}`;
  const takes = value === null ? "" : ` -r${choices.length === 0 ? "" : ` -f -a ${quote(choices.join(" "))}`}`;
  return `complete -c newsdump -n '__fish_seen_subcommand_from ${command}' -l ${long.slice(2)}${letter}${takes} -d ${quote(meaning)}`;
}

/** For a shell: nothing in it is expanded. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
