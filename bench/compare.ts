import { type Bench, PAGE, program } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { type Candidate, interleaved, type Measured, median, ratio } from "./round.ts";

/** Eight jurisdictions with many answers, and a question on a day in the past. */
const EIGHT = "/en/compare?place=BR,FR,JP,US,DE,GB,AU,EU";
const AS_OF = "/en/questions/def-grooming?at=2020-06-01";
/** How many times the plain page these may cost. */
const LIMIT = 2;
const EMPTY: Measured = { rate: [], cpu: [], time: [] };

/** Pages that read more than one place or another day, uncached, against the plain page of a jurisdiction on the same server and record. */
export async function compare(bench: Bench, databaseUrl: string, part: "compare" | "scale"): Promise<Line[]> {
  const server = await program(bench, "server", databaseUrl);
  try {
    const candidate = (path: string): Candidate => ({ name: path, server, asked: { path, status: 200 } });
    bench.note(`uncached ${PAGE}, ${EIGHT}, ${AS_OF}`);
    const found = await interleaved([candidate(PAGE), candidate(EIGHT), candidate(AS_OF)], bench.plan, bench.note);
    const of = (path: string): Measured => found.get(path) ?? EMPTY;
    const lines = (what: string, path: string): Line[] => {
      const measured = `${words(of(path))} against ${words(of(PAGE))}`;
      return [
        atMost(part, `${what}: time against the plain page`, measured, ratio(of(PAGE).rate, of(path).rate), LIMIT, "×"),
        plain(part, `${what}: CPU against the plain page`, measured, ratio(of(path).cpu, of(PAGE).cpu)),
      ];
    };
    return [...lines("comparison of eight jurisdictions", EIGHT), ...lines("question as of 2020-06-01", AS_OF)];
  } finally {
    await server.stop();
  }
}

function words(one: Measured): string {
  return `${Math.round(median(one.rate))} requests/s, ${median(one.cpu).toFixed(2)} ms`;
}
