// This project has no Node types: code that compiles here runs in a browser too.

// @ts-expect-error: Buffer is Node's
export const buffer: Buffer = new Uint8Array(0);
// @ts-expect-error: so is its value
export const bytes = Buffer.from("");
// @ts-expect-error: process is Node's
export const platform = process.platform;
// @ts-expect-error: the type library is not loaded
export type Timeout = NodeJS.Timeout;
// @ts-expect-error: and modules of Node are not known
export type { Stats } from "node:fs";
