/** Names of the commands. */
export const COMMANDS = ["parse", "inspect", "encoding", "shards", "profile", "schema", "completion", "man"] as const;

/** One of {@link COMMANDS}. */
export type CommandName = (typeof COMMANDS)[number];

/** What `newsdump --help` prints. */
export const HELP = `newsdump: any news dump in, validated articles out, every byte accounted for

Usage
  newsdump parse <input>... [options]     articles as NDJSON, one a line
  newsdump inspect <file> [options]       one record, and what each of its lines became
  newsdump encoding <input>... [options]  which encoding each file is in, and how sure that is
  newsdump shards <input>... [options]    parts of a run for other machines, as NDJSON
  newsdump profile <input>... [options]   the lines that recur in a dump, for parsing its parts
  newsdump schema                         the JSON Schema of an article
  newsdump completion <shell>             what bash, zsh or fish need to complete all this
  newsdump man                            the manual page

Options
  -h, --help       this text; after a command, that command's options and examples
  -v, --version    the version

An input is a file, a folder, a glob pattern in quotes, or - for standard input;
gzip, zstd, zip and tar are recognised and unpacked.

Examples
  newsdump parse dump.txt > articles.ndjson
  newsdump inspect dump.txt --record 2
  newsdump encoding crawl/

Exit codes
  0  fine
  1  wrong usage, or an output that cannot be written
  2  an input that cannot be read
  3  some records were rejected
  130  interrupted by Ctrl-C
  143  interrupted by SIGTERM
`;

