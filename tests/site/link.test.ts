import { beforeAll, expect, inject, test } from "vitest";
import { SITE_LOCALES } from "../../src/domain/locale.ts";
import { attributes } from "./html.ts";
import { ask } from "./read.ts";

/** How many requests are under way at once. */
const AT_ONCE = 8;
/** How long all of them may take, in milliseconds: a busy machine needs several times as long as an idle one. */
const PATIENCE = 400_000;
/** Far more addresses than the site has: a link that multiplies without end is a fault too. */
const MOST = 20_000;

/** Downloads of which there is one for every search and place that is linked: one in so many is asked for. */
const MANY = /^\/api\/(?:search|services|survivors)\.(?:csv|json)\?(?!lang=)/;
const SHARE = 5;

/**
 * Every record has a history, every page a past on every day and at every revision, every place a brief for every position,
 * every series a view in the explorer, every place a time line, a page beside the positions, comparisons, services and searches,
 * every question a curve: one in so many is asked for. Those that a browser prints are slower by far. Pages of places are all
 * asked for, of their downloads one in four: the JSON of each is read by the tests of the API.
 */
const VAST: ReadonlyArray<readonly [RegExp, share: number]> = [
  [/\/brief\.pdf\?/, 2000],
  [/\/feedback\?/, 500],
  [/\/alerts\?/, 40],
  [/\/figures[.?/]/, 10],
  [/\/jurisdictions\/[A-Z-]+\/positions\?/, 40],
  [/^\/[a-z]+\/(?:compare|search|services|survivors|offline)\?/, 6],
  [/^\/api\/jurisdictions\/[A-Z-]+\.(?:csv|json)/, 4],
  [
    /\/jurisdictions\/[A-Z-]+\/(?:timeline|positions)|\/questions\/[^/?]+\/adoption|\/api\/(?:timelines|alignments|adoption|asks)\/|\/positions\/[^/?]+\/[^/?]+$/,
    8,
  ],
  [/^\/api\/(?:changes|testimony|updates)\.(?:atom|rss|feed\.json)\?/, 20],
  [/\/(?:history|brief|figures|event-study)[.?]|\?position=|[?&](?:at|known)=/, 50],
];
/**
 * A page in another language differs from the English one in its words: one in so many is asked for, and in one of the other
 * languages only. The text of its address says in which, so that it is the same at every run. That every type of page stands in
 * every language, valid and whole, is for the tests of pages.
 */
const FURTHER_SHARE = 5;
const FURTHER: readonly string[] = SITE_LOCALES.slice(1);
const PAGE = /^\/([a-z]{2})(?=[/?]|$)/;

/** A page of the past leads to the past of every other page: its links are not followed. */
const PAST = /[?&](?:at|known)=/;

/** One address as a reader meets it. */
interface Met {
  readonly status: number;
  /** Identifiers in the page or picture, one a line. */
  readonly ids: string;
}

const met = new Map<string, Met>();
/** The page on which an address was met first. */
const from = new Map<string, string>(SITE_LOCALES.map((locale) => [`/${locale}`, ""]));
const fragments = new Map<string, string>();
const absolute: string[] = [];

beforeAll(async () => {
  let many = 0;
  await crawl([...from.keys()], (address) => !isTwin(address) && (!MANY.test(address) || many++ % SHARE === 0));
  // Downloads of a page in another language differ in the language alone; those without an English twin are asked for too.
  await crawl(
    [...from.keys()].filter((address) => isTwin(address) && !MANY.test(address) && !from.has(address.replace(/lang=[a-z]+$/, "lang=en"))),
    () => false,
  );
}, PATIENCE);

const passed = new Set<string>();
const counted = VAST.map(() => 0);

/** Whether an address is one of those of which there are too many, and not the one in so many. Each is counted once. */
function passOver(address: string): boolean {
  const index = VAST.findIndex(([form]) => form.test(address));
  const [, share = 1] = VAST[index] ?? [];
  if (index < 0 || passed.has(address)) return index >= 0;
  const before = counted[index] ?? 0;
  counted[index] = before + 1;
  if (before % share === 0) return false;
  passed.add(address);
  return true;
}

