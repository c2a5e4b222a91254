import { fstatSync } from "node:fs";
import type { CommandIo } from "./io.ts";

/** Bytes of standard input. A shell may have put a folder there, which Node reads as nothing; that fails as any folder does. */
export async function* readStandardInput({ stdin }: CommandIo): AsyncGenerator<Uint8Array> {
  if (stdin.fd !== undefined && fstatSync(stdin.fd).isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
  yield* stdin;
}
