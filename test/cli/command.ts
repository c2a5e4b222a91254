import { Writable } from "node:stream";
import { runCommand } from "../../src/cli/run.ts";

/** A stream that keeps what is written. */
function createSink(traits: { isTTY?: boolean; columns?: number } = {}): Writable & { text(): string } {
  const parts: string[] = [];
  const sink = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  return Object.assign(sink, traits, { text: () => parts.join("") });
}

/** What a run of the command leaves behind. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from one without a terminal and with nothing on standard input. */
export interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly stdoutIsTTY?: boolean;
  readonly stderrIsTTY?: boolean;
}

/** Runs the command in this process. */
export async function run(
  argv: readonly string[],
  { stdin = "", env = {}, cwd = process.cwd(), stdoutIsTTY = false, stderrIsTTY = false }: Setting = {},
): Promise<Outcome> {
  const stdout = createSink({ isTTY: stdoutIsTTY });
  const stderr = createSink({ isTTY: stderrIsTTY, columns: 100 });
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin;
  }
  const exitCode = await runCommand(argv, { stdin: chunks(), stdout, stderr, env, cwd: () => cwd });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

/** Rows of NDJSON. */
export function readRows(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
