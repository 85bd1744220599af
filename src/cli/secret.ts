import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Seal, SHORTEST_SECRET, sealWith } from "../store/desk/seal.ts";
import { StoreProblem } from "../store/problem.ts";
import type { Place } from "./environment.ts";

/**
 * The seal of this site, from ATLAS_SECRET or, beside a database of our own, from a file that is made once. Null where a
 * database is shared and no secret is given: several programs must have the same one, so none is made up.
 * @throws {StoreProblem} when the secret is too short, or the file cannot be read or written.
 */
export function sealFromEnvironment(place: Place, env: NodeJS.ProcessEnv = process.env): Seal | null {
  const given = env.ATLAS_SECRET;
  if (given) {
    if (Buffer.byteLength(given) < SHORTEST_SECRET)
      throw new StoreProblem("environment", `ATLAS_SECRET has ${Buffer.byteLength(given)} bytes. Set it to at least ${SHORTEST_SECRET} random ones.`);
    return sealWith(given);
  }
  return place.databaseUrl ? null : sealWith(secretIn(place.dir));
}

function secretIn(folder: string): string {
  const path = join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true });
    // Whoever comes second reads what the first wrote.
    writeFileSync(path, randomBytes(SHORTEST_SECRET).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      throw new StoreProblem(
        "environment",
        `The secret of the site cannot be written to ${path}: ${(error as Error).message}. Make the folder writable, or set ATLAS_SECRET.`,
        {
          cause: error,
        },
      );
  }
  let secret = "";
  try {
    secret = readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new StoreProblem("environment", `The secret of the site cannot be read from ${path}: ${(error as Error).message}. Make the file readable.`, {
      cause: error,
    });
  }
  if (Buffer.byteLength(secret) < SHORTEST_SECRET)
    throw new StoreProblem("environment", `The file ${path} holds no secret. Restore it from a backup; or delete it, and what was sealed is lost.`);
  return secret;
}
