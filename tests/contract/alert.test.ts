import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SiteLocale } from "../../src/domain/locale.ts";
import type { Desk } from "../../src/store/desk/desk.ts";
import { openText } from "../../src/store/desk/letter.ts";
import { manageLink, unsubscribeLink } from "../../src/store/desk/link.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { makeGuard } from "../../src/web/guard.ts";
import { translator } from "../../src/web/message/translate.ts";
import { confirmPage, confirmPost } from "../../src/web/page/alert/confirm.tsx";
import { managePage, managePost } from "../../src/web/page/alert/manage.tsx";
import { alertPage, alertPost } from "../../src/web/page/alert/page.tsx";
import { unsubscribePage, unsubscribePost } from "../../src/web/page/alert/unsubscribe.tsx";
import { makeSite } from "../../src/web/site.ts";
import type { Route } from "../../src/web/visit.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { smallRecord } from "../setup/record.ts";

const ROUTES: readonly Route[] = [
  { path: "/alerts", page: alertPage, post: alertPost },
  { path: "/alerts/confirm", page: confirmPage, post: confirmPost },
  { path: "/alerts/manage", page: managePage, post: managePost },
  { path: "/alerts/unsubscribe", page: unsubscribePage, post: unsubscribePost, anyone: true },
];
const ORIGIN = "https://atlas.example";
const A = "a@example.org";
const seal = sealWith("a secret of a site that is used in tests only");
const assets = { style: "", script: "", sprite: "", places: {}, files: new Map(), methods: async () => [] };

let database: TestDatabase;
let desk: Desk;
let statements = 0;
let now = new Date();
let site: ReturnType<typeof makeSite>;
let silent: ReturnType<typeof makeSite>;
beforeAll(async () => {
  database = await makeDatabase();
  const store = await database.open();
  await store.publish(smallRecord(), { role: "release", reason: "First load", kind: "release", digest: "" });
  const plain = store.desk(seal);
  const counted = ({ all }: Desk["sql"]): Desk["sql"] => ({
    all: (statement, values) => {
      statements += 1;
      return all(statement, values);
    },
  });
  desk = { seal, sql: counted(plain.sql), transaction: (work) => plain.transaction((tx) => work({ ...tx, ...counted(tx) })) };
  const made = (mail: boolean): ReturnType<typeof makeSite> =>
    makeSite({
      reader: store.reader,
      clock: () => now,
      resources: [],
      version: "0",
      routes: ROUTES,
      assets,
      origin: ORIGIN,
      words: translator,
      find: async () => ({
        total: 0,
        hits: [],
        facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() },
        places: [],
        corrected: [],
        words: [],
      }),
      suggest: () => [],
      part: mail ? { desk, guard: makeGuard(desk), mail } : null,
      ready: async () => true,
      report: (error) => {
        throw error;
      },
    });
  site = made(true);
  silent = made(false);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await desk.sql.all("TRUNCATE desk.person, desk.watch, desk.token, desk.mail, desk.tally, desk.spent, desk.notice, desk.waiting RESTART IDENTITY");
});

async function get(path: string, on = site): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await on.request(`${ORIGIN}${path}`);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = { "sec-fetch-site": "same-origin" }) {
  const body = new URLSearchParams(fields);
  const answer = await site.request(`${ORIGIN}${path}`, { method: "POST", body, headers });
  return { status: answer.status, text: await answer.text() };
}

const wait = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000);
};
const stampIn = (text: string): string => /name="stamp" value="([^"]+)"/.exec(text)?.[1] ?? "";
const without = (text: string): string => text.replace(/value="[\w.-]{40,}"|data-on="[^"]*"/g, "");

/** Fills the form in as a person would. */
async function signUp(fields: Readonly<Record<string, string>> = {}, locale: SiteLocale = "en") {
  const form = await get(`/${locale}/alerts?place=BR`);
  wait(5);
  return post(`/${locale}/alerts`, { place: "BR", rhythm: "daily", language: locale, address: A, stamp: stampIn(form.text), work: "", website: "", ...fields });
}

const mails = () => desk.sql.all<{ kind: string; said: { link?: string }; address: Uint8Array }>("SELECT kind, said, address FROM desk.mail ORDER BY id");

async function confirmed(fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await signUp(fields);
  const link = openText(seal, (await mails()).findLast((one) => one.kind === "confirm")?.said.link ?? "");
  await post("/en/alerts/confirm", { token: new URL(link).searchParams.get("token") ?? "" });
}

const holder = { id: 1, epoch: 1, locale: "en" } as const;

