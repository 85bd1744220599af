import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { openStore, type Store, type StoreInfo } from "../store/open.ts";
import type { Counts, Revision } from "../store/reader.ts";
import { isAlive, readLock } from "../store/server/lock.ts";
import { lookAt } from "../store/server/server.ts";
import { type Place, placeFromEnvironment } from "./environment.ts";
import { EXIT, EXIT_HELP, PLACE_HELP, result, verb } from "./say.ts";
import { programVersion } from "./version.ts";

interface Findings {
  readonly program: string;
  readonly node: string;
  readonly platform: string;
  readonly place: string;
  /** Who holds the folder; null when it is free, or a database server elsewhere is used. */
  readonly holder: { readonly pid: number; readonly program: string } | null;
  /** Null when there is no database yet. */
  readonly database: StoreInfo | null;
  readonly revision: Revision | null;
  readonly counts: Counts | null;
}

/** `atlas doctor`: says what the program finds. Changes nothing, and works while another program holds the folder. */
export function doctorVerb(program: Command): void {
  program
    .command("doctor")
    .description("say what the program finds: versions, database, lock, migrations, revision, counts")
    .option("--json", "write the findings as JSON")
    .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
    .action(
      verb(async (options: { json?: boolean }) => {
        const findings = await examine(placeFromEnvironment());
        const healthy = findings.database !== null && findings.database.migrations.pending.length === 0;
        result(options.json === true, { ok: healthy, ...findings }, inWords(findings));
        return findings.database ? EXIT.ok : EXIT.environment;
      }),
    );
}

async function examine(place: Place): Promise<Findings> {
  const lock = place.databaseUrl ? null : readLock(place.dir);
  const held = lock !== null && isAlive(lock);
  const base = {
    program: programVersion(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    place: place.databaseUrl ? `DATABASE_URL (${withoutPassword(place.databaseUrl)})` : place.dir,
    holder: held ? { pid: lock.pid, program: lock.program } : null,
  };
  const store = await openToLook(place, held);
  if (!store) return { ...base, database: null, revision: null, counts: null };
  try {
    const found = await store.info();
    const database: StoreInfo = place.databaseUrl ? found : { ...found, kind: "packaged" };
    if (database.migrations.applied.length === 0) return { ...base, database, revision: null, counts: null };
    return { ...base, database, revision: await store.reader.revision(), counts: await store.reader.counts() };
  } finally {
    await store.close();
  }
}

async function openToLook(place: Place, held: boolean): Promise<Store | null> {
  if (place.databaseUrl) return openStore({ ...place, migrate: false });
  const running = held ? lookAt(place.dir) : null;
  if (running) return openStore({ dir: place.dir, databaseUrl: running.url, migrate: false, connections: 2 });
  if (held || !existsSync(join(place.dir, "cluster"))) return null;
  return openStore({ dir: place.dir, migrate: false });
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = "…";
    return decodeURI(parsed.toString());
  } catch {
    return "not a URL";
  }
}

function inWords(found: Findings): string {
  const { database, revision, counts, holder } = found;
  const lines = [
    `program     Safeguard Atlas ${found.program}, Node ${found.node}, ${found.platform}`,
    `place       ${found.place}`,
    `lock        ${holder ? `held by process ${holder.pid} (${holder.program})` : "free"}`,
  ];
  if (!database) return [...lines, `database    ${holder ? "starting or stopping; ask again" : "none yet; atlas load makes it"}`].join("\n");
  const { applied, pending } = database.migrations;
  lines.push(
    `database    PostgreSQL ${database.version}, ${database.kind === "packaged" ? "run by the program itself" : "at DATABASE_URL"}, ${(database.size / 1e6).toFixed(1)} MB`,
    `migrations  ${applied.length} applied, ${pending.length === 0 ? "none missing" : `missing: ${pending.join(", ")} (run atlas migrate)`}`,
  );
  if (!revision || revision.id === 0 || !counts) return [...lines, "revision    none; run atlas load"].join("\n");
  lines.push(`revision    ${revision.id}, recorded ${revision.recorded}`, "counts");
  for (const [kind, count] of Object.entries(counts.kinds)) if (count > 0) lines.push(`  ${kind.padEnd(16)}${count}`);
  lines.push(`  ${"figures".padEnd(16)}${counts.observations}`);
  return lines.join("\n");
}
