import pg from "pg";
import { adoption as readAdoption } from "../src/store/query/adoption.ts";
import { sqlOf, TYPES } from "../src/store/sql.ts";
import { type Bench, program } from "./pages.ts";
import { atMost, type Line } from "./report.ts";
import { interleaved, median, ratio } from "./round.ts";

const CURVES = "/en/adoption";
const TODAY = "2026-11-22";
/** Most milliseconds for the curves of all questions. */
const LIMIT = 200;
/** How many times as long they may take among a million codings. */
const GROWTH = 2;
const READS = 60;

/** The curves of all questions: the reading, and the page that draws them, uncached and one at a time. */
export async function adoption(bench: Bench, databaseUrl: string): Promise<Line[]> {
  const read = await reading(databaseUrl);
  const server = await program(bench, "server", databaseUrl);
  try {
    bench.note(`uncached ${CURVES}`);
    const found = await interleaved([{ name: CURVES, server, asked: { path: CURVES, status: 200 } }], { ...bench.plan, connections: 1 }, bench.note);
    const page = median(found.get(CURVES)?.time ?? []);
    return [
      atMost("adoption", "curves of all questions, read at once", `median of ${READS} readings; ${read.questions} questions`, read.time, LIMIT, " ms"),
      atMost("adoption", `curves of all questions, page ${CURVES}`, "time of the middle request, one connection", page, LIMIT, " ms"),
    ];
  } finally {
    await server.stop();
  }
}

/** The same on a large record, against the record as it is. */
export async function adoptionAmongMany(bench: Bench, large: string, plain: string): Promise<Line[]> {
  const [many, few] = [await reading(large), await reading(plain)];
  const servers = [await program(bench, "server", large), await program(bench, "server", plain)] as const;
  try {
    const asked = { path: CURVES, status: 200 };
    bench.note(`${CURVES} among many codings`);
    const found = await interleaved(
      [
        { name: "large record", server: servers[0], asked },
        { name: "plain record", server: servers[1], asked },
      ],
      { ...bench.plan, connections: 1 },
      bench.note,
    );
    const time = (name: string): number[] => found.get(name)?.time ?? [];
    const measured = `${median(time("large record")).toFixed(1)} ms for ${many.questions} questions, ${median(time("plain record")).toFixed(1)} ms for ${few.questions}; reading ${many.time.toFixed(1)} and ${few.time.toFixed(1)} ms`;
    return [
      atMost("scale", "curves of all questions, read at once", `${many.questions} questions`, many.time, LIMIT, " ms"),
      atMost("scale", "time of the page of all curves", measured, ratio(time("large record"), time("plain record")), GROWTH, "×"),
    ];
  } finally {
    for (const one of servers) await one.stop();
  }
}

/** The middle time of reading all curves, in milliseconds, once the connection knows the statement. */
async function reading(url: string): Promise<{ time: number; questions: number }> {
  const pool = new pg.Pool({ connectionString: url, types: TYPES, max: 1 });
  try {
    const sql = sqlOf(pool);
    const times: number[] = [];
    let questions = 0;
    for (let read = 0; read < READS; read += 1) {
      const started = performance.now();
      questions = (await readAdoption(sql, TODAY)).length;
      times.push(performance.now() - started);
    }
    return { time: median(times), questions };
  } finally {
    await pool.end();
  }
}
