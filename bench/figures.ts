import { type Bench, program } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { interleaved, median } from "./round.ts";

/** A picture of twenty lines, with its table and all that stands beside it. */
const TWENTY = "/en/figures?dataset=cybertipline-by-country&place=BR,FR,DE,IN,US,GB,JP,PH,ID,BD,PK,IQ,SA,MX,CO,VN,TH,PL,NL,IT";
/** Most milliseconds of processor time for the page, made anew. */
const LIMIT = 15;

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
