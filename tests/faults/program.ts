// A program with the store open, for tests to kill: `load` brings in one of two records, `hold` waits.
import { load } from "../../src/store/load.ts";
import { openStore } from "../../src/store/open.ts";
import { faultRecord } from "./record.ts";

const [verb = "hold", dir = "", state = "old"] = process.argv.slice(2);
const store = await openStore({ dir });
process.stdout.write("open\n");
if (verb === "load") {
  await load(store, faultRecord(state === "new" ? "new" : "old"), state);
  process.stdout.write("loaded\n");
  await store.close();
} else {
  setInterval(() => {}, 1000);
}
