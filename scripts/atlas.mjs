// The command line from a checkout: installs and builds what is missing, then hands over.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fresh } from "./fresh.mjs";
import { install, root } from "./install.mjs";

/** Runs `atlas` with the parameters; signals go on to it, its exit code comes back. */
export function atlas(parameters) {
  install();
  fresh();
  const child = spawn(process.execPath, ["--enable-source-maps", join(root, "dist", "atlas.js"), ...parameters], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1]?.endsWith("atlas.mjs")) atlas(process.argv.slice(2));
