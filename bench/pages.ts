import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { readAssets } from "../src/web/built.ts";
import { type Contender, contender } from "./child.ts";
import { next } from "./next.ts";
import { nginx, nginxProgram } from "./nginx.ts";
import { atLeast, atMost, type Line, plain } from "./report.ts";
import { type Candidate, interleaved, type Measured, median, type Plan, ratio } from "./round.ts";

/** What every part of the bench works with. */
export interface Bench {
  /** Folder of the project. */
  readonly root: string;
  /** Temporary folder. */
  readonly folder: string;
  readonly plan: Plan;
  /** Folder for processor profiles; empty for none. */
  readonly profile: string;
  readonly note: (line: string) => void;
}

export const PAGE = "/en/jurisdictions/BR";
/** How far the size of a page of the same content may differ. */
const ALIKE = 0.15;
const EMPTY: Measured = { rate: [], cpu: [], time: [] };

/** A server of the project's own bench programs. */
export function program(bench: Bench, name: "server" | "templates", databaseUrl: string, mode = "anew"): Promise<Contender> {
  const dist = join(bench.root, "dist");
  const profile = bench.profile ? ["--cpu-prof", `--cpu-prof-dir=${bench.profile}`, `--cpu-prof-name=${name}-${mode}-${Date.now()}.cpuprofile`] : [];
  return contender(process.execPath, (port) => [...profile, join(dist, "bench", `${name}.js`), String(port), databaseUrl, dist, mode], PAGE);
}

/** The jurisdiction's page, uncached against its peers and at rest against nginx; and what it weighs. */
export async function pages(bench: Bench, databaseUrl: string): Promise<Line[]> {
  const started: Contender[] = [];
  const start = async (server: Promise<Contender>): Promise<Contender> => {
    const one = await server;
    started.push(one);
    return one;
  };
  try {
    const ours = await start(program(bench, "server", databaseUrl));
    const html = await bodyOf(ours, PAGE);
    const lines = await weights(bench, html);
    lines.push(
      ...(await uncached(
        bench,
        ours,
        html,
        () => start(program(bench, "templates", databaseUrl)),
        () => start(next(bench.root, databaseUrl, PAGE, bench.note)),
      )),
    );
    for (const one of started.splice(0)) await one.stop();
    const kept = await start(program(bench, "server", databaseUrl, "keep"));
    lines.push(...(await cached(bench, kept, start)));
    return lines;
  } finally {
    for (const one of started) await one.stop();
  }
}

async function uncached(bench: Bench, ours: Contender, html: string, templates: () => Promise<Contender>, peer: () => Promise<Contender>): Promise<Line[]> {
  const other = await templates();
  const nextServer = await peer();
  const asked = { path: PAGE, status: 200 };
  const candidates: Candidate[] = [
    { name: "Atlas", server: ours, asked },
    { name: "templates", server: other, asked },
    { name: "Next.js", server: nextServer, asked },
  ];
  const own = content(html, ours);
  const strings = content(await bodyOf(other, PAGE), other);
  const sent = await bodyOf(nextServer, PAGE);
  const react = content(sent, nextServer);
  bench.note(`uncached ${PAGE}: ${bench.plan.rounds} rounds of ${bench.plan.seconds} s`);
  const found = await interleaved(candidates, bench.plan, bench.note);
  const [a, t, n] = ["Atlas", "templates", "Next.js"].map((name) => found.get(name) ?? EMPTY) as [Measured, Measured, Measured];
  return [
    plain("pages", "uncached page: requests/s and CPU a request", words(a)),
    alike(
      "content of the templates' page against ours (bytes)",
      own,
      strings,
      strings === own ? "the same bytes" : `first difference: ${firstDifference(own, strings)}`,
    ),
    alike("content of the Next.js page against ours (bytes)", own, react, `without its scripts; as sent ${kilobytes(sent)} against ${kilobytes(html)}`),
    atLeast("pages", "requests/s against the Next.js page", `${words(a)} against ${words(n)}`, ratio(a.rate, n.rate), 8, "×"),
    atMost("pages", "CPU against string templates", `${words(a)} against ${words(t)}`, ratio(a.cpu, t.cpu), 2, "×"),
    plain("pages", "CPU against the Next.js page", `${words(a)} against ${words(n)}`, ratio(a.cpu, n.cpu)),
    plain("pages", "requests/s against string templates", `${words(a)} against ${words(t)}`, ratio(a.rate, t.rate)),
  ];
}

