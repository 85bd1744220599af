// A program with the store open, for tests to kill: `publish` brings in the changes of a file, `hold` waits.
import { readFileSync } from "node:fs";
import { searchProjection } from "../../src/search/projection.ts";
import { openStore } from "../../src/store/open.ts";
import type { Change } from "../../src/store/projection.ts";

const [verb = "hold", dir = "", file = "", state = ""] = process.argv.slice(2);
const store = await openStore({ dir, projections: [searchProjection] });
process.stdout.write("open\n");
if (verb === "publish") {
  const changes = JSON.parse(readFileSync(file, "utf8")) as Change[];
  await store.publish(changes, { role: "release", reason: "a change that may be cut short", kind: "release", digest: state });
  process.stdout.write("published\n");
  await store.close();
} else {
  setInterval(() => {}, 1000);
}
