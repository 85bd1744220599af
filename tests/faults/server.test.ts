import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { runningServer } from "../../src/store/server/cluster.ts";
import { readLock, startOf } from "../../src/store/server/lock.ts";
import { bundleProgram, start } from "./bundle.ts";

let file: string;
let dir: string;
beforeAll(async () => {
  file = await bundleProgram();
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "atlas-fault-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const ends = (pid: number) => expect.poll(() => startOf(pid), { timeout: 10_000 }).toBeNull();

test("a folder under a closed folder works, its cluster and password are closed to others", async () => {
  chmodSync(dir, 0o700);
  const store = await openStore({ dir: join(dir, "deep", "store") });
  const { version } = await store.info();
  expect(version).toMatch(/^18\./);
  await store.close();
  expect(statSync(join(dir, "deep", "store", "cluster")).mode & 0o077).toBe(0);
  expect(statSync(join(dir, "deep", "store", "password")).mode & 0o077).toBe(0);
});

test("a second program on one folder is refused, and told who holds it", async () => {
  const first = start(file, "hold", dir);
  await first.said("open");
  await expect(openStore({ dir })).rejects.toThrow(`in use by process ${first.child.pid}`);
  const second = start(file, "hold", dir);
  expect(await second.ended).not.toBe(0);
  expect(second.output()).toContain(`in use by process ${first.child.pid}`);
  first.child.kill("SIGTERM");
  await first.ended;
});

test.each(["SIGTERM", "SIGINT"] as const)("the server stops with the program on %s, and the folder is free", async (signal) => {
  const program = start(file, "hold", dir);
  await program.said("open");
  const server = runningServer(dir);
  program.child.kill(signal);
  await program.ended;
  expect(startOf(server?.pid ?? 0)).toBeNull();
  expect(readLock(dir)).toBeNull();
});

test("a signal while the database is made stops its server too, and the folder is free", async () => {
  const program = start(file, "hold", dir);
  await expect.poll(() => existsSync(join(dir, `cluster.new-${program.child.pid}`)), { timeout: 10_000, interval: 5 }).toBe(true);
  program.child.kill("SIGTERM");
  await program.ended;
  expect(program.child.signalCode).toBe("SIGTERM");
  expect(runningServer(dir)).toBeNull();
  expect(readLock(dir)).toBeNull();
});

test("of ten programs that start at once on one folder one gets it", async () => {
  await (await openStore({ dir })).close();
  writeFileSync(join(dir, "lock.json"), JSON.stringify({ pid: 999_999_999, started: "1", program: "gone" }));
  const programs = Array.from({ length: 10 }, () => start(file, "hold", dir));
  await Promise.any(programs.map((one) => one.said("open")));
  const holder = readLock(dir)?.pid;
  for (const one of programs) {
    if (one.child.pid === holder) continue;
    await one.ended;
    expect(one.output()).toContain(`in use by process ${holder}`);
  }
  const winner = programs.find((one) => one.child.pid === holder);
  winner?.child.kill("SIGTERM");
  await winner?.ended;
});

test("after SIGKILL of the program its server is taken over", async () => {
  const program = start(file, "hold", dir);
  await program.said("open");
  const server = runningServer(dir);
  program.child.kill("SIGKILL");
  await program.ended;
  const said: string[] = [];
  const store = await openStore({ dir, log: (line) => said.push(line) });
  expect(said.join()).toContain(`took over the database server that still ran (process ${server?.pid})`);
  await store.close();
  await ends(server?.pid ?? 0);
});

test("after SIGKILL of program and server the store opens by itself", async () => {
  const program = start(file, "hold", dir);
  await program.said("open");
  const server = runningServer(dir);
  program.child.kill("SIGKILL");
  if (server) process.kill(server.pid, "SIGKILL");
  await program.ended;
  const store = await openStore({ dir });
  expect(await store.reader.revision()).toMatchObject({ id: 0 });
  await store.close();
});

test("a server that is killed while its program runs is started again, and the program goes on", async () => {
  const store = await openStore({ dir });
  const server = runningServer(dir);
  if (server) process.kill(server.pid, "SIGKILL");
  await expect
    .poll(
      () =>
        store.reader.history("topic", "law").then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await expect.poll(() => runningServer(dir)?.pid, { timeout: 20_000 }).not.toBe(server?.pid);
  await expect
    .poll(
      () =>
        store.info().then(
          (info) => info.kind,
          () => "",
        ),
      { timeout: 20_000 },
    )
    .toBe("packaged");
  await store.close();
  expect(runningServer(dir)).toBeNull();
});

test("a creation that was cut short is begun anew", async () => {
  const program = start(file, "hold", dir);
  await expect.poll(() => existsSync(join(dir, `cluster.new-${program.child.pid}`, "base")), { timeout: 10_000, interval: 5 }).toBe(true);
  program.child.kill("SIGKILL");
  await program.ended;
  expect(existsSync(join(dir, "cluster"))).toBe(false);
  const store = await openStore({ dir });
  await store.close();
  expect(readFileSync(join(dir, "cluster", "PG_VERSION"), "utf8").trim()).toBe("18");
});

test("a server that is missing or of no use is named in the message", async () => {
  const closed = "postgres://atlas:secret@127.0.0.1:1/atlas";
  const problem = await openStore({ dir, databaseUrl: closed }).catch((error: unknown) => error);
  expect(String(problem)).toMatch(/cannot be reached.*Check DATABASE_URL/);
  expect(String(problem)).not.toContain("secret");
});