const isTwin = (address: string): boolean => address.startsWith("/api/") && FURTHER.some((locale) => address.endsWith(`lang=${locale}`));

/** Whether a page is in another language than English, and not the one in so many. */
function isElsewhere(address: string): boolean {
  const locale = PAGE.exec(address)?.[1] ?? "";
  if (!FURTHER.includes(locale)) return false;
  let turn = 0;
  for (const letter of address.slice(3)) turn = (turn * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return turn % (FURTHER_SHARE * FURTHER.length) !== FURTHER.indexOf(locale);
}

async function crawl(start: readonly string[], wanted: (address: string) => boolean): Promise<void> {
  const queue = [...start];
  const follow = (address: string, page: string): void => {
    if (from.has(address) || from.size > MOST || PAST.test(page) || isElsewhere(address) || passOver(address)) return;
    from.set(address, page);
    if (wanted(address)) queue.push(address);
  };
  let working = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const address = queue.shift();
      if (address === undefined) {
        if (working === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
        continue;
      }
      working++;
      await visit(address, follow).finally(() => working--);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function visit(address: string, follow: (address: string, page: string) => void): Promise<void> {
  let answer = await ask(address);
  if (answer.status >= 300 && answer.status < 400) answer = await ask(answer.headers.get("location") ?? "");
  const type = answer.headers.get("content-type") ?? "";
  const page = type.startsWith("text/html");
  met.set(address, { status: answer.status, ids: page || type.startsWith("image/svg") ? `\n${attributes(answer.body, "id").join("\n")}\n` : "" });
  if (!page) return;
  // The head names the page itself and its other languages in full, as it must.
  const body = answer.body.slice(answer.body.indexOf("<body"));
  if (body.includes(`="${inject("site")}`)) absolute.push(address);
  const links = new Set([...attributes(answer.body, "href|src|action")]);
  for (const link of links) {
    const own = link.startsWith(inject("site")) ? link.slice(inject("site").length) : link;
    if (/^[a-z]+:/.test(own)) continue;
    const [path = "", place] = own.split("#", 2);
    const target = path === "" ? address : path.startsWith("?") ? address.replace(/\?.*$/, path) : path;
    if (!target.startsWith("/")) throw new Error(`${address} has a link that is relative to its folder: ${link}`);
    if (place && !PAST.test(address)) fragments.set(`${target}#${place}`, address);
    follow(target, address);
  }
}

test("every address that a page names is there", () => {
  const broken = [...met].filter(([, { status }]) => status !== 200).map(([address, { status }]) => `${status} ${address} on ${from.get(address)}`);
  expect(broken).toEqual([]);
  expect(from.size).toBeLessThan(MOST);
  expect(met.size).toBeGreaterThan(4000);
});

test("every place in a page or picture that is named is there", () => {
  const broken = [...fragments].filter(([link]) => {
    const [address = "", place = ""] = link.split("#");
    return met.has(address) && !met.get(address)?.ids.includes(`\n${decodeURIComponent(place)}\n`);
  });
  expect(broken.map(([link, page]) => `${link} on ${page}`)).toEqual([]);
  expect(fragments.size).toBeGreaterThan(2000);
});

test("links of the text are relative: a page works under any name", () => {
  expect(absolute).toEqual([]);
});

test("style, script, picture of the map and icon were among what was met", () => {
  const assets = [...met.keys()].filter((address) => !PAGE.test(address) && !address.startsWith("/api"));
  for (const asset of [/^\/asset\/style-.*\.css$/, /^\/asset\/atlas-.*\.js$/, /^\/asset\/map-.*\.svg$/, /^\/icon\.svg$/])
    expect(
      assets.filter((address) => asset.test(address)),
      String(asset),
    ).toHaveLength(1);
});
