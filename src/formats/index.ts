import { dateHeader } from "./date-header.ts";
import type { TextFormat } from "./format.ts";
import { keyValue } from "./key-value.ts";

/** The formats that compete for every dump. */
export const builtInFormats: readonly TextFormat[] = [dateHeader, keyValue];
