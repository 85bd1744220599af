import pg from "pg";
import type { AtlasRecord } from "../domain/record.ts";
import { type Progress, type Publication, publish } from "./changeset/publish.ts";
import type { Desk } from "./desk/desk.ts";
import type { Seal } from "./desk/seal.ts";
import { type Listener, listen } from "./listen.ts";
import { migrate, migrationState, packagedMigrations } from "./migrate.ts";
import { StoreProblem } from "./problem.ts";
import type { Change, Note, Projection } from "./projection.ts";
import { liveReader } from "./query/live.ts";
import { currentRecords } from "./query/records.ts";
import type { Reader } from "./reader.ts";
import type { Binaries } from "./server/binaries.ts";
import { type OwnServer, openServer } from "./server/server.ts";
import { type Sql, sqlOf, TYPES, transaction } from "./sql.ts";

export interface StoreOptions {
  /** A PostgreSQL 15 or newer; without it a server of our own runs in `dir`. */
  readonly databaseUrl?: string;
  readonly dir: string;
  /** Tables made from the record by others, such as the search index. */
  readonly projections?: readonly Projection[];
  /** Another PostgreSQL than the packaged one, for the server of our own. */
  readonly binaries?: Binaries;
  /** Largest number of connections that this program opens. */
  readonly connections?: number;
  /** Apply missing migrations on opening; on unless said otherwise. */
  readonly migrate?: boolean;
  readonly log?: (line: string) => void;
}

/** What stands behind a store, for people who run it. */
export interface StoreInfo {
  readonly kind: "packaged" | "remote";
  /** Version as the server says it, such as 18.4. */
  readonly version: string;
  /** Size of the database in bytes. */
  readonly size: number;
  readonly migrations: { readonly applied: readonly string[]; readonly pending: readonly string[] };
}

/** The place where the record is kept, open. */
export interface Store {
  /** The door out. */
  readonly reader: Reader;
  /** Reading for layers that keep tables of their own here, such as search. */
  readonly sql: Sql;
  /** The place of what people leave with us, under the seal of the site. */
  desk(seal: Seal): Desk;
  /** The door in: one changeset, one transaction. */
  publish(changes: Iterable<Change>, note: Note, progress?: Progress): Promise<Publication>;
  /** Every current record, in the record's order. */
  records(): Promise<AtlasRecord[]>;
  /** Applies missing migrations; gives their names. */
  migrate(): Promise<string[]>;
  info(): Promise<StoreInfo>;
  close(): Promise<void>;
}

/** PostgreSQL's number for the oldest version that the store runs on. */
const OLDEST = 150000;

/**
 * Opens the store at DATABASE_URL, or in a folder with a server of our own.
 * @throws {StoreProblem} when it cannot be opened; the message says what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { log = () => {}, projections = [] } = options;
  const own = options.databaseUrl ? null : await openServer({ folder: options.dir, binaries: options.binaries, log });
  const url = options.databaseUrl ?? own?.url ?? "";
  const pool = new pg.Pool({ connectionString: url, types: TYPES, max: options.connections ?? 10, application_name: `atlas ${process.pid}` });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  let closed = false;
  pool.on("error", (error) => {
    if (!closed) log(`a database connection broke: ${error.message}`);
  });
  let listener: Listener | null = null;
  const close = async (): Promise<void> => {
    closed = true;
    await listener?.close();
    await pool.end();
    await own?.stop();
  };
  try {
    await requireVersion(pool);
    if (own) await beAlone(pool);
    if (options.migrate !== false) {
      for (const name of await migrate(pool, packagedMigrations())) log(`migration applied: ${name}`);
    }
    listener = await listen(url, log);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  const reader = liveReader(pool, listener);
  let closing: Promise<void> | null = null;
  return {
    reader,
    sql: sqlOf(pool),
    desk: (seal) => ({ sql: sqlOf(pool), seal, transaction: (work) => transaction(pool, work) }),
    async publish(changes, note, progress) {
      const publication = await publish(pool, changes, note, projections, progress);
      listener?.tell();
      return publication;
    },
    records: () => currentRecords(sqlOf(pool)),
    migrate: () => migrate(pool, packagedMigrations()),
    info: () => infoOf(pool, own),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function requireVersion(pool: pg.Pool): Promise<void> {
  let found: pg.QueryResult<{ number: string; text: string }>;
  try {
    found = await pool.query("SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text");
  } catch (error) {
    const reason = error instanceof Error ? error.message || ("code" in error ? String(error.code) : "") : String(error);
    throw new StoreProblem(
      "environment",
      `The database cannot be reached: ${reason}. Check DATABASE_URL (host, port, user, password, database) and that the server runs.`,
      { cause: error },
    );
  }
  const row = found.rows[0];
  if (row && Number(row.number) >= OLDEST) return;
  throw new StoreProblem(
    "environment",
    `The database is PostgreSQL ${row?.text ?? "of an unknown version"}; PostgreSQL 15 or newer is needed. Upgrade it, or point DATABASE_URL at a newer one.`,
  );
}

/** The folder's lock is ours: connections of a program that was killed are ended, and with them their work. */
async function beAlone(pool: pg.Pool): Promise<void> {
  const others = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
  const mine = `application_name <> 'atlas ${process.pid}'`;
  await pool.query(`SELECT pg_terminate_backend(pid) ${others} AND ${mine}`);
  for (let waited = 0; waited < 500; waited += 1) {
    const left = await pool.query<{ left: number }>(`SELECT count(*) AS left ${others} AND ${mine}`);
    if (left.rows[0]?.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function infoOf(pool: pg.Pool, own: OwnServer | null): Promise<StoreInfo> {
  const found = await pool.query<{ version: string; size: number }>(
    "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size",
  );
  const row = found.rows[0];
  return {
    kind: own ? "packaged" : "remote",
    version: row?.version ?? "",
    size: row?.size ?? 0,
    migrations: await migrationState(pool, packagedMigrations()),
  };
}