describe("signing up", () => {
  test("the page says what would be watched and what that would have given, and is kept by nobody", async () => {
    const page = await get("/en/alerts?place=FR&topic=law");
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.text).toMatch(/Place: <strong><a href="\/en\/jurisdictions\/FR">/);
    expect(page.text).toMatch(/type="email"[^>]*autocomplete="email"/);
    expect((await get("/en/alerts")).text).not.toContain('name="address"');
    expect((await get("/en/alerts?place=XX")).status).toBe(400);
  });

  test("without mail it says so, offers feeds, and takes nothing", async () => {
    const page = await get("/en/alerts?place=BR", silent);
    expect(page.text).toContain("This site sends no mail");
    expect(page.text).toContain("/api/updates.atom?");
    expect(page.text).not.toContain('name="address"');
    for (const path of ["confirm?token=x", "manage", "manage?sign=x", "unsubscribe?sign=x"])
      expect((await get(`/en/alerts/${path}`, silent)).text).toContain("This site sends no mail");
    const sent = await silent.request(`${ORIGIN}/en/alerts`, { method: "POST", body: new URLSearchParams({ place: "BR", address: A }) });
    expect([sent.status, await mails()]).toEqual([200, []]);
  });

  test("answer and work are the same for unknown, waiting, confirmed and overrun addresses", async () => {
    const answers: string[] = [];
    const work: number[] = [];
    const once = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      const form = await get("/en/alerts?place=BR");
      wait(5);
      const before = statements;
      const answer = await post("/en/alerts", { place: "BR", address: A, stamp: stampIn(form.text), ...fields });
      work.push(statements - before);
      answers.push(`${answer.status} ${answer.text}`);
    };
    await once({});
    const first = work[0];
    await once({});
    await confirmed();
    for (let time = 0; time < 4; time += 1) await once({});
    await once({ address: "b@example.org" });
    for (const one of answers) expect(one).toBe(answers[0]);
    // The first form of an hour clears old counts away, whoever sends it.
    expect(work.slice(1)).toEqual(work.slice(1).map(() => (first ?? 0) - 2));
    expect((await mails()).map((one) => one.kind)).toEqual(["confirm", "confirm", "confirm", "known", "confirm"]);
    const asked: string[] = [];
    const counted: number[] = [];
    for (const address of ["b@example.org", "nobody@example.org", A, "c@example.org"]) {
      const form = await get("/en/alerts/manage");
      wait(5);
      const before = statements;
      const answer = await post("/en/alerts/manage", { address, stamp: stampIn(form.text) });
      counted.push(statements - before);
      asked.push(answer.text.replaceAll("/alerts/manage", "/alerts"));
    }
    for (const one of asked) expect(one).toBe(asked[0]);
    expect(new Set(counted.slice(1)).size).toBe(1);
  });

  test("a form that cannot be taken comes back as it was filled in, with what to do", async () => {
    const wrong = await signUp({ address: "nobody", rhythm: "weekly", recodings: "yes" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/value="nobody"[^>]*aria-invalid="true"[^>]*aria-describedby="e-address a-note"/);
    expect(wrong.text).toMatch(/<option value="weekly" selected/);
    expect(wrong.text).toMatch(/name="recodings" value="yes" checked/);
    expect((await signUp({ stamp: "x" })).status).toBe(400);
    expect((await signUp({ website: "x" })).status).toBe(400);
    expect((await signUp({ place: "" })).status).toBe(400);
    expect(await mails()).toEqual([]);
  });

  test("nothing that is sent becomes a line of a mail, a tag of a page or part of an address", async () => {
    const evil = '"><script>alert(1)</script>';
    for (const address of [`a@example.org\r\nBcc: b@example.org`, `a@example.org, b@example.org`, `${evil}@example.org`, `a@example.org${evil}`]) {
      const answer = await signUp({ address });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("<script>alert");
    }
    for (const name of ["place", "topic", "question", "instrument", "kind", "q", "rhythm", "language", "recodings", "broad"]) {
      expect((await signUp({ [name]: evil, address: "x" })).text).not.toContain("<script>alert");
      expect((await get(`/ar/alerts?${new URLSearchParams({ [name]: evil })}`)).text).not.toContain("<script>alert");
    }
    expect(await mails()).toEqual([]);
    // Links of the frame do not repeat what was filled in.
    const arabic = await signUp({ address: "x@nowhere" }, "ar");
    expect(arabic.text.match(/href="[^"]*nowhere/g)).toBeNull();
  });
});

