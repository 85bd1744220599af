import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { feedbackVerb } from "../../src/cli/feedback.ts";
import { decideFeedback, listFeedback } from "../../src/store/desk/feedback.ts";
import { manageLink, unsubscribeLink } from "../../src/store/desk/link.ts";
import { FORMS, type OpenForm, type OpenSite, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.database.drop());

const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
const ADDRESS = "a@example.org";
/** What the site's own pages hold of script. */
const OWN = /<script type="(?:module" src="\/s\.js"|application\/ld\+json")[^>]*>/g;
/** What a browser would run of a page. Values of attributes are text: what breaks out of one stands outside of the quotes. */
const live = (html: string): string[] =>
  html.match(/(?:href|src|action)="\s*javascript:/gi) ??
  html
    .replace(OWN, "")
    .replace(/="[^"]*"/g, "")
    .match(/<script|<img|<\w[^>]*\son\w+=/gi) ??
  [];

let hour = 0;
/** Each time from another address in another hour, so that no limit stands in the way. */
const post = (form: OpenForm, fields: Readonly<Record<string, string>>) => {
  hour += 1;
  site.now += 3_600_000;
  return site.post(form.path, { stamp: site.stamp(form.name), ...form.fields, ...fields }, `192.0.2.${hour % 250}`);
};

test("script in any field comes back as text, whether the form is taken or shown again", async () => {
  for (const form of FORMS)
    for (const field of [...Object.keys(form.fields), "stamp", "work", "website", "lang", "recodings", "broad", "q", "shown"]) {
      const { html, status } = await post(form, { [field]: SCRIPT });
      expect([form.name, field, live(html), status < 500]).toEqual([form.name, field, [], true]);
    }
  for (const path of ["/en/feedback?page=", "/en/alerts?place=", "/en/alerts?q=", "/en/alerts/confirm?token=", "/en/alerts/manage?sign=", "/en/corrections?x="])
    expect([path, live((await site.get(`${path}${encodeURIComponent(SCRIPT)}`)).html)]).toEqual([path, []]);
  expect(live((await site.get("/en/feedback?page=javascript:alert(1)")).html)).toEqual([]);
});

test("the sender's words are nowhere on the site; an editor's are text there, in the log and in its downloads", async () => {
  const form = FORMS[0] as OpenForm;
  await post(form, { what: `Secret words ${SCRIPT}`, suggested: "secret too", source: "https://secret.example/x" });
  const [open] = (await listFeedback(site.desk.sql, "open")).slice(-1);
  for (const path of ["/en/corrections", "/api/corrections", "/api/corrections.csv"]) {
    const { html, status } = await site.get(path);
    expect([status, /secret/i.test(html), html.includes(ADDRESS), html.includes(open?.reference ?? "?")]).toEqual([200, false, false, false]);
  }
  const { etag } = await site.get("/api/corrections");
  const decided = { state: "accepted", summary: `Asked ${SCRIPT}`, decision: `Done ${SCRIPT}`, revision: 1 } as const;
  await decideFeedback(site.desk, open?.reference ?? "", decided, new Date(site.now));
  // Who asks again learns of the decision, although the record has no new revision.
  expect(["", etag]).not.toContain((await site.get("/api/corrections")).etag);
  const { html } = await site.get("/en/corrections");
  expect(live(html)).toEqual([]);
  for (const words of [open?.reference, "Question def-csam?", "Accepted", "/en/history?changeset=1", "&lt;script&gt;"]) expect(html).toContain(words);
  expect(/secret/i.test(html)).toBe(false);
  const [mail] = await site.desk.sql.all<{ kind: string; said: object }>("SELECT kind, said FROM desk.mail WHERE kind = 'answer'");
  expect(JSON.stringify(mail?.said)).not.toMatch(/secret/i);
  const [row] = await site.desk.sql.all<{ address: unknown }>("SELECT address FROM desk.feedback WHERE reference = $1", [open?.reference]);
  expect(row?.address).toBe(null);
});

test("the command line shows what was sent without steering the terminal, and no address", async () => {
  const form = FORMS[0] as OpenForm;
  await post(form, { what: "\u001b[2J\u009b31mred\u0007\nstate     accepted\u202etxet", suggested: "\u001b]0;title\u0007" });
  vi.stubEnv("DATABASE_URL", site.database.url);
  vi.stubEnv("ATLAS_SECRET", "a secret of a site that is used in tests only");
  let said = "";
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    const [last] = (await listFeedback(site.desk.sql, "open")).slice(-1);
    for (const parameters of [["list"], ["list", "--json"], ["show", last?.reference ?? ""], ["show", last?.reference ?? "", "--json"]]) {
      const program = new Command().exitOverride();
      feedbackVerb(program);
      await program.parseAsync(["feedback", ...parameters], { from: "user" });
    }
  } finally {
    out.mockRestore();
    vi.unstubAllEnvs();
  }
  expect(said).toContain("the sender waits for an answer by mail");
  expect(said).toContain("state      open");
  expect(said.match(/(?!\n)[\p{Cc}\u202a-\u202e]/gu)).toBe(null);
  expect(said.split("\n").filter((line) => line.startsWith("state "))).toEqual(["state      open"]);
  expect(said).not.toContain(ADDRESS);
});

