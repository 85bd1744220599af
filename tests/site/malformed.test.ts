import { connect } from "node:net";
import fc from "fast-check";
import { expect, inject, test } from "vitest";

/** Requests in all. */
const REQUESTS = 3000;
/** Longest time for one answer, in milliseconds. */
const PATIENCE = 10_000;

const rough = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "../../etc/passwd",
    "%",
    "%zz",
    "%00",
    "%c0%af",
    "'; DROP TABLE record.version; --",
    "<script>alert(1)</script>",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an injection is tried, not a template
    "${7*7}",
    "{{7*7}}",
    "\u202e",
    "a".repeat(5000),
    "%F0%9F%92%A9",
    "null",
    "undefined",
    "-1",
    "1e309",
    "NaN",
    "[]",
    "{}",
  ),
);
const places = [
  "",
  "/en",
  "/fr",
  "/xx",
  "/en/jurisdictions",
  "/en/jurisdictions/BR",
  "/en/questions",
  "/en/search",
  "/en/compare",
  "/en/instruments",
  "/en/updates",
  "/en/obligations",
  "/en/services",
  "/en/data",
  "/en/event-study",
  "/en/data/population",
  "/api",
  "/api/jurisdictions",
  "/api/questions",
  "/api/search",
  "/api/compare",
  "/api/suggest",
  "/api/data/population.csv",
  "/asset",
  "/healthz",
];
const parameters = [
  "q",
  "at",
  "known",
  "place",
  "topic",
  "kind",
  "status",
  "page",
  "from",
  "to",
  "lang",
  "duty",
  "actor",
  "series",
  "date",
  "__proto__",
  "constructor",
  "",
  "q[]",
];

const path = fc.tuple(fc.constantFrom(...places), fc.option(rough)).map(([place, tail]) => `${place}${tail === null ? "" : `/${tail}`}`);
const query = fc.array(fc.tuple(fc.constantFrom(...parameters), rough), { maxLength: 4 });
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant("GET") },
  fc.constantFrom("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "FOO"),
);
const header = fc.constantFrom(
  [],
  ["Accept-Language: ;;q=,,,\u00e9"],
  ['If-None-Match: """"'],
  ["Accept-Encoding: br;q=zero, *;q=9"],
  ["Content-Length: 5", "Content-Type: application/json"],
  ["Cookie: a=b; =; ;;"],
  ["Range: bytes=99-1"],
  [`X-Long: ${"x".repeat(3000)}`],
  ["X-Forwarded-For: '; --", "X-Forwarded-Host: evil.example"],
  ["Host: evil.example:99999"],
  ["Expect: 100-continue"],
);

interface Attempt {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
}

const attempt: fc.Arbitrary<Attempt> = fc.record({ method, path, query, headers: header, raw: fc.boolean() }).map((one) => {
  const pairs = one.query.map(([name, value]) => `${encode(name, one.raw)}=${encode(value, one.raw)}`).join("&");
  const target = `${encode(one.path, one.raw)}${pairs ? `?${pairs}` : ""}` || "/";
  return { method: one.method, target: target.startsWith("/") ? target : `/${target}`, headers: one.headers };
});

/** Raw keeps all that a request line can carry; otherwise everything is percent-encoded as browsers do. */
function encode(text: string, raw: boolean): string {
  // A space, a line end or a control character would end the request line: what follows would be another request.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
  return raw ? text.replace(/[\u0000-\u0020\u007f]/g, "%20") : encodeURI(text.toWellFormed()).replace(/#/g, "%23");
}

test(`${REQUESTS} malformed requests get a clear answer: no 5xx, no stack trace, no hang`, async () => {
  const site = new URL(inject("site"));
  const attempts = fc.sample(attempt, { numRuns: REQUESTS, seed: 20261122 });
  const bad: string[] = [];
  const counts = new Map<number, number>();
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < attempts.length) {
        const one = attempts[next++];
        if (!one) return;
        // An interim "go on" may come before the answer.
        const answer = (await send(site, one)).replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, "");
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
        counts.set(status, (counts.get(status) ?? 0) + 1);
        const trace = /\n\s+at .+:\d+:\d+|node_modules|\.ts:\d+/.test(answer);
        const body = answer.slice(answer.indexOf("\r\n\r\n") + 4);
        const clear = status < 400 || one.method === "HEAD" || body.length > 0;
        if (status < 200 || status >= 500 || trace || !clear)
          bad.push(`${status} ${one.method} ${JSON.stringify(one.target.slice(0, 200))} ${one.headers.join("; ").slice(0, 80)}`);
      }
    }),
  );
  expect(bad).toEqual([]);
  const faults = [...counts].filter(([status]) => status >= 400).reduce((sum, [, count]) => sum + count, 0);
  expect(faults).toBeGreaterThan(REQUESTS / 4);
}, 240_000);

test("after them the site still answers", async () => {
  expect((await fetch(`${inject("site")}/readyz`)).status).toBe(200);
  expect((await fetch(`${inject("site")}/en/jurisdictions/BR`)).status).toBe(200);
});

function send(site: URL, one: Attempt): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(site.port), site.hostname);
    const late = setTimeout(() => {
      socket.destroy();
      resolve("HANG");
    }, PATIENCE);
    const end = () => {
      clearTimeout(late);
      resolve(Buffer.concat(chunks).toString("utf8"));
    };
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", end);
    socket.on("error", end);
    const host = one.headers.some((line) => line.startsWith("Host:")) ? [] : [`Host: ${site.host}`];
    const body = one.headers.includes("Content-Length: 5") ? '{"a":' : "";
    socket.write(`${one.method} ${one.target} HTTP/1.1\r\n${[...host, ...one.headers, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
  });
}
