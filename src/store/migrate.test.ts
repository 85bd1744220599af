import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { smallRecord } from "../../tests/setup/record.ts";
import { load } from "./load.ts";
import { migrate, migrationState, packagedMigrations } from "./migrate.ts";

describe("migrations", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await makeDatabase(true);
    pool = new pg.Pool({ connectionString: database.url });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const names = packagedMigrations().map((one) => one.name);

  test("are applied once, also by two programs at the same time", async () => {
    const both = await Promise.all([migrate(pool, packagedMigrations()), migrate(pool, packagedMigrations())]);
    expect(both.flat().sort()).toEqual(names);
    expect(await migrate(pool, packagedMigrations())).toEqual([]);
    expect(await migrationState(pool, packagedMigrations())).toEqual({ applied: names, pending: [] });
  });

  test("that were edited are refused", async () => {
    const [first, ...rest] = packagedMigrations();
    const edited = [{ name: first?.name ?? "", text: `${first?.text}\n-- edited` }, ...rest];
    await expect(migrate(pool, edited)).rejects.toThrow(/was edited after it had been applied/);
  });

  test("that this program does not know are refused", async () => {
    await expect(migrate(pool, packagedMigrations().slice(0, -1))).rejects.toThrow(/does not know/);
  });

  test("that fail leave nothing behind", async () => {
    const broken = { name: "2099-01-01T0000-broken.sql", text: "CREATE TABLE record.half (id integer); SELECT 1 / 0;" };
    await expect(migrate(pool, [...packagedMigrations(), broken])).rejects.toThrow(/division by zero/);
    expect((await pool.query("SELECT to_regclass('record.half') AS half")).rows).toEqual([{ half: null }]);
  });
});

describe("the database itself", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await makeDatabase();
    await load(await database.open(), smallRecord(), "one");
    pool = new pg.Pool({ connectionString: database.url });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const insert = (valid: string, answer: string, state: string) =>
    pool.query("INSERT INTO record.answer (version, part, key, valid, answer, state) SELECT -1, 0, key, $1, $2, $3 FROM record.answer ORDER BY key LIMIT 1", [
      valid,
      answer,
      state,
    ]);

  test("refuses overlapping answers", async () => {
    await expect(insert("[2010-01-01,2011-01-01)", "yes", "yes")).rejects.toThrow(/answer_no_overlap/);
  });

  test("refuses answers outside the codebook", async () => {
    await expect(insert("[1990-01-01,1991-01-01)", "perhaps", "yes")).rejects.toThrow(/not in the codebook/);
    await expect(insert("[1990-01-01,1991-01-01)", "yes", "no")).rejects.toThrow(/not in the codebook/);
    await expect(pool.query("UPDATE record.answer SET answer = 'perhaps'")).rejects.toThrow(/not in the codebook/);
  });

  test("refuses a codebook without the answers that stand", async () => {
    await expect(pool.query("DELETE FROM record.scale_option WHERE answer = 'yes'")).rejects.toThrow(/would no longer hold/);
    await expect(pool.query("UPDATE record.scale SET max = 10 WHERE id = 'age'")).rejects.toThrow(/would no longer hold/);
    await expect(pool.query("UPDATE record.question_number SET scale = 'age' WHERE id = 'def-csam'")).rejects.toThrow(/would no longer hold/);
  });

  test("refuses a suppressed figure with a number", async () => {
    await expect(pool.query("UPDATE record.observation SET value = 3 WHERE status = 'suppressed'")).rejects.toThrow(/suppressed_has_no_value/);
  });
});
