import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type Fact, factsOf } from "./facts.ts";

/** How many programs run at once, beside the site that holds the store. */
const AT_ONCE = 3;
/** How long all runs of a verb may take, in milliseconds: each starts a program, and the machine may be busy. */
const PATIENCE = 900_000;
const PROGRAM = fileURLToPath(new URL("../../dist/atlas.js", import.meta.url));
const run = promisify(execFile);

type Row = Readonly<Record<string, string | null>>;

/** What a verb says in JSON: the day that it speaks of, and the rest. */
interface Output {
  readonly at: string;
  readonly data: unknown;
}

/** What a verb says, run on the store of the running site. */
async function atlas(...parameters: string[]): Promise<Output> {
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const env = { ...environment, ATLAS_DIR: inject("store") };
  const { stdout } = await run(process.execPath, [PROGRAM, ...parameters, "--json"], { env, maxBuffer: 64 * 1024 * 1024 });
  const { meta, data } = JSON.parse(stdout) as { meta: { at: string }; data: unknown };
  return { at: meta.at, data };
}

/** Runs the program once for every distinct set of parameters, a few at a time. */
async function outputs(asked: readonly (readonly string[])[]): Promise<Map<string, Output>> {
  const left = [...new Map(asked.map((one) => [one.join(" "), one])).values()];
  const found = new Map<string, Output>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.shift(); next; next = left.shift()) found.set(next.join(" "), await atlas(...next));
    }),
  );
  return found;
}

function outputOf(found: ReadonlyMap<string, Output>, asked: readonly string[]): Output {
  const output = found.get(asked.join(" "));
  if (!output) throw new Error(`“${asked.join(" ")}” was not run.`);
  return output;
}

/** Asks a verb for every fact of a kind, each distinct question once, and holds what it says against the table. */
function held(verb: string, kind: Fact["kind"], asking: (fact: Fact) => string[], said: (data: unknown, fact: Fact) => unknown): void {
  describe(`atlas ${verb}`, () => {
    const facts = factsOf(kind);
    let found: Map<string, Output>;
    beforeAll(async () => {
      found = await outputs(facts.map(asking));
    }, PATIENCE);

    test.each(facts.map((one) => [one.id, one] as const))("%s", (_, fact) => {
      const output = outputOf(found, asking(fact));
      expect(output.at).toBe(fact.at);
      expect(said(output.data, fact)).toEqual(fact.expected);
    });
  });
}

held(
  "answers",
  "answer",
  (fact) => ["answers", "--question", fact.subject, "--at", fact.at],
  (data, fact) => {
    const rows = (data as { answers: Row[] }).answers.filter((one) => one["jurisdiction"] === fact.jurisdiction);
    const given = rows.map((one) => (one["answer"] === null ? one["standing"] : one["answer"]));
    return given.length === 0 ? "not-coded" : given.join(" and ");
  },
);

// What has ended is left out and counted; what is to come, or has no known start, is there and marked.
held(
  "obligations",
  "duty",
  (fact) => ["obligations", "--place", fact.jurisdiction, "--at", fact.at],
  (data, fact) => {
    const row = (data as { duties: Row[] }).duties.find((one) => one["obligation"] === fact.subject);
    return row?.["applies"] === "yes" ? "applies" : "not-applying";
  },
);

held(
  "read jurisdictions",
  "member",
  (fact) => ["read", "jurisdictions", "--at", fact.at],
  (data, fact) => {
    const row = (data as Row[]).find((one) => one["jurisdiction"] === fact.jurisdiction);
    return row?.["groups"]?.split(";").includes(fact.subject) ? "member" : "not-member";
  },
);

held(
  "read instruments",
  "stage",
  (fact) => ["read", "instruments", fact.subject, "--at", fact.at],
  (data) => ((data as Row)["status"] === "in-force" ? "in-force" : "not-in-force"),
);
