// Finds a Chromium or Chrome for the browser tests; installs Debian's where that is possible.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a browser, or null. `CHROME_PATH` goes first. */
export function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && existsSync(wanted)) return wanted;
  for (const folder of (process.env.PATH ?? "").split(delimiter))
    for (const name of NAMES) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here: look further
      }
    }
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** A browser, installed if need be; ends the program with a clear message where that is not possible. */
export function browser() {
  const found = findBrowser();
  if (found) return found;
  const root = typeof process.getuid === "function" && process.getuid() === 0;
  if (root && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0) {
    console.error("No Chromium or Chrome was found. Installing Debian's Chromium…");
    const quiet = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.error(
    "The browser tests need Chromium or Chrome, and none was found. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to its program, and run npm test again.",
  );
  process.exit(3);
}
