import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openStore } from "../../src/store/open.ts";
import { openServer } from "../../src/store/server/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server, ending before the name of a database; and its version. */
    readonly server: { readonly address: string; readonly template: string; readonly version: string };
  }
}

const TEMPLATE = "atlas_template";

/** One server a run, in a temporary folder. The project `store-older` runs on an installed PostgreSQL, the others on the packaged one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-test-"));
  const older = project.config.env?.ATLAS_TEST_POSTGRES;
  const server = await openServer({
    folder,
    binaries: typeof older === "string" ? { initdb: join(older, "initdb"), postgres: join(older, "postgres") } : undefined,
  });
  const address = server.url.slice(0, server.url.lastIndexOf("/") + 1);
  const first = await openStore({ databaseUrl: server.url, dir: folder, migrate: false });
  await first.sql.all(`CREATE DATABASE ${TEMPLATE}`);
  const { version } = await first.info();
  await first.close();
  const template = await openStore({ databaseUrl: `${address}${TEMPLATE}`, dir: folder });
  await template.close();
  process.stderr.write(`${project.name}: PostgreSQL ${version} (${typeof older === "string" ? older : "packaged"})\n`);
  project.provide("server", { address, template: TEMPLATE, version });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
