import type { TextStream } from "./io.ts";

/** Parameters of the terminal's "select graphic rendition" sequences (ECMA-48). */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

/** A colour or weight. */
export type Style = keyof typeof STYLES;

/** Gives a text a style, or leaves it as it is where no terminal shows it. */
export type Painter = (style: Style, text: string) => string;

/** Colours on a terminal unless `NO_COLOR` is set (https://no-color.org), elsewhere only with `FORCE_COLOR`. */
export function createPainter(stream: TextStream, env: Readonly<Record<string, string | undefined>>): Painter {
  if (!usesColour(stream, env)) return (_style, text) => text;
  return (style, text) => (text === "" ? "" : `\u001B[${STYLES[style]}m${text}\u001B[0m`);
}

function usesColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
