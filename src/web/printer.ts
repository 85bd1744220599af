import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Makes a PDF of a page that stands for itself: styles inlined, no script, nothing to fetch. */
export interface Printer {
  /** Throws a PrinterProblem when no PDF came of it. */
  pdf(html: string): Promise<Uint8Array>;
}

/** Why no PDF was made: too many were asked for at once, it took too long, or the browser failed. */
export class PrinterProblem extends Error {
  readonly sort: "busy" | "late" | "failed";

  constructor(sort: PrinterProblem["sort"], message: string) {
    super(message);
    this.name = "PrinterProblem";
    this.sort = sort;
  }
}

/** Names under which browsers that can print without a window stand on a PATH. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome-headless-shell", "microsoft-edge"] as const;

/**
 * The browser to print with: the one that ATLAS_BROWSER names, or the first well-known one on the PATH; null when there is none.
 * ATLAS_BROWSER=none prints with none. A name that leads nowhere is not replaced by another browser.
 */
export async function findBrowser(env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const named = env["ATLAS_BROWSER"] ?? "";
  if (named === "none") return null;
  const folders = (env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  const wanted = named ? [named] : NAMES;
  const candidates = wanted.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  for (const path of candidates) if (await canRun(path)) return path;
  return null;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** How a browser is used for printing. */
export interface PrinterLimits {
  /** How long one PDF may take, in milliseconds. */
  readonly time?: number;
  /** How many are made at once. */
  readonly atOnce?: number;
  /** How many may wait for their turn; more are turned away. */
  readonly waiting?: number;
}

/** A printer that runs a browser without a window, each time with a profile of its own that is thrown away. */
export function browserPrinter(browser: string, limits: PrinterLimits = {}): Printer {
  const { time = 15_000, atOnce = 2, waiting = 8 } = limits;
  let running = 0;
  const queue: Array<() => void> = [];
  return {
    async pdf(html) {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw new PrinterProblem("busy", "Too many PDFs are being made at this moment.");
        // Whoever ends hands over its place, so `running` stays as it is.
        await new Promise<void>((resolve) => queue.push(resolve));
      } else running += 1;
      try {
        return await printOnce(browser, html, time);
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}

/** Every PDF begins with these bytes. */
const MAGIC = "%PDF";

async function printOnce(browser: string, html: string, time: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "atlas-print-"));
  try {
    const page = join(folder, "page.html");
    const target = join(folder, "page.pdf");
    await writeFile(page, html, { mode: 0o600 });
    await run(browser, [...FLAGS, `--user-data-dir=${join(folder, "profile")}`, `--print-to-pdf=${target}`, pathToFileURL(page).href], folder, time);
    const pdf = await readFile(target).catch(() => null);
    if (pdf?.subarray(0, MAGIC.length).toString("latin1") !== MAGIC) throw new PrinterProblem("failed", "The browser ended without a PDF.");
    return pdf;
  } finally {
    // A killed browser may still be writing its last files.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
  }
}

const FLAGS: readonly string[] = [
  "--headless",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  // The page holds everything it needs; nothing is looked up on its behalf.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-pdf-header-footer",
  // A browser refuses its sandbox to root. What it opens is one page of ours, without script.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Runs the browser to its end. It and its children are killed when the time is over. */
function run(browser: string, parameters: readonly string[], folder: string, time: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // Nothing of this program's environment (such as the address of a database) goes along.
    const env = { PATH: process.env["PATH"] ?? "", HOME: folder, TMPDIR: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
    const child = spawn(browser, parameters, { cwd: folder, env, stdio: "ignore", detached: process.platform !== "win32" });
    let late = false;
    const alarm = setTimeout(() => {
      late = true;
      kill(child.pid);
    }, time);
    child.once("error", (error) => {
      clearTimeout(alarm);
      reject(new PrinterProblem("failed", `The browser could not be started: ${error.message}`));
    });
    child.once("exit", (code, signal) => {
      clearTimeout(alarm);
      // Helpers of the browser that outlive it would keep its profile in use.
      kill(child.pid);
      if (late) reject(new PrinterProblem("late", `The browser took longer than ${time / 1000} s.`));
      else if (code !== 0) reject(new PrinterProblem("failed", `The browser ended with ${code ?? signal}.`));
      else resolve();
    });
  });
}

/** Ends a process with all that it started. It may have ended already. */
function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Nothing is left to end.
  }
}