describe("links", () => {
  test("opening the link changes nothing, the button confirms once, and used, late and forged links are answered alike", async () => {
    await signUp({ language: "fr" });
    const link = openText(seal, (await mails())[0]?.said.link ?? "");
    expect(link).toMatch(/^https:\/\/atlas\.example\/fr\/alerts\/confirm\?token=/);
    const token = new URL(link).searchParams.get("token") ?? "";
    for (let look = 0; look < 3; look += 1) expect((await get(`/en/alerts/confirm?token=${token}`)).text).toContain("Yes, send me these alerts");
    expect((await get(manage())).status).toBe(404);
    const done = await post("/en/alerts/confirm", { token });
    expect(done.text).toContain("Your alerts are confirmed");
    const own = /href="(\/en\/alerts\/manage\?[^"]+)"/.exec(done.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await get(own)).text).toContain('/jurisdictions/BR"');
    const answers = [
      await post("/en/alerts/confirm", { token }),
      await post("/en/alerts/confirm", { token: "x".repeat(32) }),
      await post("/en/alerts/confirm", {}),
    ];
    await signUp({ place: "FR" });
    const late = new URL(openText(seal, (await mails())[1]?.said.link ?? "")).searchParams.get("token") ?? "";
    wait(49 * 3600);
    answers.push(await post("/en/alerts/confirm", { token: late }));
    for (const one of answers) expect([one.status, without(one.text)]).toEqual([404, without(answers[0]?.text ?? "")]);
    expect(await desk.sql.all("SELECT query FROM desk.watch WHERE confirmed IS NOT NULL")).toEqual([{ query: "place=BR" }]);
  });

  const manage = (): string => manageLink(seal, "", holder, now);

  test("the list shows no address, is changed by its link alone, and a forged or old link leads to a new one", async () => {
    await confirmed();
    await confirmed({ place: "FR" });
    const list = await get(manage());
    expect(list.text).not.toContain('example.org"');
    expect(list.text.match(/<fieldset>/g)).toHaveLength(2);
    const saved = await post(manage(), { rhythm: "weekly", language: "ar", recodings: "1", end: "2" });
    expect(saved.text).toContain("Saved.");
    expect(await desk.sql.all("SELECT locale, rhythm FROM desk.person")).toEqual([{ locale: "ar", rhythm: "weekly" }]);
    expect(await desk.sql.all("SELECT query, recodings FROM desk.watch")).toEqual([{ query: "place=BR", recodings: true }]);
    for (const bad of [
      manage().replace("person=1", "person=2"),
      manage().replace("until=", "until=9"),
      `${manage()}x`,
      unsubscribeLink(seal, "", holder, now).replace("unsubscribe", "manage"),
    ]) {
      expect((await get(bad)).status).toBe(404);
      expect((await post(bad, { act: "forget" })).status).toBe(404);
    }
    const old = manage();
    wait(32 * 86_400);
    expect((await get(old)).text).toContain('action="/en/alerts/manage"');
    const gone = await post(manage(), { act: "forget" });
    expect(gone.text).toContain("You will get no more of these letters");
    for (const table of ["person", "watch", "token", "mail"]) expect(await desk.sql.all(`SELECT * FROM desk.${table}`)).toEqual([]);
  });

  test("one click of a mail program ends all alerts: no cookie, no origin or any, either kind of form; only at this address", async () => {
    const link = (): string => unsubscribeLink(seal, "", holder, now);
    await confirmed();
    expect((await get(link())).text).toMatch(/<form method="post" action="\/en\/alerts\/unsubscribe\?/);
    expect(await desk.sql.all("SELECT id FROM desk.person")).toHaveLength(1);
    expect((await post(link().replace("sign=", "sign=x"), {}, {})).status).toBe(404);
    expect((await post(manage(), { act: "forget" }, { origin: "https://mail.example" })).status).toBe(403);
    expect((await post("/en/alerts", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await desk.sql.all("SELECT id FROM desk.person")).toHaveLength(1);
    const clicked = await post(link(), { "List-Unsubscribe": "One-Click" }, {});
    expect(clicked.status).toBe(200);
    expect(await desk.sql.all("SELECT id FROM desk.person")).toEqual([]);
    const again = await post(link(), { "List-Unsubscribe": "One-Click" }, { origin: "https://mail.example", "sec-fetch-site": "cross-site" });
    expect(again).toEqual(clicked);
    const parts = new FormData();
    parts.set("List-Unsubscribe", "One-Click");
    expect((await site.request(`${ORIGIN}${link()}`, { method: "POST", body: parts })).status).toBe(200);
  });
});
