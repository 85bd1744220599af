// Installs the packages when they are missing or older than the lock file. Needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Safeguard Atlas needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run this again.`);
    process.exit(3);
  }
  const mark = join(root, "node_modules", ".atlas-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(process.versions.modules)
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("Installing packages…");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error("The packages could not be installed. Check that npm reaches its registry, then run this again.");
    process.exit(3);
  }
  writeFileSync(mark, lock);
}

/** Runs a program of this project and gives its exit code. */
export function run(command, parameters, environment = {}) {
  const done = spawnSync(command, parameters, { cwd: root, stdio: "inherit", env: { ...process.env, ...environment }, shell: process.platform === "win32" });
  return done.status ?? 1;
}
