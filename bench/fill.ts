// Fills a database with the record and generated codings, or with the record and generated figures. Parameters: address,
// folder of the record, `codings` or `figures`, their number (0 codings: one for each question of the jurisdiction that is
// looked at). Writes what it took as JSON.
import { checkedRecords, readFolder } from "../src/cli/record.ts";
import { searchProjection } from "../src/search/projection.ts";
import { load } from "../src/store/load.ts";
import { openStore } from "../src/store/open.ts";
import { observed } from "./observation.ts";
import { generated } from "./record.ts";

const [databaseUrl = "", data = "", what = "codings", wanted = "0"] = process.argv.slice(2);
const { records: real, problems } = await checkedRecords(await readFolder(data));
if (problems.length > 0) throw new Error(`The record has ${problems.length} problems. Run the check first.`);
const { records, codings, answers } =
  what === "figures" ? { records: observed(real, Number(wanted)), codings: 0, answers: 0 } : generated(real, Number(wanted));

const store = await openStore({ databaseUrl, dir: "", projections: [searchProjection] });
const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1000;
await load(store, records, "", (step) => process.stderr.write(`  ${seconds().toFixed(1)} s: ${step}\n`));
const took = seconds();
await store.close();
process.stdout.write(JSON.stringify({ codings, seconds: took, answers }));
