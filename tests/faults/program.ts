// A program with the store open, for tests to kill: `change` says which state it found and goes over to the other, `hold` waits.
import { readFileSync } from "node:fs";
import { searchProjectionIn } from "../../src/search/projection.ts";
import { openStore } from "../../src/store/open.ts";
import type { Change } from "../../src/store/projection.ts";
import { sumIn } from "./sum.ts";

const [verb = "hold", dir = "", toOld = "", toNew = ""] = process.argv.slice(2);
const store = await openStore({ dir, projections: [searchProjectionIn(["en", "fr"])] });
process.stdout.write("open\n");
if (verb === "change") {
  const state = (await store.reader.revision()).digest;
  const changes = JSON.parse(readFileSync(state === "new" ? toOld : toNew, "utf8")) as Change[];
  process.stdout.write(`${JSON.stringify({ state, sum: await sumIn(store) })}\n`);
  await store.publish(changes, { role: "release", reason: "a change that may be cut short", kind: "release", digest: state === "new" ? "old" : "new" });
  process.stdout.write("changed\n");
  await store.close();
} else {
  setInterval(() => {}, 1000);
}
