// The product's site on a database that is already filled. Parameters: port, address of the database, dist, `anew` or `keep`.
import { serve } from "@hono/node-server";
import { RESOURCES } from "../src/api/resources.ts";
import { openStore } from "../src/store/open.ts";
import { readAssets } from "../src/web/built.ts";
import { translator } from "../src/web/message/translate.ts";
import { ROUTES } from "../src/web/route.ts";
import { makeSite } from "../src/web/site.ts";

const [port = "0", databaseUrl = "", dist = "", keep = "keep"] = process.argv.slice(2);
const store = await openStore({ databaseUrl, dir: "", migrate: false });
const site = makeSite({
  reader: store.reader,
  clock: () => new Date(),
  resources: RESOURCES,
  version: "bench",
  routes: ROUTES,
  assets: await readAssets(dist),
  origin: "",
  words: translator,
  find: () => Promise.reject(new Error("The bench does not search.")),
  suggest: () => [],
  ready: () => Promise.resolve(true),
  report: (error) => process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  keep: keep === "keep",
});
serve({ fetch: site.fetch, port: Number(port), hostname: "127.0.0.1" });
process.on("SIGTERM", () => process.exit(0));
