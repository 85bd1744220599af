// `npm test`: installs what is missing, then every check and every test. The last line counts them.
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
for (const [name, command, parameters] of checks) {
  const code = run(command, parameters);
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