/** What `newsdump <command> --help` prints. */
export const COMMAND_HELP: Readonly<Record<CommandName, string>> = {
  parse: `newsdump parse: articles as NDJSON, one a line

Usage
  newsdump parse <input>... [options]

Inputs
  A file, a folder, a glob pattern in quotes ('crawl/**/*.txt'), - for standard input, or
  several of them. Folders are read with all that is below them; hidden entries and symbolic
  links in them are passed over. Gzip and zstd are recognised by content and decompressed. Every
  file is a dump of its own, and so is every entry of a zip or tar archive; a zip archive has to
  be a file on disk.

Options
      --format NAME       how the dump is written (date-header, key-value); default: recognised
      --encoding LABEL    encoding of the whole dump; default: detected record by record
      --declared-encoding LABEL
                          encoding that a server or a person names: it beats statistics, not
                          text that is valid UTF-8
      --noise LEVEL       off, light (rules alone), balanced (default) or strict
      --profile FILE      the profile of recurring lines that newsdump profile has made;
                          default: of files one is made first, of pipes and shards none
      --no-repair         text that was decoded wrongly before it was saved stays as it is
      --no-language       detect no language: "language" is "und"
      --max-record-bytes N
                          reject longer records; default: 67108864 (64 MiB)
      --large-records HOW
                          reject them (default), or split them into linked pieces
      --limit NAME=N      another bound, by its name in limits: maxRecords=1000,
                          maxInflatedBytes=Infinity; may be given more than once
      --config FILE       take more options from there; default: newsdump.config.js, .mjs, .cjs
                          or .json, or "newsdump" in package.json, in this folder or above it
                          up to the package's root; options given here go first
      --no-config         take no options from files
      --removed           rows hold the removed lines, each with the rule that took it (default)
      --no-removed        rows are smaller: "removed" is an empty list
      --rejects FILE      write rejected records and unreadable files there, as NDJSON
      --report FILE       write the counts of the run there, as JSON
  -o, --output FILE       write the articles there instead of to standard output
  -j, --jobs N|auto       parse files, and parts of large files, with so many threads;
                          default: 1. The output is the same
      --unordered         with --jobs: rows in any order, which needs less waiting
      --resume            with --output: note what is done, and go on there when the same
                          command was killed before. The output is the same; inputs that
                          have changed meanwhile are refused
      --shard LINES       parse parts that newsdump shards has printed, instead of inputs:
                          a line, a file of lines, or - for lines on standard input
  -q, --quiet             no progress and no closing summary
      --verbose           tell which config is used and each record that is rejected, with
                          the reason, and cut no list in the summary
  -h, --help              this text

Files are written under a temporary name and appear under their own when they are complete.
An output may be no other output and none of the inputs. Progress and summary go to standard
error. When whatever reads standard output closes it early (| head), the run ends there with
exit code 0; no --rejects and no --report is written then.

Exit codes
  0 fine, 1 usage or output, 2 an input that cannot be read, 3 some records were rejected,
  130 interrupted by Ctrl-C, 143 by SIGTERM: rows on standard output are whole, and the
  message tells up to where they go

Examples
  newsdump parse dump.txt > articles.ndjson
  newsdump parse crawl/ --rejects rejected.ndjson --report report.json -o articles.ndjson
  newsdump parse 'archive/2025-*.txt.gz' | jq -r .title
  curl -s https://example.org/dump.txt.gz | newsdump parse - --no-removed
`,
  inspect: `newsdump inspect: one record, and what each of its lines became

Usage
  newsdump inspect <file> [options]

The file may be - for standard input, and a pipe; packed files and archives are unpacked.
Shows every line with its number and what it became: header, a field, a paragraph, noise
with the rule that removed it, or blank; then the article's fields and diagnostics. Characters
that cannot be seen are shown as <NBSP>, <ESC> or <U+202E>, blanks at the ends of a line as ·.

Options
      --record N          the record's number as in provenance.index; the first is 0 (default)
      --format, --encoding, --declared-encoding, --noise, --no-repair, --no-language,
      --max-record-bytes, --large-records, --limit, --profile, --config, --no-config
                          as for parse
  -h, --help              this text

Colour is used on a terminal, unless NO_COLOR is set; elsewhere when FORCE_COLOR is set to
anything but 0. NO_COLOR goes first.

Examples
  newsdump inspect dump.txt
  FORCE_COLOR=1 newsdump inspect crawl.txt.gz --record 41 | less -R
  curl -s https://example.org/dump.txt | newsdump inspect -
`,
  encoding: `newsdump encoding: which encoding each file is in, and how sure that is

Usage
  newsdump encoding <input>... [options]

Inputs are those of parse: files, folders, glob patterns in quotes, - for standard input; packed
files are unpacked, and each entry of an archive has a line of its own. Of each the first MiB
(1,048,576 bytes) is read and judged as one text; when one is longer, standard error says so.
Parse decides record by record: in a dump that mixes encodings its answers differ from this one.

Columns
  path, encoding      the file, and the name that --encoding takes
  confidence          the chance that this encoding gives the true text
  evidence            what that rests on: bom, ascii and utf-8-valid prove it, escapes and
                      nul-pattern nearly; then utf-8-damaged, declared, statistics, none
  language            the language whose letters decided; a hint, no language detection
  alternatives        up to three other encodings that would give another text, best first

Options
      --json          NDJSON, one row a file, with all alternatives, the number of bytes
                      looked at and whether they are the whole file
  -h, --help          this text

Exit codes
  0 fine, 1 usage or output, 2 an input that cannot be read; the others are told all the same

Examples
  newsdump encoding crawl/
  newsdump encoding --json 'archive/*.txt' | jq -r 'select(.confidence < 0.9).path'
  curl -s https://example.org/page.txt | newsdump encoding -
`,
  shards: `newsdump shards: parts of a run for other machines, as NDJSON

Usage
  newsdump shards <input>... [options]

Each line describes a part that newsdump parse --shard parses, on any machine that sees the
same files under the same paths: a stretch of a large file from record to record, with all
that its beginning decides, or some small or packed files. The rows of all parts, one after
the other, are those of parsing the inputs at once.

Options
      --size SIZE         about so large: 256MiB (default), 500MB, a number of bytes
      --format, --encoding, --declared-encoding, --noise, --no-repair, --no-language,
      --max-record-bytes, --large-records, --limit, --config, --no-config
                          as for parse; they go into the descriptions
  -h, --help              this text

Examples
  newsdump shards archive/ --size 64MiB | newsdump parse --shard - > articles.ndjson
  newsdump shards dump.txt | parallel --pipe -N1 newsdump parse --shard - -q > articles.ndjson
`,
  profile: `newsdump profile: the lines that recur in a dump, for parsing its parts

Usage
  newsdump profile <input>... [options]

Inputs are files, folders and glob patterns in quotes. A line that stands in many records is
furniture in any language; the profile holds hashes of such lines and no text. Parse makes it
by itself when it reads files. Pipes and shards take one that was made before, and whoever
takes the same one gets the same articles.

Options
      --merge             the inputs are profiles: make one of them
      --shard LINES       the profile of parts that newsdump shards has printed, instead of
                          inputs: a line, a file of lines, or - for lines on standard input
      --limit NAME=N      as for parse: what packed files may cost
  -o, --output FILE       write the profile there instead of to standard output
  -h, --help              this text

Examples
  newsdump profile archive/ -o archive.profile
  cat archive/*.txt | newsdump parse - --profile archive.profile > articles.ndjson
  newsdump profile --merge 2024.profile 2025.profile -o all.profile
`,
  schema: `newsdump schema: the JSON Schema (draft 2020-12) of an article

Usage
  newsdump schema

Options
  -h, --help              this text

Example
  newsdump schema > article.schema.json
`,
  completion: `newsdump completion: what a shell needs to complete commands and options

Usage
  newsdump completion bash|zsh|fish

Options
  -h, --help              this text

Examples
  source <(newsdump completion bash)
  newsdump completion zsh > ~/.zfunc/_newsdump
  newsdump completion fish > ~/.config/fish/completions/newsdump.fish
`,
  man: `newsdump man: the manual page, all help texts on one page

Usage
  newsdump man

Options
  -h, --help              this text

Example
  newsdump man > newsdump.1 && man ./newsdump.1
`,
};