/** The page at rest: 304 to a reader who has it, stored brotli to one who has not. */
async function cached(bench: Bench, ours: Contender, start: (server: Promise<Contender>) => Promise<Contender>): Promise<Line[]> {
  const address = `http://127.0.0.1:${ours.port}${PAGE}`;
  const plainAnswer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  const body = Buffer.from(await plainAnswer.arrayBuffer());
  const brotli = compress(body, 11);
  const nginxPath = nginxProgram();
  const server = nginxPath ? await start(nginx(nginxPath, bench.folder, body, brotli)) : null;
  const etag = plainAnswer.headers.get("etag") ?? "";
  const revalidate = (tag: string, path: string): Candidate["asked"] => ({ path, status: 304, headers: { "if-none-match": tag, "accept-encoding": "br" } });
  const candidates: Candidate[] = [
    { name: "Atlas, 304", server: ours, asked: revalidate(etag, PAGE) },
    { name: "Atlas, brotli", server: ours, asked: { path: PAGE, status: 200, headers: { "accept-encoding": "br" } } },
  ];
  if (server) {
    const tag = (await fetch(`http://127.0.0.1:${server.port}/brotli`, { method: "HEAD" })).headers.get("etag") ?? "";
    candidates.splice(1, 0, { name: "nginx, 304", server, asked: revalidate(tag, "/brotli") });
    candidates.push({ name: "nginx, brotli", server, asked: { path: "/brotli", status: 200, headers: { "accept-encoding": "br" } } });
  }
  bench.note("page at rest");
  const found = await interleaved(candidates, bench.plan, bench.note);
  const line = (what: string, kind: string): Line => {
    const a = found.get(`Atlas, ${kind}`) ?? EMPTY;
    if (!server) return plain("pages", what, `${words(a)}; skipped: nginx not found`);
    const n = found.get(`nginx, ${kind}`) ?? EMPTY;
    return plain("pages", `${what}, CPU against nginx`, `${words(a)} against ${words(n)}`, ratio(a.cpu, n.cpu));
  };
  return [line("page at rest, 304", "304"), line(`page at rest, brotli (${kilobytes(brotli)})`, "brotli")];
}

async function weights(bench: Bench, html: string): Promise<Line[]> {
  const assets = await readAssets(join(bench.root, "dist"));
  const of = (name: string): Uint8Array => assets.files.get(name)?.body ?? new Uint8Array();
  const weigh = (what: string, body: Uint8Array, limit: number): Line => {
    const size = compress(body, 11).length / 1000;
    return atMost("weight", `${what}, brotli`, `${size.toFixed(1)} kB (${kilobytes(body)} plain)`, size, limit, " kB");
  };
  return [weigh(`HTML of ${PAGE}`, Buffer.from(html), 15), weigh("CSS", of(assets.style), 10), weigh("JavaScript", of(assets.script), 12)];
}

async function bodyOf(server: Contender, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { "accept-encoding": "identity" } });
  if (response.status !== 200) throw new Error(`${path} answers with ${response.status}.`);
  return response.text();
}

/** The page without what a framework adds for itself: its scripts, its preloads and the comments between texts. The port is the same for all. */
function content(html: string, server: Contender): string {
  return html
    .replaceAll(`127.0.0.1:${server.port}`, "127.0.0.1")
    .replaceAll(/<script(?![^>]*(?:ld\+json|\/asset\/))[^>]*>.*?<\/script>/gs, "")
    .replaceAll(/<link[^>]*rel="(?:preload|expect)"[^>]*>/g, "")
    .replaceAll(/<!--.*?-->/gs, "");
}

function alike(what: string, own: string, other: string, measured: string): Line {
  const share = Buffer.byteLength(other) / Buffer.byteLength(own);
  return { part: "pages", what, measured, ratio: share, target: `within ${ALIKE * 100} %`, met: Math.abs(share - 1) <= ALIKE };
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
  return `${around(one)} and ${around(other)}`;
}

function compress(body: Uint8Array, quality: number): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

function words(one: Measured): string {
  return `${Math.round(median(one.rate))} requests/s, ${median(one.cpu).toFixed(2)} ms`;
}

function kilobytes(body: string | Uint8Array): string {
  return `${((typeof body === "string" ? Buffer.byteLength(body) : body.length) / 1000).toFixed(1)} kB`;
}
