import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StoreProblem } from "../problem.ts";
import { type Binaries, packagedBinaries } from "./binaries.ts";
import { addressOf, createCluster, type RunningServer, runningServer, send, startServer, stopServer } from "./cluster.ts";
import { startOf, takeLock } from "./lock.ts";
import { placesIn, postmaster } from "./postmaster.ts";

/** A server of our own: it runs while this program runs. */
export interface OwnServer {
  /** Address with the password; never shown. */
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** Stops the server and lets the folder go. */
  stop(): Promise<void>;
}

export interface OwnServerOptions {
  readonly folder: string;
  /** Another PostgreSQL than the packaged one. */
  readonly binaries?: Binaries;
  readonly log?: (line: string) => void;
}

/**
 * Opens the folder: takes its lock, makes the cluster when there is none, starts the server or takes over the
 * one that outlived a killed program.
 * @throws {StoreProblem} when another program holds the folder, or the server cannot run.
 */
export async function openServer(options: OwnServerOptions): Promise<OwnServer> {
  const { log = () => {} } = options;
  const folder = resolve(options.folder);
  const binaries = options.binaries ?? (await packagedBinaries());
  prepare(folder);
  const release = takeLock(folder, ["atlas", ...process.argv.slice(2)].join(" ").slice(0, 80));
  let server: RunningServer | null = null;
  let stopping: Promise<void> | null = null;
  let restarting: Promise<void> = Promise.resolve();
  const stop = (): Promise<void> => {
    stopping ??= starting
      .catch(() => null)
      .then(() => restarting)
      .then(() => (server ? stopServer(server) : undefined))
      .finally(() => {
        leave();
        release();
      });
    return stopping;
  };
  // Before anything is started: a signal in the first moments must not leave it behind.
  const leave = stopWithProgram(() => server ?? postmaster(folder), stop, release);
  const starting = begin(folder, binaries, log);
  try {
    server = await starting;
  } catch (error) {
    leave();
    release();
    throw error;
  }
  let running = server;
  watch();

  /** A server that was killed while the program runs is started again at the same address; the pool finds it. */
  function watch(): void {
    const timer = setTimeout(async () => {
      if (stopping) return;
      if (startOf(running.pid) === null) {
        restarting = restart();
        await restarting;
      }
      watch();
    }, 250);
    timer.unref();
  }

  async function restart(): Promise<void> {
    log(`the database server (process ${running.pid}) has ended; starting it again`);
    try {
      const again = await startServer(folder, binaries, running.port);
      if (again.port !== running.port) log(`the port ${running.port} is taken by another program; restart this program`);
      server = again;
      running = again;
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    }
  }

  return {
    url: addressOf(folder, running.port),
    get pid() {
      return running.pid;
    },
    folder,
    stop,
  };
}

/** Makes the cluster when there is none, then starts its server or takes over the one that runs. */
async function begin(folder: string, binaries: Binaries, log: (line: string) => void): Promise<RunningServer> {
  const adopted = runningServer(folder);
  await createCluster(folder, binaries);
  let server = await startServer(folder, binaries);
  // One that was killed a moment ago still looks alive: it must answer.
  for (let waited = 0; adopted?.pid === server.pid && waited < 100 && !(await answers(folder, server)); waited += 1) {
    await wait(100);
    server = await startServer(folder, binaries);
  }
  if (adopted?.pid === server.pid) log(`took over the database server that still ran (process ${server.pid})`);
  return server;
}

/** What can be known of a folder without taking it: the server that runs there now. */
export function lookAt(folder: string): { url: string; pid: number } | null {
  const server = runningServer(resolve(folder));
  return server && { url: addressOf(resolve(folder), server.port), pid: server.pid };
}

async function answers(folder: string, server: RunningServer): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(folder, server.port), application_name: `atlas ${process.pid}`, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function prepare(folder: string): void {
  try {
    // A server that runs as another user must be able to pass; the cluster and the password stay closed.
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new StoreProblem(
      "environment",
      `The folder ${folder} cannot be made or used (${(error as Error).message}). Set ATLAS_DIR to a folder that can be written; the log would be ${placesIn(folder).log}.`,
    );
  }
}

/** The server ends with the program: on exit, and on a signal that nobody else in the program handles. */
function stopWithProgram(server: () => { readonly pid: number } | null, stop: () => Promise<void>, release: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = (signal: NodeJS.Signals): void => {
    // Somebody who handles the signal stops the store himself, after his own work.
    if (process.listeners(signal).some((one) => one !== onSignal && !OURS.has(one))) return;
    const end = (): void => {
      for (const one of signals) process.off(one, onSignal);
      process.kill(process.pid, signal);
    };
    stop().then(end, end);
  };
  const onExit = (): void => {
    const found = server();
    if (found) send(found.pid, "SIGINT");
    release();
  };
  OURS.add(onSignal);
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", onExit);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off("exit", onExit);
    OURS.delete(onSignal);
  };
}

const OURS = new Set<unknown>();
