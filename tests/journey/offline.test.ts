import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "./browser.ts";

/*
 * The reader's connection runs through a server of the test, so that it can be cut: what the browser calls offline does not
 * reach its workers everywhere.
 */
let browser: Browser;
let line: Server;
let port = 0;

function connect(at: number): Promise<void> {
  line = createServer((asked, answer) => {
    const passed = request(inject("site") + asked.url, { method: asked.method, headers: asked.headers }, (found) => {
      answer.writeHead(found.statusCode ?? 500, found.headers);
      found.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  return new Promise((resolve) => line.listen(at, "127.0.0.1", () => resolve()));
}

function cut(): Promise<void> {
  line.closeAllConnections();
  return new Promise((resolve) => line.close(() => resolve()));
}

beforeAll(async () => {
  await connect(0);
  port = (line.address() as AddressInfo).port;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await cut();
});

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Workers, stores and everything else that a page can leave on a device. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    stores: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    other: localStorage.length + sessionStorage.length + document.cookie.length,
  }));
const NOTHING = { workers: 0, stores: [], databases: 0, other: 0 };

test("a page is kept on request, read without a connection, and deleted without trace", async () => {
  const page = await open("/en/offline?place=BR");
  expect(await left(page)).toEqual(NOTHING);
  const status = page.locator("atlas-offline [role=status]");
  await page.getByRole("button", { name: "Keep the chosen pages on this device" }).click();
  expect(await status.innerText()).toBe("No page is chosen.");
  expect(await left(page)).toEqual(NOTHING);
  await page.check('input[value="/en/jurisdictions/BR"]');
  await page.fill("#f-also", "https://elsewhere.example/en/glossary");
  await page.getByRole("button", { name: "Keep the chosen pages on this device" }).click();
  expect(await status.innerText()).toMatch(/^This is not the address/);
  await page.fill("#f-also", "/en/glossary#hotline");
  await page.getByRole("button", { name: "Keep the chosen pages on this device" }).click();
  await status.filter({ hasText: "The pages are kept." }).waitFor();
  const rows = await page.locator("atlas-offline tbody tr").allInnerTexts();
  expect(rows).toHaveLength(4);
  expect(rows.join("\n")).toMatch(/Brazil[^\n]*\s.*20\d\d[^\n]*\s*\d+ kB/);
  expect(await left(page)).toMatchObject({ workers: 1, stores: ["atlas-offline"], databases: 0, other: 0 });

  await cut();
  await page.goto("/en/jurisdictions/BR");
  expect(await page.locator("h1").innerText()).toBe("Brazil");
  expect(await page.locator("main > [role=status]").innerText()).toMatch(/no connection\. This copy was kept on .*20\d\d/);
  // The style is there: without it the header would have no colour of its own.
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("header.top") as Element).display)).toBe("grid");
  await page.goto("/en/questions/def-csam");
  expect(await page.locator("main > [role=status]").innerText()).toMatch(/is not kept on this device/);
  await page
    .getByRole("link", { name: /^Glossary/ })
    .first()
    .click();
  expect(await page.locator("h1").innerText()).toBe("Glossary");

  await page.goto("/en/offline");
  await page.getByRole("button", { name: "Delete everything that is kept" }).click();
  await status.filter({ hasText: "has been deleted" }).waitFor();
  expect(await left(page)).toEqual(NOTHING);
  await expect(page.goto("/en/jurisdictions/BR")).rejects.toThrow(/ERR_CONNECTION/);
  await connect(port);
  const after = await page.context().newPage();
  await after.goto("/en/jurisdictions/BR");
  expect(await after.locator("main > [role=status]").count()).toBe(0);
  await page.context().close();
});

test("without script the page says that it needs it, and offers the pages of a place all the same", async () => {
  const page = await open("/fr/offline", { javaScriptEnabled: false });
  expect(await page.locator("atlas-offline").innerText()).toMatch(/demande un script/);
  await page.selectOption("#f-place", "BR");
  await page.locator("form.filter button").click();
  expect(page.url()).toContain("place=BR");
  await page.context().close();
});

test("the worker may answer for the whole site and is asked for anew each time", async () => {
  const answer = await fetch(`${inject("site")}/offline.js`);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "service-worker-allowed": "/",
    "cache-control": "no-cache",
    "content-type": "text/javascript; charset=utf-8",
  });
  expect(answer.headers.get("content-security-policy")).toContain("worker-src 'self'");
});
