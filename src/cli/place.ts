import { join } from "node:path";
import { packageRoot } from "../store/root.ts";

/** The folder of the record's files that comes with the program. */
export function dataFolder(): string {
  return join(packageRoot(), "data");
}

/** The folder of the messages of the interface, in which translations are kept. */
export function messageFolder(): string {
  return join(packageRoot(), "src", "web", "message");
}

/** The folder of what the build makes. */
export function distFolder(): string {
  return join(packageRoot(), "dist");
}
