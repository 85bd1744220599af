import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { answersVerb } from "../../src/cli/answers.ts";
import { obligationsVerb } from "../../src/cli/obligations.ts";
import { readVerb } from "../../src/cli/read.ts";
import type { Store } from "../../src/store/open.ts";
import { type Fact, factsOf } from "./facts.ts";

/** How many facts of each verb a program of its own is started for; they lie evenly in the table. */
const STARTS = 4;
const PROGRAM = fileURLToPath(new URL("../../dist/atlas.js", import.meta.url));
const run = promisify(execFile);

// A verb opens the store and closes it again. Here one store stays open for all questions, beside the site that holds it.
const shared = vi.hoisted(() => ({ store: null as Promise<Store> | null }));
vi.mock("../../src/cli/environment.ts", async (original) => {
  const environment = await original<typeof import("../../src/cli/environment.ts")>();
  return {
    ...environment,
    openFromEnvironment: async (options: Parameters<typeof environment.openFromEnvironment>[0]) => {
      shared.store ??= environment.openFromEnvironment(options);
      return { ...(await shared.store), close: async () => {} };
    },
  };
});

beforeAll(() => vi.stubEnv("ATLAS_DIR", inject("store")).stubEnv("DATABASE_URL", ""));
afterAll(async () => {
  await (await shared.store)?.close();
  vi.unstubAllEnvs();
});

type Row = Readonly<Record<string, string | null>>;

/** What the built program writes when it is started with these parameters. */
async function started(...parameters: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [PROGRAM, ...parameters, "--json"], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** What the same parameters write when the verb runs in this process: its options, its query, its output, without a start of the program. */
async function written(verb: (program: Command) => void, ...parameters: string[]): Promise<string> {
  let text = "";
  const out = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    text += chunk;
    return true;
  });
  try {
    const program = new Command("atlas");
    verb(program);
    await program.parseAsync([...parameters, "--json"], { from: "user" });
  } finally {
    out.mockRestore();
  }
  return text;
}

/** Asks a verb for every fact of a kind, each distinct question once, and holds what it says against the table. */
function held(
  name: string,
  verb: (program: Command) => void,
  kind: Fact["kind"],
  asking: (fact: Fact) => string[],
  said: (data: unknown, fact: Fact) => unknown,
): void {
  describe(`atlas ${name}`, () => {
    const facts = factsOf(kind);
    const texts = new Map<string, Promise<string>>();
    const textOf = (fact: Fact): Promise<string> => {
      const parameters = asking(fact);
      const text = texts.get(parameters.join(" ")) ?? written(verb, ...parameters);
      texts.set(parameters.join(" "), text);
      return text;
    };

    test.each(facts.map((one) => [one.id, one] as const))("%s", async (_, fact) => {
      const { meta, data } = JSON.parse(await textOf(fact)) as { meta: { at: string }; data: unknown };
      expect(meta.at).toBe(fact.at);
      expect(said(data, fact)).toEqual(fact.expected);
    });

    const few = facts.filter((_, place) => place % Math.ceil(facts.length / STARTS) === 0);
    test.each(few.map((one) => [one.id, one] as const))("a program that is started says the same to the byte: %s", async (_, fact) => {
      expect(await started(...asking(fact))).toBe(await textOf(fact));
    });
  });
}

held(
  "answers",
  answersVerb,
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
  obligationsVerb,
  "duty",
  (fact) => ["obligations", "--place", fact.jurisdiction, "--at", fact.at],
  (data, fact) => {
    const row = (data as { duties: Row[] }).duties.find((one) => one["obligation"] === fact.subject);
    return row?.["applies"] === "yes" ? "applies" : "not-applying";
  },
);

held(
  "read jurisdictions",
  readVerb,
  "member",
  (fact) => ["read", "jurisdictions", "--at", fact.at],
  (data, fact) => {
    const row = (data as Row[]).find((one) => one["jurisdiction"] === fact.jurisdiction);
    return row?.["groups"]?.split(";").includes(fact.subject) ? "member" : "not-member";
  },
);

held(
  "read instruments",
  readVerb,
  "stage",
  (fact) => ["read", "instruments", fact.subject, "--at", fact.at],
  (data) => ((data as Row)["status"] === "in-force" ? "in-force" : "not-in-force"),
);
