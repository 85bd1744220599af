// The command line from a checkout: installs and builds what is missing, then hands over.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fresh } from "./fresh.mjs";
import { install, root } from "./install.mjs";

const parent = process.ppid;

/** Runs `atlas` with the parameters; signals go on to it, its exit code comes back. */
export function atlas(parameters) {
  install();
  fresh();
  if (orphaned()) process.exit(1);
  const child = spawn(process.execPath, ["--enable-source-maps", join(root, "dist", "atlas.js"), ...parameters], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (!orphaned()) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 200);
}

/** Under npm a shell stands between: it takes a SIGTERM for itself and ends, without passing it on. */
function orphaned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}

if (process.argv[1]?.endsWith("atlas.mjs")) atlas(process.argv.slice(2));
