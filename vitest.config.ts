import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const STORE = ["src/store/**/*.test.ts", "src/search/**/*.store.test.ts", "tests/contract/**/*.test.ts"];
const setup = "tests/setup/server.ts";
const older = process.env["ATLAS_TEST_POSTGRES"] ?? olderPostgres();

/** The folder of an installed PostgreSQL's programs: the oldest that the store supports and this machine has. */
function olderPostgres(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).map(Number).filter((one) => one >= 15).sort((one, other) => one - other);
  return versions.map((one) => join(root, String(one), "bin")).find((folder) => existsSync(join(folder, "initdb")));
}

export default defineConfig({
  // Tests of pages render TSX as the build does.
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  resolve: { alias: [{ find: /^hono\/jsx\/jsx-(?:dev-)?runtime$/, replacement: join(import.meta.dirname, "src/web/render.ts") }] },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"], exclude: STORE } },
      { extends: true, test: { name: "store", include: STORE, globalSetup: setup } },
      ...(older ? [{ extends: true as const, test: { name: "store-older", include: STORE, globalSetup: setup, env: { ATLAS_TEST_POSTGRES: older } } }] : []),
      { extends: true, test: { name: "command", include: ["tests/command/**/*.test.ts"], testTimeout: 120_000 } },
      { extends: true, test: { name: "faults", include: ["tests/faults/**/*.test.ts"], testTimeout: 180_000 } },
      { extends: true, test: { name: "site", include: ["tests/site/**/*.test.ts", "tests/dated/**/*.test.ts", "tests/journey/**/*.test.ts"], globalSetup: "tests/setup/site.ts", testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
