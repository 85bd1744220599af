import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { StoreProblem } from "./problem.ts";
import { packageRoot } from "./root.ts";
import { sqlOf, transaction } from "./sql.ts";

/** A step of the database's shape: plain SQL, named by its time, never edited once it is out. */
export interface Migration {
  readonly name: string;
  readonly text: string;
}

const NAME = /^\d{4}-\d{2}-\d{2}T\d{4}-[a-z0-9-]+\.sql$/;

/** Reads the migrations that come with the package, oldest first. */
export function packagedMigrations(): Migration[] {
  const folder = join(packageRoot(), "src", "store", "migrations");
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Applies what is missing, each migration in a transaction of its own, one program at a time.
 * Gives the names of those applied. Refuses an edited migration and one that this program does not know.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const name = await transaction(pool, async (tx) => {
      await tx.all("SELECT pg_advisory_xact_lock(20261122)");
      await tx.all("CREATE SCHEMA IF NOT EXISTS record");
      await tx.all(`CREATE TABLE IF NOT EXISTS record.migration
        (name text PRIMARY KEY, checksum text NOT NULL, applied timestamptz NOT NULL DEFAULT now())`);
      const done = await tx.all<{ name: string; checksum: string }>("SELECT name, checksum FROM record.migration");
      const next = firstMissing(migrations, new Map(done.map((one) => [one.name, one.checksum])));
      if (!next) return null;
      await tx.all(next.text);
      await tx.all("INSERT INTO record.migration (name, checksum) VALUES ($1, $2)", [next.name, checksum(next)]);
      return next.name;
    });
    if (name === null) return applied;
    applied.push(name);
  }
}

/** The migrations that the database has, and those that it lacks. */
export async function migrationState(pool: pg.Pool, migrations: readonly Migration[]): Promise<{ applied: string[]; pending: string[] }> {
  const sql = sqlOf(pool);
  const [table] = await sql.all<{ there: boolean }>("SELECT to_regclass('record.migration') IS NOT NULL AS there");
  const applied = table?.there ? (await sql.all<{ name: string }>("SELECT name FROM record.migration ORDER BY name")).map((one) => one.name) : [];
  return { applied, pending: migrations.map((one) => one.name).filter((name) => !applied.includes(name)) };
}

function firstMissing(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration | null {
  const known = new Set(migrations.map((one) => one.name));
  for (const name of done.keys()) {
    if (known.has(name)) continue;
    throw new StoreProblem(
      "environment",
      `The database has the migration ${name}, which this program does not know: it is older than the database. Use the newer program.`,
    );
  }
  for (const migration of migrations) {
    const sum = done.get(migration.name);
    if (sum === undefined || sum === checksum(migration)) continue;
    throw new StoreProblem(
      "environment",
      `The migration ${migration.name} was edited after it had been applied to this database. Put its text back, and write a new migration for the change.`,
    );
  }
  return migrations.find((one) => !done.has(one.name)) ?? null;
}

function checksum(migration: Migration): string {
  return createHash("sha256").update(migration.text).digest("hex");
}
