import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { inject } from "vitest";

/** Flags under which Chromium runs as root and asks nobody else for anything. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser that `npm test` found. */
export function openBrowser(): Promise<Browser> {
  const path = process.env["CHROME_PATH"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath: path, args: FLAGS });
}

/** A window on the site. Requests to anywhere else are collected in `strangers`. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; strangers: string[] }> {
  const base = inject("site");
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 }, ...options });
  const strangers: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) strangers.push(request.url());
  });
  return { context, strangers };
}
