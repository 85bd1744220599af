// Builds when a source file is newer than what was built.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./install.mjs";

/** The newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/** Makes dist/ current; ends the program when the build fails. */
export function fresh() {
  const built = join(root, "dist", "asset.json");
  const sources = Math.max(
    newest(join(root, "src")),
    newest(join(root, "docs", "methods")),
    statSync(join(root, "package.json")).mtimeMs,
    statSync(join(root, "scripts", "build.mjs")).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs >= sources) return;
  console.error("Building…");
  const code = run(process.execPath, [join(root, "scripts", "build.mjs")]);
  if (code !== 0) process.exit(code);
}
