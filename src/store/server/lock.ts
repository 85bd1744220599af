import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreProblem } from "../problem.ts";

/** Who holds a store's folder. */
export interface Holder {
  readonly pid: number;
  /** When the process started, as the system says it: a number may come back, this does not. */
  readonly started: string;
  /** What it runs, for the message. */
  readonly program: string;
}

const FILE = "lock.json";

/**
 * Takes the folder for this process; gives the function that lets it go.
 * A lock whose process has ended is taken over.
 * @throws {StoreProblem} of sort `locked` when another process holds it.
 */
export function takeLock(folder: string, program: string): () => void {
  const path = join(folder, FILE);
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) ?? "", program };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(mine)}\n`);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(draft, path)) return () => release(path, mine);
      const holder = readLock(folder);
      if (holder && isAlive(holder)) throw new StoreProblem("locked", inUse(folder, holder));
      removeStale(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new StoreProblem("locked", `The lock of the folder ${folder} changes hands again and again. Try once more.`);
}

/** The message for a folder that another program holds. */
function inUse(folder: string, holder: Holder): string {
  return (
    `The folder ${folder} is in use by process ${holder.pid} (${holder.program}). ` +
    "Stop that program first, set ATLAS_DIR to another folder, or let several programs share one database with DATABASE_URL."
  );
}

/** Who the lock file names; null when there is none or it cannot be read. */
export function readLock(folder: string): Holder | null {
  try {
    const found = JSON.parse(readFileSync(join(folder, FILE), "utf8")) as Partial<Holder>;
    if (typeof found.pid !== "number") return null;
    return { pid: found.pid, started: found.started ?? "", program: found.program ?? "" };
  } catch {
    return null;
  }
}

/** Whether the process that took the lock still runs. */
export function isAlive(holder: Holder): boolean {
  const started = startOf(holder.pid);
  return started !== null && (holder.started === "" || started === "" || started === holder.started);
}

function linked(draft: string, path: string): boolean {
  try {
    // A hard link appears with its whole content or not at all, and never replaces a file.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a stale lock aside; puts it back when it was another one than the one we judged. */
function removeStale(path: string, judged: Holder | null): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    const moved = JSON.parse(readFileSync(aside, "utf8")) as Holder;
    if (judged && (moved.pid !== judged.pid || moved.started !== judged.started) && isAlive(moved)) linked(aside, path);
  } catch {
    // Half-written by a machine that lost power: nobody's.
  }
  rmSync(aside, { force: true });
}

function release(path: string, mine: Holder): void {
  try {
    const found = JSON.parse(readFileSync(path, "utf8")) as Holder;
    if (found.pid === mine.pid && found.started === mine.started) rmSync(path, { force: true });
  } catch {
    // Already gone.
  }
}

/** When a process started, in the system's words; empty when it runs but the system does not say; null when it has ended. */
export function startOf(pid: number): string | null {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in brackets may hold spaces; state is the third field, start the twenty-second.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? "");
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
