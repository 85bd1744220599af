// Gathers and writes every digest that is due, gives the letters to nobody, and says how many there were, how long it took and what memory it needed.
import { runOnce } from "../src/notify/run.ts";
import { sealWith } from "../src/store/desk/seal.ts";
import { openStore } from "../src/store/open.ts";
import { SECRET } from "./notify.ts";

const store = await openStore({ databaseUrl: process.argv[2] ?? "", dir: "" });
await store.reader.catalogue();
const started = performance.now();
const { sent } = await runOnce({
  desk: store.desk(sealWith(SECRET)),
  setup: { from: { name: "Safeguard Atlas", address: "alerts@atlas.example" }, origin: "https://atlas.example" },
  transport: { send: async () => {}, close: () => {} },
  catalogue: () => store.reader.catalogue(),
  clock: () => new Date(),
  log: (line) => process.stderr.write(`${line}\n`),
});
const seconds = (performance.now() - started) / 1000;
await store.close();
process.stdout.write(JSON.stringify({ sent, seconds, memory: process.resourceUsage().maxRSS / 1024 }));
