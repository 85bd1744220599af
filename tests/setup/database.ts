import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openStore, type Store, type StoreOptions } from "../../src/store/open.ts";

/** A database of its own for a test file. */
export interface TestDatabase {
  readonly url: string;
  /** Opens a store on it; all are closed by `drop`. */
  open(options?: Partial<StoreOptions>): Promise<Store>;
  drop(): Promise<void>;
}

/** Makes a database: a copy of the migrated one, or an empty one. */
export async function makeDatabase(empty = false): Promise<TestDatabase> {
  const { address, template } = inject("server");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(address, `CREATE DATABASE ${name} ${empty ? "" : `TEMPLATE ${template}`}`);
  const url = `${address}${name}`;
  const stores: Store[] = [];
  return {
    url,
    async open(options = {}) {
      const store = await openStore({ databaseUrl: url, dir: "", connections: 4, ...options });
      stores.push(store);
      return store;
    },
    async drop() {
      for (const store of stores) await store.close();
      await onServer(address, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${address}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
