import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startOf } from "./lock.ts";

/** Where things lie in the store's folder. */
export function placesIn(folder: string): { cluster: string; password: string; log: string } {
  return { cluster: join(folder, "cluster"), password: join(folder, "password"), log: join(folder, "postgres.log") };
}

/** What a server says of itself. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What the server's own file says, when its process is alive and is a server. */
export function postmaster(folder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(placesIn(folder).cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || startOf(pid) === null || !isServer(pid, folder)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** After a restart of the machine or its container the number in the file may belong to another program. */
function isServer(pid: number, folder: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(placesIn(folder).cluster);
  } catch {
    return true;
  }
}

/** No process has this number on any system. */
const NOBODY = 2_147_483_646;

/**
 * PostgreSQL takes a killed server that nobody has buried (a zombie, usual in containers), or another program with
 * its number, for a running one. We know better; the rest of its file stays, so that it still finds surviving
 * processes by their memory.
 */
export function disownDead(folder: string): void {
  const path = join(placesIn(folder).cluster, "postmaster.pid");
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, [String(NOBODY), ...lines.slice(1)].join("\n"));
  } catch {
    // There is no such file: the server was stopped in order.
  }
}
