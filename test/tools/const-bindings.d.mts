/** Turns the `var` that esbuild makes of every `const` of a module back into `const`, where nothing assigns to it again. */
export function constBindings(code: string): string;
