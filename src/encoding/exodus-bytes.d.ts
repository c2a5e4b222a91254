// The package's own declarations pull in Node's types, which would make `Buffer` legal in universal code.
declare module "@exodus/bytes/encoding.js" {
  export const TextDecoder: typeof globalThis.TextDecoder;
  export function normalizeEncoding(label: string): string | null;
}
