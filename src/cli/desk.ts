import type { Desk } from "../store/desk/desk.ts";
import type { Store } from "../store/open.ts";
import { StoreProblem } from "../store/problem.ts";
import { openForReading } from "./ask.ts";
import { placeFromEnvironment } from "./environment.ts";
import { EXIT } from "./say.ts";
import { sealFromEnvironment } from "./secret.ts";

/**
 * Does work at the desk, beside a running site if there is one, and closes the store; gives the exit code.
 * @throws {StoreProblem} when the site has no secret: what is sealed cannot be opened then.
 */
export async function atDesk(work: (desk: Desk, store: Store) => Promise<number>): Promise<number> {
  const seal = sealFromEnvironment(placeFromEnvironment());
  if (!seal) throw new StoreProblem("environment", "ATLAS_SECRET is not set. Set it to the secret of the site: what people left is sealed with it.");
  const store = await openForReading();
  if (!store) return EXIT.problems;
  try {
    return await work(store.desk(seal), store);
  } finally {
    await store.close();
  }
}

/** What would steer a terminal or turn the direction of a line, written as its number: what others have typed is only ever shown. */
export function plain(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}

/** A value whose texts are all plain, for JSON that a terminal may show. */
export function plainly<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === "string" ? plain(one) : one)) as Value;
}
