import { inject } from "vitest";

/** How many requests are under way at once. */
const AT_ONCE = 8;

/** An answer of the site, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Asks the site without compression, and without following redirects. */
export async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> {
  const response = await fetch(`${inject("site")}${path}`, { method, redirect: "manual", headers: { "accept-encoding": "identity", ...headers } });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** The body of an address that must be there. */
export async function page(path: string): Promise<string> {
  const answer = await ask(path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
  return answer.body;
}

/** What the API says in JSON; the caller names the shape that it relies on. */
export async function json<T>(path: string): Promise<{ readonly meta: Meta; readonly data: T }> {
  return JSON.parse(await page(path)) as { meta: Meta; data: T };
}

export interface Meta {
  readonly revision: number;
  readonly recorded: string;
  readonly at: string;
  readonly licence: string;
  readonly blanks: string;
  readonly caveats: readonly string[];
  readonly rows: number;
}

/** Does something with every item, a few at a time; the results stand in the order of the items. */
export async function each<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const all = [...items];
  const results: R[] = new Array(all.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < all.length) {
        const index = next++;
        results[index] = await work(all[index] as T);
      }
    }),
  );
  return results;
}
