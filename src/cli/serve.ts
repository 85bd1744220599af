import { serve as listen } from "@hono/node-server";
import type { Command } from "commander";
import type { Duplex } from "node:stream";
import { RESOURCES } from "../api/resources.ts";
import { find } from "../search/find.ts";
import { suggest } from "../search/suggest.ts";
import { readAssets } from "../web/built.ts";
import { ROUTES } from "../web/route.ts";
import { makeSite } from "../web/site.ts";
import { openFromEnvironment } from "./environment.ts";
import { loadFolder } from "./load.ts";
import { distFolder } from "./place.ts";

/** How long running answers may take to end after a stop was asked for, in milliseconds. */
const GRACE = 5000;

/** `atlas serve`: opens the store, loads the record where it differs, answers until it is stopped. */
export function serveVerb(program: Command): void {
  program
    .command("serve")
    .description("start the site: opens the database, loads data/ where it changed, answers until it is stopped")
    .option("--no-load", "serve what the database holds; do not look at data/")
    .addHelpText(
      "after",
      "\nEnvironment:\n  PORT (8080), HOST (localhost), ORIGIN (address for canonical links), ATLAS_DIR (.atlas), DATABASE_URL\n\nExit codes:\n  0 stopped as asked   1 data/ has problems   3 database or port not available",
    )
    .action(async (options: { load: boolean }) => {
      const started = performance.now();
      const port = portOf(process.env["PORT"]);
      const host = process.env["HOST"] || "localhost";
      const assets = await readAssets(distFolder());
      const store = await openFromEnvironment();
      const stop = async (code: number) => {
        await store.close();
        process.exit(code);
      };
      if (options.load) {
        const loaded = await loadFolder(store);
        if (!loaded) return stop(1);
      }
      const site = makeSite({
        reader: store.reader,
        clock: () => new Date(),
        resources: RESOURCES,
        routes: ROUTES,
        assets,
        origin: process.env["ORIGIN"] ?? "",
        find: (catalogue, query) => find(store.sql, catalogue, query),
        suggest,
        ready: async () => (await store.reader.revision()).id > 0,
        report: (error) => process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
      });
      await store.reader.catalogue();
      const server = listen({ fetch: site.fetch, port, hostname: host }, (address) => {
        const name = host.includes(":") ? `[${host}]` : host;
        process.stderr.write(`Safeguard Atlas is ready: http://${name}:${address.port} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
      });
      server.on("error", (error: NodeJS.ErrnoException) => {
        process.stderr.write(error.code === "EADDRINUSE" ? `Port ${port} on ${host} is taken. Set PORT to a free one, such as PORT=8081.\n` : `The site cannot listen on ${host}:${port}: ${error.message}\n`);
        void stop(3);
      });
      server.on("clientError", (_error: Error, socket: Duplex) => {
        if (!socket.writable) return;
        socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n\r\nThe request could not be read. Check its first line and its headers.\n");
      });
      let stopping = false;
      const end = () => {
        if (stopping) return;
        stopping = true;
        const late = setTimeout(() => void stop(0), GRACE);
        server.close(() => {
          clearTimeout(late);
          void stop(0);
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      };
      process.on("SIGTERM", end);
      process.on("SIGINT", end);
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

