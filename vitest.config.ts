import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What a database must do for the store, on each version of it. */
const CONTRACT = ["src/store/**/*.test.ts", "tests/contract/**/*.test.ts"];
/** Of these, what an older version could do otherwise: the statements of the record and of the desk, not the pages before them. */
const OLDER = ["src/store/**/*.test.ts", "tests/contract/{history,search,webhook}.test.ts"];
/** The expectations of search speak of the real record: they are held against the packaged PostgreSQL alone. */
const STORE = [...CONTRACT, "src/search/**/*.store.test.ts", "tests/abuse/**/*.test.ts"];
/** The files that take longest, longest first: none of them begins when the others are about to end. */
const LONG = ["tests/site/link", "tests/journey/access-", "tests/command/", "tests/faults/crash", "src/dataset/check.test", "tests/dated/", "tests/faults/", "tests/notify/", "tests/journey/", "src/search/expectation", "tests/site/"];
const setup = "tests/setup/server.ts";
const older = process.env["ATLAS_TEST_POSTGRES"] ?? olderPostgres();

/** The folder of an installed PostgreSQL's programs: the oldest that the store supports and this machine has. */
function olderPostgres(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).map(Number).filter((one) => one >= 15).sort((one, other) => one - other);
  return versions.map((one) => join(root, String(one), "bin")).find((folder) => existsSync(join(folder, "initdb")));
}

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((one) => moduleId.includes(`/${one}`));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  // Tests of pages render TSX as the build does.
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  resolve: { alias: [{ find: /^hono\/jsx\/jsx-(?:dev-)?runtime$/, replacement: join(import.meta.dirname, "src/web/render.ts") }] },
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"], exclude: STORE, isolate: false } },
      { extends: true, test: { name: "store", include: STORE, globalSetup: setup } },
      ...(older ? [{ extends: true as const, test: { name: "store-older", include: OLDER, globalSetup: setup, env: { ATLAS_TEST_POSTGRES: older } } }] : []),
      { extends: true, test: { name: "notify", include: ["tests/notify/**/*.test.ts"], globalSetup: setup, testTimeout: 60_000 } },
      { extends: true, test: { name: "command", include: ["tests/command/**/*.test.ts"], testTimeout: 120_000 } },
      { extends: true, test: { name: "faults", include: ["tests/faults/**/*.test.ts"], testTimeout: 180_000 } },
      { extends: true, test: { name: "site", include: ["tests/site/**/*.test.ts", "tests/dated/**/*.test.ts", "tests/journey/**/*.test.ts"], globalSetup: "tests/setup/site.ts", testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