test("nothing that could become a line of a mail's head is taken for an address, and no mail waits because of it", async () => {
  const before = await site.count("mail");
  for (const form of FORMS)
    for (const address of [
      "a@example.org\r\nBcc: b@example.org",
      "a@example.org\nBcc: b@example.org",
      "a@example.org, b@example.org",
      "a@example.org;b@example.org",
      "A <a@example.org>",
      "a@example.org%0d%0aBcc: b@example.org",
      "a@exam\u0000ple.org",
      `"a\r\nBcc: b"@example.org`,
      "@example.org",
      "a@localhost",
    ])
      expect([form.name, address, (await post(form, { [form.address]: address })).status]).toEqual([form.name, address, 400]);
  expect(await site.count("mail")).toBe(before);
  const { status } = await post(FORMS[0] as OpenForm, { page: "/en/about\r\nset-cookie: a=b" });
  expect(status).toBe(400);
});

test("a link that is forged, of another purpose, expired or used confirms nothing", async () => {
  const [alert, sign] = FORMS.slice(1) as [OpenForm, OpenForm];
  for (const form of [alert, sign]) {
    const before = await site.links();
    await post(form, { [form.address]: `link-${form.name}@example.org` });
    const [link = ""] = (await site.links()).slice(before.length);
    const { pathname, searchParams } = new URL(link);
    const token = searchParams.get("token") ?? "";
    const confirmed = (): Promise<number> => site.count(form === alert ? "watch" : "signature", "confirmed IS NOT NULL");
    const none = await confirmed();
    const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [changed, "", "x", token.slice(1), SCRIPT]) expect((await site.post(pathname, { token: wrong })).status).not.toBe(200);
    // A token of one purpose is none of the other.
    await site.post(form === alert ? sign.path : "/en/alerts/confirm", { token });
    expect((await site.get(`${pathname}?token=${token}`)).status).toBe(200);
    expect(await confirmed()).toBe(none);
    site.now += 49 * 3_600_000;
    expect((await site.post(pathname, { token })).status).not.toBe(200);
    expect(await confirmed()).toBe(none);
    site.now -= 49 * 3_600_000;
    expect((await site.post(pathname, { token })).status).toBe(200);
    expect(await confirmed()).toBe(none + 1);
    expect((await site.post(pathname, { token })).status).not.toBe(200);
    expect(await confirmed()).toBe(none + 1);
  }
});

test("a signed link to somebody's alerts opens them, and no change of it opens those of another", async () => {
  const [person] = await site.desk.sql.all<{ id: number; epoch: number }>("SELECT id, epoch FROM desk.person WHERE confirmed IS NOT NULL");
  const holder = { id: person?.id ?? 0, epoch: person?.epoch ?? 0, locale: "en" } as const;
  for (const [make, days] of [
    [manageLink, 32],
    [unsubscribeLink, 402],
  ] as const) {
    const link = make(site.desk.seal, "", holder, new Date(site.now));
    expect((await site.get(link)).status).toBe(200);
    const { pathname, searchParams } = new URL(link, "https://atlas.example");
    const fields = Object.fromEntries(searchParams);
    for (const wrong of [
      { ...fields, person: String(holder.id + 1) },
      { ...fields, epoch: "2" },
      { ...fields, until: String(Number(fields["until"]) + 86_400) },
      { ...fields, watch: "1" },
      { ...fields, sign: `${fields["sign"]?.slice(0, -1)}~` },
      { ...fields, sign: "" },
    ]) {
      const { status } = await site.post(pathname, wrong);
      expect([wrong, status >= 400]).toEqual([wrong, true]);
    }
    site.now += days * 86_400_000;
    expect((await site.post(pathname, fields)).status).toBeGreaterThanOrEqual(400);
    site.now -= days * 86_400_000;
  }
  expect(await site.count("person", "confirmed IS NOT NULL")).toBe(1);
});

test("the answer does not tell whether an address is known", async () => {
  const bare = (html: string): string => html.replace(/name="stamp" value="[^"]*"|data-on="[^"]*"/g, "");
  for (const form of FORMS.slice(1)) {
    const known = await post(form, { [form.address]: `link-${form.name}@example.org` });
    const fresh = await post(form, { [form.address]: `nobody-${form.name}@example.org` });
    expect([known.status, bare(known.html)]).toEqual([fresh.status, bare(fresh.html)]);
  }
  const link = { path: "/en/alerts/manage", name: "alert-link", fields: {}, address: "address", table: "person" };
  const [known, fresh] = [await post(link, { address: "link-alert@example.org" }), await post(link, { address: "nobody@example.org" })];
  expect([known.status, bare(known.html)]).toEqual([200, bare(fresh.html)]);
});
