import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPrinter, findBrowser, PrinterProblem } from "./printer.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-printer-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that stands in for a browser. */
async function program(name: string, lines: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/usr/bin/env node\n${lines}\n`);
  await chmod(path, 0o755);
  return path;
}

const TARGET = `const target = process.argv.find((one) => one.startsWith("--print-to-pdf=")).slice(15);`;

describe("finding a browser", () => {
  it("takes what ATLAS_BROWSER names, or a well-known name on the PATH, or none", async () => {
    const path = await program("chromium", "");
    expect(await findBrowser({ PATH: folder })).toBe(path);
    expect(await findBrowser({ PATH: folder, ATLAS_BROWSER: "none" })).toBeNull();
    expect(await findBrowser({ PATH: folder, ATLAS_BROWSER: join(folder, "missing") })).toBeNull();
    expect(await findBrowser({ PATH: "", ATLAS_BROWSER: path })).toBe(path);
    expect(await findBrowser({ PATH: "." })).toBeNull();
    expect(await findBrowser({})).toBeNull();
  });
});

describe("printing", () => {
  it("hands the page over as a file, without words of the shell and without this program's environment", async () => {
    const browser = await program(
      "good",
      `${TARGET} const fs = require("node:fs");
       const page = fs.readFileSync(new URL(process.argv.at(-1)), "utf8");
       fs.writeFileSync(target, "%PDF-1.4 " + page + " " + (process.env.DATABASE_URL ?? "nothing"));`,
    );
    process.env["DATABASE_URL"] = "secret";
    const pdf = await browserPrinter(browser).pdf("<p>$(id); `id`</p>");
    delete process.env["DATABASE_URL"];
    expect(Buffer.from(pdf).toString()).toBe("%PDF-1.4 <p>$(id); `id`</p> nothing");
  });

  it("kills a browser, and what it started, when the time is over", async () => {
    const mark = join(folder, "mark");
    const child = `setTimeout(() => require("node:fs").writeFileSync(${JSON.stringify(mark)}, ""), 1500)`;
    const browser = await program(
      "slow",
      `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]); setInterval(() => {}, 1000);`,
    );
    await expect(browserPrinter(browser, { time: 500 }).pdf("")).rejects.toMatchObject({ sort: "late" });
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(await readdir(folder)).not.toContain("mark");
  });

  it("says that nothing came of it: another exit code, no file, a file that is no PDF, no program", async () => {
    const failing = await program("failing", "process.exit(3)");
    const empty = await program("empty", "");
    const odd = await program("odd", `${TARGET} require("node:fs").writeFileSync(target, "<html>")`);
    for (const browser of [failing, empty, odd, join(folder, "missing")])
      await expect(browserPrinter(browser).pdf("")).rejects.toMatchObject({ name: "PrinterProblem", sort: "failed" });
  });

  it("makes two at once, lets some wait, and turns the rest away", async () => {
    const browser = await program("counted", `${TARGET} setTimeout(() => require("node:fs").writeFileSync(target, "%PDF"), 300);`);
    const printer = browserPrinter(browser, { waiting: 1 });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => printer.pdf("")));
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(3);
    const busy = results.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    for (const one of busy) expect(one).toBeInstanceOf(PrinterProblem);
    // Places are given back.
    await expect(printer.pdf("")).resolves.toBeDefined();
  });
});
