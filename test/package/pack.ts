import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the packed tarball. */
    tarball: string;
    /** Paths in the tarball. */
    files: string[];
    version: string;
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Packs what `npm run build` left in `dist`, once for all tests of the package. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "newsdump-pack-"));
  const output = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  // The shape of npm's answer differs between its majors: a list, or an object by package name.
  const answer = JSON.parse(output) as unknown;
  const [packed] = Object.values(answer as Record<string, { filename: string; files: { path: string }[] }>);
  if (packed === undefined) throw new Error(`npm pack said: ${output}`);
  project.provide("tarball", join(folder, packed.filename));
  project.provide("files", packed.files.map((file) => file.path).toSorted());
  project.provide("version", (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version);
  return () => rmSync(folder, { recursive: true, force: true });
}
