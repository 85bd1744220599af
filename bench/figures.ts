import { type Bench, program } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { interleaved, median, ratio } from "./round.ts";
import { database, fill } from "./scale.ts";

/** A picture of twenty lines, with its table and all that stands beside it. */
const TWENTY = "/en/figures?dataset=cybertipline-by-country&place=BR,FR,DE,IN,US,GB,JP,PH,ID,BD,PK,IQ,SA,MX,CO,VN,TH,PL,NL,IT";
/** Most milliseconds of processor time for the page, made anew. */
const LIMIT = 15;

/** Most seconds for the load, and the most that the page may take against that on the record as it is. */
const LOAD_LIMIT = 60;
const SLOWER = 2;
/** Twenty lines of one of the made-up sets. */
const MADE = TWENTY.replace("cybertipline-by-country", "bench-001");

/** The explorer of figures, uncached: twenty lines as a table and a picture. */
export async function figures(bench: Bench, databaseUrl: string): Promise<Line[]> {
  const server = await program(bench, "server", databaseUrl);
  try {
    bench.note(`uncached ${TWENTY}`);
    const found = await interleaved([{ name: TWENTY, server, asked: { path: TWENTY, status: 200 } }], bench.plan, bench.note);
    const { cpu = [], time = [] } = found.get(TWENTY) ?? {};
    return [
      atMost(
        "figures",
        "explorer with twenty lines: processor time of the program",
        `${found
          .get(TWENTY)
          ?.rate.map((one) => Math.round(one))
          .join(", ")} requests/s`,
        median(cpu),
        LIMIT,
        " ms",
      ),
      plain("figures", "explorer with twenty lines: time of the middle request", `${median(time).toFixed(1)} ms with ${bench.plan.connections} connections`),
    ];
  } finally {
    await server.stop();
  }
}

/** Loads the record with so many made-up figures into a database of its own; then the explorer there, against the record as it is. */
export async function manyFigures(bench: Bench, url: string, wanted: number): Promise<Line[]> {
  const large = await database(url, "bench_figures");
  bench.note(`loading ${wanted} figures`);
  const { seconds } = await fill(bench, large, wanted, "figures");
  const servers = [await program(bench, "server", large), await program(bench, "server", url)] as const;
  try {
    const among = { name: "among them", server: servers[0], asked: { path: TWENTY, status: 200 } };
    const alone = { name: "as it is", server: servers[1], asked: { path: TWENTY, status: 200 } };
    const made = { name: "made up", server: servers[0], asked: { path: MADE, status: 200 } };
    const found = await interleaved([among, alone, made], { ...bench.plan, connections: 1 }, bench.note);
    const time = (name: string): number[] => found.get(name)?.time ?? [];
    const took = (name: string): string => `${median(time(name)).toFixed(2)} ms`;
    return [
      atMost(
        "figures",
        `loading ${wanted.toLocaleString("en")} figures`,
        `${seconds.toFixed(1)} s, with the record and its search index`,
        seconds,
        LOAD_LIMIT,
        " s",
      ),
      atMost(
        "figures",
        "explorer with twenty lines among them",
        `${took("among them")} against ${took("as it is")}`,
        ratio(time("among them"), time("as it is")),
        SLOWER,
        "×",
      ),
      plain("figures", "explorer with twenty lines of 60 months, made up, among them", took("made up")),
    ];
  } finally {
    for (const one of servers) await one.stop();
  }
}
