import type { Duplex } from "node:stream";
import { type HttpBindings, serve as listen, type ServerType } from "@hono/node-server";
import type { Command } from "commander";
import { RESOURCES } from "../api/resources.ts";
import { type MailSetup, mailFromEnvironment } from "../notify/mail.ts";
import type { Worker } from "../notify/worker.ts";
import { find } from "../search/find.ts";
import { suggest } from "../search/suggest.ts";
import type { Store } from "../store/open.ts";
import { StoreProblem } from "../store/problem.ts";
import { readAssets } from "../web/built.ts";
import { makeGuard } from "../web/guard.ts";
import { translator } from "../web/message/translate.ts";
import { browserPrinter, findBrowser } from "../web/printer.ts";
import { ROUTES } from "../web/route.ts";
import { makeSite } from "../web/site.ts";
import type { Part } from "../web/visit.ts";
import { type Come, cameFrom } from "./come.ts";
import { openFromEnvironment, placeFromEnvironment } from "./environment.ts";
import { loadFolder, reporter } from "./load.ts";
import { dataFolder, distFolder } from "./place.ts";
import { EXIT, failure, note, result } from "./say.ts";
import { sealFromEnvironment } from "./secret.ts";
import { programVersion } from "./version.ts";

/** How long running answers, and then the store, may take to end after a stop was asked for, in milliseconds. */
const GRACE = 5000;

/** `atlas serve`: opens the store, loads the record where it differs, answers until it is stopped. */
export function serveVerb(program: Command): void {
  program
    .command("serve")
    .description("start the site: opens the database, loads data/ where it changed, answers until it is stopped")
    .option("--no-load", "serve what the database holds; do not look at data/")
    .option("--json", "say as JSON where the site answers, or what stood in the way")
    .addHelpText(
      "after",
      "\nEnvironment:\n  PORT (8080), HOST (localhost), ORIGIN (address for canonical links), ATLAS_BROWSER (Chromium or Chrome for PDFs; found on the PATH; none for none), ATLAS_DIR (.atlas), DATABASE_URL, ATLAS_SECRET (with DATABASE_URL, for alerts, signatures and feedback), ATLAS_SMTP_URL and ATLAS_MAIL_FROM (for mail; ORIGIN is needed then), ATLAS_MAIL_REPLY (where answers go), ATLAS_PROXY (1 behind one proxy that says whom it answers in X-Forwarded-For)\n\nExit codes:\n  0  stopped as asked\n  1  data/ has problems\n  2  wrong use of the command line\n  3  the database, its folder, the port or the environment is not as needed",
    )
    .action(serve);
}

async function serve(options: { load: boolean; json?: boolean }): Promise<void> {
  const started = performance.now();
  const json = options.json === true;
  const port = portOf(process.env["PORT"]);
  const host = process.env["HOST"] || "localhost";
  // A stop may be asked for from here on: also while the database is made or the record is loaded.
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop.abort());
  let server: ServerType | null = null;
  let chores: Worker | null = null;
  stop.signal.addEventListener("abort", () => void (server ? drained(server) : Promise.resolve()).then(() => leave(EXIT.ok)));
  const opening = openFromEnvironment();
  const leave = async (code: number): Promise<void> => {
    // An opening is waited for: a database server that is just being made would outlive this program.
    const store = await opening.catch(() => null);
    setTimeout(() => process.exit(code), GRACE);
    await chores?.stop();
    await store?.close();
    process.exit(code);
  };
  try {
    if (options.load && !(await loadFolder(opening, dataFolder(), { stop: stop.signal, report: reporter(json) }))) return await leave(EXIT.problems);
    const come = cameFrom(process.env["ATLAS_PROXY"] === "1");
    const store = await opening;
    const mail = mailFromEnvironment();
    const part = partOf(store, mail);
    const site = await siteOf(store, part, come);
    stop.signal.throwIfAborted();
    server = answer(site, come, port, host, (url) => {
      const took = performance.now() - started;
      note(`Safeguard Atlas is ready: ${url} (${(took / 1000).toFixed(1)} s)`);
      if (json) result(true, { ok: true, url, took: Math.round(took) }, "");
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken. Set PORT to a free one, such as PORT=8081.`;
      failure(new StoreProblem("environment", error.code === "EADDRINUSE" ? taken : `The site cannot listen on ${host}:${port}: ${error.message}`), json);
      void leave(EXIT.environment);
    });
    // What is done beside answering is loaded when the first readers have been answered.
    const { startChores } = await import("./chores.ts");
    if (part && !stop.signal.aborted) chores = startChores(part.desk, store, mail);
  } catch (error) {
    // What was cut short by the stop is not a failure.
    if (!stop.signal.aborted) await leave(failure(error, json));
  }
}

type Site = ReturnType<typeof makeSite>;

async function siteOf(store: Store, part: Part | null, come: Come): Promise<Site> {
  const browser = await findBrowser(process.env);
  const site = makeSite({
    reader: store.reader,
    clock: () => new Date(),
    resources: RESOURCES,
    version: programVersion(),
    routes: ROUTES,
    assets: await readAssets(distFolder()),
    origin: process.env["ORIGIN"] ?? "",
    printer: browser ? browserPrinter(browser) : null,
    words: translator,
    find: (catalogue, query) => find(store.sql, catalogue, query),
    suggest,
    part,
    from: come.from,
    ready: async () => (await store.reader.revision()).id > 0,
    report: (error) => process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  await store.reader.catalogue();
  return site;
}

/** What readers can leave here; nothing where a database is shared and no secret is given. */
function partOf(store: Store, mail: MailSetup | null): Part | null {
  const seal = sealFromEnvironment(placeFromEnvironment());
  if (!seal) {
    note("Alerts, signatures and feedback are off: set ATLAS_SECRET to at least 32 random bytes, the same for every program of the site.");
    return null;
  }
  const desk = store.desk(seal);
  return { desk, guard: makeGuard(desk), mail: mail !== null };
}

function answer(site: Site, come: Come, port: number, host: string, ready: (url: string) => void): ServerType {
  const fetch = (request: Request, env: unknown): Response | Promise<Response> => {
    come.note(request, (env as HttpBindings).incoming.socket.remoteAddress ?? "");
    return site.fetch(request);
  };
  const server = listen({ fetch, port, hostname: host }, (address) => {
    const name = host.includes(":") ? `[${host}]` : host;
    ready(`http://${name}:${address.port}`);
  });
  // Longer than a proxy in front keeps its connections, so that none is closed under a request.
  if ("keepAliveTimeout" in server) server.keepAliveTimeout = 65_000;
  server.on("clientError", (_error: Error, socket: Duplex) => {
    if (!socket.writable) return;
    socket.end(
      "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n\r\nThe request could not be read. Check its first line and its headers.\n",
    );
  });
  return server;
}

/** Takes no new connections; resolves when the running answers have ended, or have had time enough. */
function drained(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, GRACE);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return 8080;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    process.stderr.write(`PORT is “${text}”. Set it to a whole number from 0 to 65535.\n`);
    process.exit(2);
  }
  return port;
}
