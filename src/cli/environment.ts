import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { notifyProjection } from "../notify/match.ts";
import { searchProjection } from "../search/projection.ts";
import { openStore, type Store, type StoreOptions } from "../store/open.ts";
import { note } from "./say.ts";

/** Where the store is, as the environment says. */
export interface Place {
  /** DATABASE_URL; undefined when the program runs a server of its own. */
  readonly databaseUrl: string | undefined;
  /** ATLAS_DIR, or `.atlas` in the folder in which the program was started. */
  readonly dir: string;
}

/** Reads DATABASE_URL and ATLAS_DIR. */
export function placeFromEnvironment(env: NodeJS.ProcessEnv = process.env): Place {
  return { databaseUrl: env.DATABASE_URL || undefined, dir: resolve(env.ATLAS_DIR || ".atlas") };
}

/** Whether a database has yet to be made there. */
export function isNew(place: Place): boolean {
  return place.databaseUrl === undefined && !existsSync(join(place.dir, "cluster"));
}

/**
 * Opens the store that the environment names, with the search index and the alerts among its projections.
 * @throws {StoreProblem} when it cannot be opened.
 */
export function openFromEnvironment(options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({ ...placeFromEnvironment(), projections: [searchProjection, notifyProjection], log: note, ...options });
}
