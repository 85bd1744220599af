import { type Contender, cpuOf } from "./child.ts";
import { type Asked, drive } from "./generator.ts";

/** One of the things that are compared: a request to a server. */
export interface Candidate {
  readonly name: string;
  readonly server: Contender;
  readonly asked: Omit<Asked, "port">;
}

/** What was measured of a candidate, one value a round. */
export interface Measured {
  /** Requests a second. */
  readonly rate: number[];
  /** Processor time of the server a request, in milliseconds. */
  readonly cpu: number[];
  /** Time of the middle request, in milliseconds. */
  readonly time: number[];
}

/** Length and number of the rounds. */
export interface Plan {
  readonly rounds: number;
  /** Seconds that each candidate is measured in each round. */
  readonly seconds: number;
  readonly connections: number;
}

/** Measures the candidates in turn, round after round, so that a slow moment of the machine meets all of them alike. */
export async function interleaved(candidates: readonly Candidate[], plan: Plan, note: (line: string) => void): Promise<Map<string, Measured>> {
  const found = new Map<string, Measured>(candidates.map((one) => [one.name, { rate: [], cpu: [], time: [] }]));
  // Code that has not run often is slow: every candidate warms up first.
  for (const one of candidates) await drive({ ...one.asked, port: one.server.port }, plan.connections, plan.seconds);
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const one of candidates) {
      const before = cpuOf(one.server.pid);
      const run = await drive({ ...one.asked, port: one.server.port }, plan.connections, plan.seconds);
      const cpu = ((cpuOf(one.server.pid) - before) * 1000) / run.requests;
      const into = found.get(one.name);
      into?.rate.push(run.requests / run.seconds);
      into?.cpu.push(cpu);
      into?.time.push(run.middle);
      note(
        `  round ${round}: ${one.name}: ${Math.round(run.requests / run.seconds)} requests/s, ${cpu.toFixed(3)} ms CPU, middle ${run.middle.toFixed(2)} ms, slowest hundredth ${run.slow.toFixed(2)} ms`,
      );
    }
  }
  return found;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The middle of the ratios of each round. */
export function ratio(one: readonly number[], other: readonly number[]): number {
  return median(one.map((value, round) => value / (other[round] ?? Number.NaN)));
}
