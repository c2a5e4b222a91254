// Runs docs/examples/spark on a local Spark over a generated dump and compares with one process, row by row.
//   node test/tools/test-spark.mjs
// Needs python3, a Java runtime (apt is asked for one) and PyPI; says so loudly and passes when they are not reached.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MEGABYTES = Number(process.env.NEWSDUMP_SPARK_MB ?? 110);
const PYSPARK = "pyspark==4.0.1"; // runs on Java 17
const JAVA = "openjdk-17-jre-headless";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = join(root, "node_modules", ".cache", "newsdump-spark");
const venv = join(work, "venv");
const python = join(venv, "bin", "python");

function passes(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options }).status === 0;
}

function skip(reason) {
  console.log(`\n${"!".repeat(80)}\nSKIPPED: the Spark job was NOT tested: ${reason}\n${"!".repeat(80)}\n`);
  process.exit(0);
}

function must(what, isDone) {
  if (isDone) return;
  console.error(`${what} failed`);
  process.exit(1);
}

const quiet = { stdio: "ignore" };
if (!passes("python3", ["--version"])) skip("there is no python3");
if (!passes("java", ["-version"], quiet)) {
  passes("apt-get", ["update", "-q"], quiet);
  passes("apt-get", ["install", "-y", "-q", "--no-install-recommends", JAVA], quiet);
  if (!passes("java", ["-version"], quiet)) skip("there is no Java runtime, and apt does not give one");
}
mkdirSync(work, { recursive: true });
if (!existsSync(python) && !passes("python3", ["-m", "venv", venv])) skip("python3 makes no virtual environment");
if (!passes(python, ["-c", "import pyspark"], quiet)) {
  if (!passes(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PYSPARK])) skip("PyPI was not reached");
}

const dump = join(work, "dump.txt");
const single = join(work, "articles.ndjson");
const parquet = join(work, "articles.parquet");
const profile = join(work, "dump.profile");
const cli = join(root, "dist", "cli.js");
if (!existsSync(cli)) must("building", passes("npm", ["run", "build"]));
if (!existsSync(dump) || Math.abs(statSync(dump).size / 1e6 - MEGABYTES) > 5) {
  must("making the dump", passes("node", ["test/tools/run-ts.mjs", "test/tools/make-dump.ts", "--", "mixed", String(MEGABYTES), dump]));
}

const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
rmSync(parquet, { recursive: true, force: true });
const env = {
  ...process.env,
  PYSPARK_PYTHON: python,
  PYSPARK_DRIVER_PYTHON: python,
  PYSPARK_SUBMIT_ARGS: "--master local[2] --driver-memory 2g pyspark-shell",
  SPARK_LOCAL_IP: "127.0.0.1",
};
const job = [
  "docs/examples/spark/parse_dumps.py",
  "--input",
  dump,
  "--output",
  parquet,
  "--size",
  "16MiB",
  "--command",
  `node ${cli}`,
  "--keep-profile",
  profile,
];
must("the Spark job", passes(python, job, { env }));
console.log(`the Spark job is done after ${seconds()}`);
// Whoever takes the same profile gets the same articles.
const parsed = spawnSync("node", [cli, "parse", dump, "--profile", profile, "-o", single], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
must("parsing in one process", parsed.status === 0 || parsed.status === 3);
console.log(`one process is done after ${seconds()}`);

must("comparing", passes(python, ["test/spark/compare.py", parquet, single], { env }));
rmSync(parquet, { recursive: true, force: true });
rmSync(single, { force: true });
rmSync(profile, { force: true });
console.log(`the rows of Spark and of one process are the same, ${MEGABYTES} MB, ${seconds()}`);
