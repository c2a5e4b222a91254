import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { TextFormat } from "../formats/format.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import type { NoiseRule } from "../noise/rule.ts";
import { NOISE_LEVELS } from "../noise/noise-options.ts";
import { checkOptions, DATE_ORDERS, LARGE_RECORDS, type ParseOptions } from "../options.ts";
import type { CommandConfig } from "../node/command-config.ts";
import { fromJsonLimits } from "../node/json-limits.ts";
import { suggest } from "./arguments.ts";
import { isManifest } from "./find-config.ts";
import { CommandError, EXIT } from "./io.ts";

/** A config that was read and checked. */
export interface LoadedConfig {
  readonly path: string;
  readonly options: ParseOptions;
  /** Whether rows hold the ledger; `null` where the config does not say. */
  readonly removed: boolean | null;
  /** Whether it holds functions, which no other thread or machine can be given. */
  readonly hasCode: boolean;
  /** All files that were read for it; what they import is not looked at. */
  readonly files: readonly string[];
}

const KEYS = {
  format: 1,
  formats: 1,
  encoding: 1,
  declaredEncoding: 1,
  repairText: 1,
  languages: 1,
  profile: 1,
  reference: 1,
  dateOrder: 1,
  timeZone: 1,
  largeRecords: 1,
  limits: 1,
  noise: 1,
  noiseRules: 1,
  extraNoiseRules: 1,
  removed: 1,
} as const satisfies Record<keyof CommandConfig, 1>;
/** Values that options take, for what was mistyped. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  noise: NOISE_LEVELS,
  largeRecords: LARGE_RECORDS,
  dateOrder: [...DATE_ORDERS],
  profile: ["auto"],
};

/** @throws {@link CommandError} that names the file, what is wrong in it, and what was probably meant */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const files = [path];
  const config = await readConfig(path);
  checkNames(config, path);
  const { removed = null, formats = [], extraNoiseRules = [], ...others } = config;
  if (removed !== null && typeof removed !== "boolean") throw fault(path, `removed must be true or false, not ${JSON.stringify(removed)}`);
  const own = {
    formats: await takeOwn<TextFormat>("formats", formats, path, files, isFormat),
    extraNoiseRules: await takeOwn<NoiseRule>("extraNoiseRules", extraNoiseRules, path, files, isRule),
  };
  const options: ParseOptions = {
    ...others,
    ...(others.limits === undefined ? {} : { limits: fromJsonLimits(others.limits) }),
    ...(own.formats.length === 0 ? {} : { formats: own.formats }),
    ...(own.extraNoiseRules.length === 0 ? {} : { extraNoiseRules: own.extraNoiseRules }),
  };
  try {
    checkOptions(options);
  } catch (error) {
    throw fault(path, error instanceof Error ? error.message : String(error));
  }
  const hasCode = own.formats.length > 0 || own.extraNoiseRules.length > 0 || typeof options.format === "object";
  return { path, options, removed, hasCode, files };
}

function fault(path: string, message: string): CommandError {
  return new CommandError(EXIT.usage, `${path}: ${message}`, false);
}

async function readConfig(path: string): Promise<CommandConfig> {
  const value = path.endsWith(".json") ? await readJson(path) : await importDefault(path);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw fault(path, "must hold an object of options");
  return value; // its names are checked next, its values by `checkOptions`
}

async function readJson(path: string): Promise<unknown> {
  try {
    const value = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    return isManifest(path) ? value["newsdump"] : value;
  } catch (error) {
    throw fault(path, `cannot be read: ${(error as Error).message}`); // what these throw are errors
  }
}

async function importModule(path: string, from: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    throw fault(from, `${path === from ? "" : `${path} `}cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function importDefault(path: string): Promise<unknown> {
  const module = await importModule(path, path);
  if (module["default"] === undefined) throw fault(path, "must export its options by default");
  return module["default"];
}

function checkNames(config: CommandConfig, path: string): void {
  checkKeys(Object.keys(config), Object.keys(KEYS), "", path);
  if (typeof config.limits === "object" && config.limits !== null)
    checkKeys(Object.keys(config.limits), Object.keys(DEFAULT_LIMITS), "limits.", path);
  for (const [name, values] of Object.entries(VALUES)) {
    const value: unknown = config[name as "noise"];
    if (typeof value !== "string" || values.includes(value)) continue;
    throw fault(path, `${name} must be one of ${values.join(", ")}, not ${JSON.stringify(value)}${suggest(value, values)}`);
  }
}

function checkKeys(names: readonly string[], known: readonly string[], prefix: string, path: string): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw fault(path, `unknown option ${prefix}${unknown}${suggest(unknown, known, prefix)}`);
}

/** Formats or rules as they are given, or all that a module exports. */
async function takeOwn<Own>(
  option: string,
  given: readonly (Own | string)[],
  path: string,
  files: string[],
  isOwn: (value: unknown) => value is Own,
): Promise<Own[]> {
  if (!Array.isArray(given)) throw fault(path, `${option} must be a list`);
  const taken: Own[] = [];
  for (const entry of given as readonly unknown[]) {
    if (typeof entry !== "string") {
      if (!isOwn(entry)) throw fault(path, `${option} holds ${JSON.stringify(entry)}, which is neither a module nor made by define…`);
      taken.push(entry);
      continue;
    }
    const file = findModule(entry, path);
    const exported = Object.values(await importModule(file, path)).filter(isOwn);
    if (exported.length === 0) throw fault(path, `${entry} exports nothing that ${option} can hold`);
    files.push(file);
    taken.push(...new Set(exported)); // a name and the default may be the same
  }
  return taken;
}

function findModule(name: string, path: string): string {
  if (name.startsWith(".") || isAbsolute(name)) {
    const file = resolve(dirname(path), name);
    if (!existsSync(file)) throw fault(path, `cannot find ${name}`);
    return file;
  }
  try {
    return createRequire(path).resolve(name);
  } catch {
    throw fault(path, `cannot find the package ${name}; a file is written as ./${name}`);
  }
}

function hasFunctions(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === "object" && value !== null && names.every((name) => typeof (value as Record<string, unknown>)[name] === "function")
  );
}

function isFormat(value: unknown): value is TextFormat {
  return hasFunctions(value, ["detect", "startsRecord", "readHeader"]);
}

function isRule(value: unknown): value is NoiseRule {
  return hasFunctions(value, ["matches"]);
}
