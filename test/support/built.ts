import { join } from "node:path";
import { build, type Metafile } from "esbuild";

/** Builds the command, the Node entry and the worker, as threads need files to start from. Inside the package, so that the dependencies are found. */
export async function buildCommand(name: string): Promise<{ folder: string; command: string; metafile: Metafile }> {
  const folder = join("node_modules/.cache", name);
  const { metafile } = await build({
    entryPoints: { main: "src/cli/main.ts", node: "src/node/index.ts", worker: "src/node/worker.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    metafile: true,
  });
  return { folder, command: join(folder, "main.js"), metafile };
}
