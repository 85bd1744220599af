import pg from "pg";
import { type Cell, CopyStatement } from "./copy.ts";

/** A statement that PostgreSQL parses once a connection: the name stands for the text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Reading. Days and times come as text, big integers as numbers. */
export interface Sql {
  all<Row extends object>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction: reading, writing and bulk writing. */
export interface Tx extends Sql {
  /** Writes rows with COPY; gives their number. `table` and `columns` are trusted names, never input. */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>): Promise<number>;
}

const TEXT_TYPES = new Set([1082, 1114, 1184, 3912]);

/** Type parsers of every connection: no Date objects, because a day has no time zone. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    if (TEXT_TYPES.has(id)) return (value: string) => value;
    if (id === 20) return (value: string) => Number(value);
    return format === "binary" ? pg.types.getTypeParser(id, "binary") : pg.types.getTypeParser(id, "text");
  },
};

type Queryable = Pick<pg.Pool, "query"> | Pick<pg.ClientBase, "query">;

/** Reads through a pool or a connection. */
export function sqlOf(on: Queryable): Sql {
  return {
    async all<Row extends object>(statement: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
      const config = typeof statement === "string" ? { text: statement } : statement;
      const result = await on.query<Row & pg.QueryResultRow>({ ...config, values: [...values] });
      return result.rows;
    },
  };
}

/** Runs the work in one transaction on a connection of its own; any error leaves everything as it was. */
export async function transaction<Result>(pool: pg.Pool, work: (tx: Tx) => Promise<Result>, mode = ""): Promise<Result> {
  const client = await pool.connect();
  // A connection that breaks while it is in use must not end the program: the query in hand reports it.
  const ignore = (): void => {};
  client.on("error", ignore);
  let broken = false;
  try {
    await client.query(`BEGIN ${mode}`);
    const result = await work(txOf(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}

function txOf(client: pg.PoolClient): Tx {
  return {
    ...sqlOf(client),
    copy(table, columns, rows) {
      const statement = new CopyStatement(`COPY ${table} (${columns.join(", ")}) FROM STDIN`, rows);
      client.query(statement);
      return statement.done;
    },
  };
}
