/*
 * The worker that answers with kept pages when there is no connection. It is registered only for readers who asked for copies
 * (island/offline.ts), keeps nothing by itself, and asks the network first every time.
 */

/** What a worker hears about a request of a page that it serves. */
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The same name as in island/offline.ts. */
const NAME = "atlas-offline";

addEventListener("fetch", (event) => {
  const asked = event as Asked;
  const { method, url } = asked.request;
  if (method === "GET" && new URL(url).origin === location.origin) asked.respondWith(answer(asked.request));
});

async function answer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const copies = await caches.open(NAME);
    const kept = await copies.match(request.url, { ignoreVary: true });
    if (kept) return marked(kept, "x-line", 200);
    const { pathname } = new URL(request.url);
    const list = request.mode === "navigate" && (await listIn(copies, pathname.split("/")[1] ?? ""));
    return list ? marked(list, "x-lacking", 503) : Response.error();
  }
}

/** The kept page that lists what is kept, in this language or else in another. */
async function listIn(copies: Cache, locale: string): Promise<Response | undefined> {
  const lists = (await copies.keys()).filter(({ url }) => /^\/[a-z]+\/offline$/.test(new URL(url).pathname));
  const list = lists.find(({ url }) => new URL(url).pathname === `/${locale}/offline`) ?? lists[0];
  return list && copies.match(list);
}

/** A kept page with a line on top that says so. */
async function marked(kept: Response, line: string, status: number): Promise<Response> {
  const words = kept.headers.get(line);
  if (words === null) return kept;
  const text = decodeURIComponent(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const html = (await kept.text()).replace(/<main[^>]*>/, (start) => `${start}<p class="doubt" role="status">${text}</p>`);
  return new Response(html, { status, headers: kept.headers });
}

export {};
