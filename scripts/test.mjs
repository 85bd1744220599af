// `npm test`: installs what is missing, then every check and every test. The last line counts them.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { fresh } from "./fresh.mjs";
import { install, root, run } from "./install.mjs";

install();
const chrome = browser();
fresh();

const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
let passed = 0;
let failed = 0;

const checks = [
  ["types", bin("tsc"), ["--noEmit"]],
  ["lint", bin("biome"), ["check", "--error-on-warnings", "--diagnostic-level=warn", "."]],
  ["style", bin("stylelint"), ["src/**/*.css"]],
  ["layers and unreached files", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "src", "tests"]],
  ["exported names", process.execPath, [join(root, "scripts", "dead.mjs")]],
  ["the record", process.execPath, [join(root, "dist", "atlas.js"), "check"]],
];
// The checks run side by side: the types take as long as all others together. What each says is shown when its turn has come.
const running = checks.map(([name, command, parameters]) => ({ name, ended: outcome(command, parameters) }));
for (const { name, ended } of running) {
  const { code, said } = await ended;
  process.stdout.write(said);
  if (code === 0) passed += 1;
  else failed += 1;
  console.log(`${code === 0 ? "passed" : "FAILED"}: ${name}`);
}

const report = join(tmpdir(), `atlas-tests-${process.pid}.json`);
const code = run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)], {
  CHROME_PATH: chrome,
});
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed +=
    result.numFailedTests +
    result.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed")).length;
} catch {
  failed += 1;
}
if (code !== 0 && failed === 0) failed += 1;
rmSync(report, { force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs a program of this project beside others; gives its exit code and what it said. */
function outcome(command, parameters) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => parts.push(chunk));
    child.on("error", (error) => resolve({ code: 1, said: `${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, said: Buffer.concat(parts).toString() }));
  });
}
