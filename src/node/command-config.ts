import type { TextFormat } from "../formats/format.ts";
import type { NoiseRule } from "../noise/rule.ts";
import type { ParseOptions } from "../options.ts";

/**
 * What `newsdump.config.js` exports by default, `newsdump.config.json` holds, or stands under `newsdump` in
 * `package.json`: options of the command. Options on the command line go first.
 *
 * @example
 * ```ts
 * import type { CommandConfig } from "newsdump/node";
 *
 * const config: CommandConfig = { noise: "strict", languages: ["de", "fr"], timeZone: "Europe/Zurich" };
 * console.log(config.noise); // strict
 * ```
 */
export interface CommandConfig extends Omit<ParseOptions, "formats" | "encodingPrior" | "source" | "extraNoiseRules"> {
  /** Formats of your own, or modules that export some: a path from the file's folder, or the name of a package. */
  formats?: readonly (TextFormat | string)[];
  /** Noise rules of your own, or modules that export some. */
  extraNoiseRules?: readonly (NoiseRule | string)[];
  /** `false`: rows are smaller, `removed` is an empty list. */
  removed?: boolean;
}
