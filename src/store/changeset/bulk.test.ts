import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import { transaction } from "../sql.ts";
import { areMany, copyIntoEmpty } from "./bulk.ts";

const COLUMNS = ["id", "kind", "record_id", "action", "changeset", "recorded_from", "hash", "body"];
const version = (id: number, record: string) => [id, "row", record, "added", 1, "2026-01-01T00:00:00Z", "", "{}"];

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await makeDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const indexes = async (): Promise<string[]> =>
  (await pool.query<{ indexdef: string }>("SELECT indexdef FROM pg_indexes WHERE schemaname = 'record' AND tablename = 'version' ORDER BY 1")).rows.map(
    (row) => row.indexdef,
  );

test("rows that come in bulk leave the table with the indexes that it had", async () => {
  const before = await indexes();
  expect(before.length).toBeGreaterThan(2);
  await expect(transaction(pool, (tx) => copyIntoEmpty(tx, "record.version", COLUMNS, [version(1, "a"), version(2, "a")], true))).rejects.toMatchObject({
    code: "23505",
    constraint: "version_latest",
  });
  expect(await indexes()).toEqual(before);
  expect(await transaction(pool, (tx) => copyIntoEmpty(tx, "record.version", COLUMNS, [version(1, "a"), version(2, "b")], true))).toBe(2);
  expect(await indexes()).toEqual(before);
  expect((await pool.query("SELECT record_id FROM record.version ORDER BY id")).rows).toEqual([{ record_id: "a" }, { record_id: "b" }]);
});

test("many are counted no further than needed", () => {
  function* endless() {
    for (;;) yield 1;
  }
  expect(areMany(endless())).toBe(true);
  expect(areMany([1])).toBe(false);
});
