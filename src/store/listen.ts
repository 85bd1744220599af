import pg from "pg";
import { CHANNEL } from "./changeset/publish.ts";
import type { Freshness } from "./query/live.ts";

/** Hears of new changesets, whoever makes them. */
export interface Listener extends Freshness {
  /** Says that this program itself has just made one. */
  tell(): void;
  close(): Promise<void>;
}

/** Opens a connection that listens. While it is broken, readers ask the database each time; it is opened again by itself. */
export async function listen(url: string, log: (line: string) => void): Promise<Listener> {
  let heard = 0;
  let client: pg.Client | null = null;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: `atlas ${process.pid}`, keepAlive: true });
    fresh.on("error", (error) => lost(fresh, error.message));
    fresh.on("end", () => lost(fresh, "the connection ended"));
    fresh.on("notification", () => {
      heard += 1;
    });
    await fresh.connect();
    await fresh.query(`LISTEN ${CHANNEL}`);
    if (closed) return void fresh.end();
    // Changesets made while nobody listened count as heard of.
    heard += 1;
    client = fresh;
  }

  function lost(which: pg.Client, reason: string): void {
    if (closed || (client !== which && client !== null)) return;
    if (client === which) log(`no longer told of changesets (${reason}); asking each time until the connection is back`);
    client = null;
    clearTimeout(again);
    again = setTimeout(() => connect().catch((error: unknown) => lost(which, String(error))), 1000);
    again.unref();
  }

  await connect();
  return {
    listening: () => client !== null,
    heard: () => heard,
    tell: () => {
      heard += 1;
    },
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end().catch(() => {});
    },
  };
}
