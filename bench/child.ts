import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A server that was started to be measured. */
export interface Contender {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;
/** How long a server may take to answer first, in milliseconds. */
const PATIENCE = 120_000;

/** Starts a program that is given a free port, and waits until it answers there. */
export async function contender(
  command: string,
  parameters: (port: number) => readonly string[],
  path: string,
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Contender> {
  const port = await freePort();
  const child = spawn(command, parameters(port), { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  try {
    await answering(child, `http://127.0.0.1:${port}${path}`, () => said);
  } catch (error) {
    await ended(child);
    throw error;
  }
  return { pid: child.pid ?? 0, port, stop: () => ended(child) };
}

async function answering(child: ChildProcess, address: string, said: () => string): Promise<void> {
  const late = performance.now() + PATIENCE;
  let failed = "";
  child.once("error", (error) => (failed = error.message));
  while (performance.now() < late) {
    if (failed || child.exitCode !== null || child.signalCode !== null) throw new Error(`${child.spawnfile} ended before it answered. ${failed}\n${said()}`);
    const status = await fetch(address).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (status >= 400) throw new Error(`${address} answers with ${status}.\n${said()}`);
    await wait(50);
  }
  throw new Error(`${address} did not answer within ${PATIENCE / 1000} s.\n${said()}`);
}

/** Asks a program to end; one that does not within ten seconds is killed. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("There is no free port."))));
    });
  });
}

/** Processor time that a process and its children have used so far, in seconds. Read from /proc, so on Linux only. */
export function cpuOf(pid: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const above = new Map<number, { parent: number; ticks: number }>();
  for (const one of processes) {
    const fields = statOf(one);
    if (fields) above.set(one, { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
  }
  let ticks = 0;
  for (const [one, { ticks: own }] of above) if (descends(one, pid, above)) ticks += own;
  return ticks / TICKS;
}

/** The fields of /proc/PID/stat after the name, which may hold spaces; null when the process is gone. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function descends(pid: number, from: number, above: ReadonlyMap<number, { parent: number }>): boolean {
  for (let at: number | undefined = pid; at; at = above.get(at)?.parent) if (at === from) return true;
  return false;
}
