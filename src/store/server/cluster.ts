import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StoreProblem } from "../problem.ts";
import type { Binaries } from "./binaries.ts";
import { chooseIdentity, giveTo, type Identity } from "./identity.ts";
import { startOf } from "./lock.ts";
import { disownDead, placesIn, postmaster } from "./postmaster.ts";

/** A server that accepts connections. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

const USER = "atlas";

/** The address of the server in a folder. Its password can be read by the folder's owner only. */
export function addressOf(folder: string, port: number): string {
  const password = readFileSync(placesIn(folder).password, "utf8").trim();
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
}

/** Makes the cluster when there is none. One that was left half made is made anew. */
export async function createCluster(folder: string, binaries: Binaries): Promise<void> {
  const { cluster, password } = placesIn(folder);
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  rmSync(cluster, { recursive: true, force: true });
  clearDrafts(folder);
  const draft = join(folder, `cluster.new-${process.pid}`);
  const secret = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  const words = `${randomBytes(24).toString("hex")}\n`;
  writeFileSync(password, words, { mode: 0o600 });
  writeFileSync(secret, words, { mode: 0o600 });
  const identity = chooseIdentity(draft, binaries.initdb);
  giveTo(identity, draft);
  if (identity.owner) chownSync(secret, identity.owner.uid, identity.owner.gid);
  const [command, args, options] = run(identity, binaries.initdb, [
    "-D",
    draft,
    "-U",
    USER,
    "-A",
    "scram-sha-256",
    `--pwfile=${secret}`,
    "-E",
    "UTF8",
    "--locale=C",
    "--no-instructions",
  ]);
  const { code, said } = await ending(spawn(command, args, { ...options, stdio: ["ignore", "ignore", "pipe"], env: environment() }));
  rmSync(secret, { force: true });
  if (code !== 0) {
    clearDrafts(folder);
    throw new StoreProblem(
      "environment",
      `The database could not be created in ${folder}: ${said || "initdb failed"}. Set ATLAS_DIR to a folder that can be written, or set DATABASE_URL.`,
    );
  }
  renameSync(draft, cluster);
}

/** Waits for a program's end; gives its exit code and what it said on standard error. */
function ending(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, said: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

/** Removes what a creation that was cut short left behind. Its initdb may still be writing: what resists is left for the next time. */
function clearDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith("cluster.new-")) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // In use.
    }
  }
}

/** The server that already runs on the cluster; null when none does. */
export function runningServer(folder: string): RunningServer | null {
  const found = postmaster(folder);
  return found?.ready ? { pid: found.pid, port: found.port } : null;
}

/**
 * Starts the server, or finds the one that survived its program, and waits until it accepts connections.
 * `wanted` is the port to take at first; 0 takes a free one.
 */
export async function startServer(folder: string, binaries: Binaries, wanted = 0): Promise<RunningServer> {
  const { cluster, log } = placesIn(folder);
  const standing = postmaster(folder);
  if (standing) return (await untilReady(folder, standing.pid)) ?? startServer(folder, binaries, wanted);
  requireSameMajor(cluster, binaries);
  const identity = chooseIdentity(cluster, binaries.postgres);
  giveTo(identity, cluster);
  if (process.getuid && process.getuid() !== 0 && statSync(cluster).uid !== process.getuid()) {
    throw new StoreProblem(
      "environment",
      `The database in ${folder} belongs to another user (number ${statSync(cluster).uid}). Run as that user, or set ATLAS_DIR to a folder of your own.`,
    );
  }
  disownDead(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted > 0 && attempt === 1 ? wanted : await freePort();
    // A log that only ever grows would fill the disk; what went wrong lies near the end of the latest start.
    const output = openSync(log, existsSync(log) && statSync(log).size > 5_000_000 ? "w" : "a", 0o600);
    const [command, args, options] = run(identity, binaries.postgres, ["-D", cluster, "-p", String(port), ...SETTINGS.flatMap((one) => ["-c", one])]);
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", output, output], env: environment() });
    closeSync(output);
    const ended = new Promise<null>((resolve) => {
      child.once("exit", () => resolve(null));
      child.once("error", () => resolve(null));
    });
    child.unref();
    const running = await Promise.race([untilReady(folder, child.pid ?? 0), ended]);
    if (running) return running;
    // The port may have been taken between the search and the start; the processes of a server that was
    // killed may need a moment to notice, and hold its memory until then.
    if (lastWords(log).includes("still in use") && attempt < 100) await wait(100);
    else if (attempt >= 3) throw new StoreProblem("environment", `The database in ${folder} does not start: ${lastWords(log)} The full log is ${log}.`);
  }
}

/** Stops a server in an orderly way and waits for its end; after 30 seconds it is made to end. */
export async function stopServer(server: RunningServer): Promise<void> {
  const started = startOf(server.pid);
  const same = (): boolean => startOf(server.pid) === started;
  if (started === null || !send(server.pid, "SIGINT")) return;
  for (let waited = 0; same(); waited += 10) {
    if (waited > 30_000) send(server.pid, "SIGQUIT");
    await wait(10);
  }
}

/** Sends a signal; false when the process has ended. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

// fsync stays on: what was acknowledged survives a power cut. No replication, so the log can be minimal.
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "shared_buffers=128MB",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=2GB",
  "checkpoint_timeout=15min",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
  "datestyle=ISO",
  // Work for a program that was killed must not go on.
  ...(process.platform === "linux" ? ["client_connection_check_interval=200ms"] : []),
];

type Command = [command: string, args: string[], options: { uid?: number; gid?: number; cwd: string }];

function run(identity: Identity, program: string, args: readonly string[]): Command {
  const [command = program, ...rest] = [...identity.prefix, program, ...args];
  return [command, rest, { ...identity.ids, cwd: "/" }];
}

/** Nothing of the reader's environment may steer the server. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

async function untilReady(folder: string, pid: number): Promise<RunningServer | null> {
  for (let waited = 0; waited < 120_000; waited += 10) {
    const found = postmaster(folder);
    if (found?.ready) return { pid: found.pid, port: found.port };
    if (startOf(pid) === null) return null;
    await wait(10);
  }
  throw new StoreProblem(
    "environment",
    `The database in ${folder} has been recovering for two minutes. Wait and try again; its log is ${placesIn(folder).log}.`,
  );
}

function requireSameMajor(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const version = /(\d+)/.exec(spawnSync(binaries.postgres, ["-V"], { encoding: "utf8" }).stdout ?? "")?.[1] ?? made;
  if (version === made) return;
  throw new StoreProblem(
    "environment",
    `The database in ${cluster} was made by PostgreSQL ${made}, this program brings PostgreSQL ${version}. ` +
      "Export with the program that made it (atlas export), move the folder away, and load the export again.",
  );
}

function lastWords(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.slice(-3).join(" / ");
}

/** A port that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("There is no free port."))));
    });
  });
}
