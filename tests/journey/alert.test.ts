import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { direction, type SiteLocale } from "../../src/domain/locale.ts";
import { notifyProjection } from "../../src/notify/match.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { type OwnServer, openServer } from "../../src/store/server/server.ts";
import { coding, smallRecord } from "../setup/record.ts";
import { openBrowser } from "./browser.ts";

/** How long anything may take, in milliseconds. */
const PATIENCE = 30_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOCALES = ["en", "ar"] as const satisfies readonly SiteLocale[];

let folder: string;
let database: OwnServer;
let store: Store;
let smtp: SMTPServer;
let child: ChildProcess;
let origin: string;
let browser: Browser;
/** What was delivered, by the address that it went to. */
const mailbox = new Map<string, Email[]>();

/** A site with a small record and a mail server of the test, so that both can be looked into. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-alert-"));
  database = await openServer({ folder });
  store = await openStore({ databaseUrl: database.url, dir: folder, projections: [notifyProjection], connections: 4 });
  await store.publish(smallRecord(), { role: "release", reason: "First load", kind: "release", digest: "" });
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(parts));
        for (const { address } of session.envelope.rcptTo) mailbox.set(address, [...(mailbox.get(address) ?? []), mail]);
        done();
      });
    },
  });
  const mailPort = await portOf(smtp.listen(0, "127.0.0.1"));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, [fileURLToPath(new URL("../../dist/atlas.js", import.meta.url)), "serve", "--no-load"], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      ATLAS_DIR: folder,
      ATLAS_SECRET: "a secret of a site that is used in tests only",
      ATLAS_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      ATLAS_MAIL_FROM: "Safeguard Atlas <alerts@atlas.example>",
      ORIGIN: origin,
      PORT: String(port),
      HOST: "127.0.0.1",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  await until(
    () => said.includes("ready:"),
    () => `The site was not ready. It said:\n${said}`,
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  if (child) {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
  }
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await store.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

function portOf(server: { address(): unknown; once(event: "listening", then: () => void): unknown }): Promise<number> {
  return new Promise((resolve) => server.once("listening", () => resolve((server.address() as { port: number }).port)));
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server.listen(0, "127.0.0.1"));
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until<Found>(look: () => Found, otherwise: () => string): Promise<NonNullable<Found>> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(otherwise());
}

const mail = (address: string, index: number): Promise<Email> =>
  until(
    () => mailbox.get(address)?.[index],
    () => `No mail ${index + 1} came to ${address}.`,
  );

/** An address of this site in a mail. */
function linkIn(email: Email, path: string): string {
  const found = email.text?.match(new RegExp(`${origin}/\\w+/alerts/${path}\\?[^\\s>)]+`))?.[0];
  expect(found, email.text).toBeDefined();
  return found ?? "";
}

/** Somebody who looks at the site without script, and beside it a page where the checker can run. */
interface Reader {
  readonly locale: SiteLocale;
  readonly address: string;
  readonly page: Page;
  readonly copy: Page;
}

/** The same page once more where script runs, for the checker; of pages that differ in their words alone, only those in the first language. */
async function checked({ page, copy, locale }: Reader, both = true): Promise<void> {
  if (!both && locale !== LOCALES[0]) return;
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await copy.goto(page.url());
  await copy.evaluate(axe.source);
  const seen = await copy.evaluate(async (tags) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    const { documentElement: root } = document;
    return {
      violations: violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
      overflow: Math.max(0, root.scrollWidth - root.clientWidth),
      dir: root.dir,
    };
  }, TAGS);
  expect(seen, page.url()).toEqual({ violations: [], overflow: 0, dir: direction(locale) });
  await copy.unroute(page.url());
}

/** From the page of a place to alerts that are confirmed. */
async function signUp(reader: Reader): Promise<void> {
  const { page, locale, address } = reader;
  await page.goto(`/${locale}/jurisdictions/BR`);
  await page.locator("p.follow a").first().click();
  expect(page.url()).toBe(`${origin}/${locale}/alerts?place=BR`);
  await page.selectOption("#a-rhythm", "at-once");
  await page.fill("#a-address", "not an address");
  // The browser itself refuses what is no address; the site does so too.
  await page.locator("#a-address").evaluate((field) => field.setAttribute("type", "text"));
  await page.locator("main form[method=post] button").click();
  expect(await page.locator("#e-address").isVisible()).toBe(true);
  expect(await page.locator("#a-rhythm").inputValue()).toBe("at-once");
  await checked(reader);
  await page.fill("#a-address", address);
  // A form that comes back faster than a person can fill it in is not taken.
  await page.waitForTimeout(3100);
  await page.locator("main form[method=post] button").click();
  await page.locator("main [role=status] h1").waitFor();
  await checked(reader, false);
  const letter = await mail(address, 0);
  expect(letter.to?.map((one) => one.address)).toEqual([address]);
  expect(letter.html).toContain(`dir="${direction(locale)}"`);
  await page.goto(linkIn(letter, "confirm"));
  await checked(reader);
  await page.locator("main form[method=post] button").click();
  await page.locator("main [role=status] h1").waitFor();
  await checked(reader, false);
  await page.goto(linkIn(letter, "confirm"));
  expect(await page.locator("#a-address").isVisible()).toBe(true);
  await checked(reader, false);
}

/** What a change of the law sends, and how it is ended. */
async function hear(reader: Reader): Promise<void> {
  const { page, locale, address } = reader;
  const digest = await mail(address, 1);
  const header = (name: string): string => digest.headers.find((one) => one.key === name)?.value ?? "";
  expect(header("content-language")).toBe(locale);
  expect(digest.text).toContain("/jurisdictions/BR");
  await page.goto(linkIn(digest, "manage"));
  expect(await page.locator("main").innerText()).not.toContain(address);
  await page.selectOption("#a-rhythm", "weekly");
  await page.locator("main fieldset input[name=recodings]").check();
  await page.locator("main form button").first().click();
  expect(await page.locator("#a-rhythm").inputValue()).toBe("weekly");
  expect(await page.locator("main fieldset input[name=recodings]").isChecked()).toBe(true);
  await checked(reader);
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const link = /<(http[^>]+)>/.exec(header("list-unsubscribe"))?.[1] ?? "";
  await page.goto(link);
  await checked(reader, false);
  // What a mail program sends: no cookie, no origin.
  const clicked = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  expect(clicked.status).toBe(200);
  expect((await page.goto(linkIn(digest, "manage")))?.status()).toBe(404);
}

test("from a page to an alert, its confirmation, the letter about an amendment, the list and one click that ends it, without script", async () => {
  const readers = await Promise.all(
    LOCALES.map(async (locale): Promise<Reader> => {
      const scripted = await browser.newContext({ baseURL: origin, bypassCSP: true, viewport: { width: 320, height: 640 } });
      const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
      return { locale, address: `${locale}@example.org`, page: await context.newPage(), copy: await scripted.newPage() };
    }),
  );
  await Promise.all(readers.map(signUp));
  await store.publish(
    [coding({ id: "br-def-csam", to: "2026-10-31" }), coding({ id: "br-def-csam-new", answer: "no", from: "2026-11-01", change: "amendment" })],
    { role: "editor", reason: "The law changed", kind: "amendment", digest: "" },
  );
  await Promise.all(readers.map(hear));
  expect(await store.sql.all("SELECT id FROM desk.person")).toEqual([]);
  expect([...mailbox.values()].map((one) => one.length)).toEqual([2, 2]);
});
