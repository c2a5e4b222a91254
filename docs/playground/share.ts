import { NOISE_CHOICES } from "./choices.ts";
import type { PlaygroundOptions } from "./protocol.ts";

/** Longest fragment that is made; longer links are cut by mail programs and chats. */
const MOST_CHARACTERS = 12_000;

/** What a link holds. */
export interface Shared {
  readonly example: string | null;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly options: PlaygroundOptions;
}

/** The fragment of a link to this input with these options, or `null` when it would be too long. */
export async function toFragment(input: { example: string } | Blob, options: PlaygroundOptions): Promise<string | null> {
  const values = new URLSearchParams();
  if (input instanceof Blob) values.set("dump", toBase64Url(await pipe(input, new CompressionStream("deflate-raw"))));
  else values.set("example", input.example);
  if (options.noise !== null) values.set("noise", options.noise);
  if (options.encoding !== null) values.set("encoding", options.encoding);
  if (!options.detectLanguage) values.set("language", "off");
  if (!options.repairText) values.set("repair", "off");
  const fragment = `#${values.toString().replaceAll("%2F", "/")}`;
  return fragment.length > MOST_CHARACTERS ? null : fragment;
}

/** Reads a fragment; what it does not say is as by default. */
export async function readFragment(fragment: string): Promise<Shared> {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  const dump = values.get("dump");
  return {
    example: values.get("example"),
    bytes: dump === null ? null : await pipe(new Blob([fromBase64Url(dump)]), new DecompressionStream("deflate-raw")),
    options: {
      noise: NOISE_CHOICES.find(([level]) => level === values.get("noise"))?.[0] ?? null,
      encoding: values.get("encoding"),
      detectLanguage: values.get("language") !== "off",
      repairText: values.get("repair") !== "off",
    },
  };
}

async function pipe(input: Blob, through: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(input.stream().pipeThrough(through)).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
