import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Contender, contender } from "./child.ts";

/** Installs and builds the Next.js page where that has not been done, and starts its production server. */
export async function next(root: string, databaseUrl: string, path: string, note: (line: string) => void): Promise<Contender> {
  const folder = join(root, "bench", "peers", "next");
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", BENCH_DATABASE: databaseUrl, BENCH_DIST: join(root, "dist") };
  if (!newer(join(folder, "node_modules", ".package-lock.json"), join(folder, "package-lock.json"))) {
    note("installing Next.js");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, {});
  }
  const program = join(folder, "node_modules", "next", "dist", "bin", "next");
  const built = join(folder, ".next", "BUILD_ID");
  if (!["compiled/page.mjs", "next.config.mjs", "app/layout.jsx", "package-lock.json"].every((one) => newer(built, join(folder, one)))) {
    note("building the Next.js page");
    run(process.execPath, [program, "build"], folder, env);
  }
  return contender(process.execPath, (port) => [program, "start", "-p", String(port), "-H", "127.0.0.1"], path, { cwd: folder, env });
}

/** Whether the first file is there and not older than the second. */
function newer(file: string, other: string): boolean {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(other).mtimeMs;
}

function run(command: string, parameters: readonly string[], cwd: string, env: Record<string, string>): void {
  const done = spawnSync(command, parameters, { cwd, env: { ...process.env, ...env }, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} ${parameters.join(" ")} failed in ${cwd}:\n${done.stdout}\n${done.stderr}`);
}
