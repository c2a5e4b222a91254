// Only this name is bundled, not the whole file.
import { version } from "../../package.json";

/** Version of the package. */
export const VERSION: string = version;
