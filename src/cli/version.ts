import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../store/root.ts";

/** The program's version, as its package says it. */
export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version?: string };
  return manifest.version ?? "unknown";
}
