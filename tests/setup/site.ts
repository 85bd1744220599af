import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running site, without a slash at its end. */
    site: string;
    /** Folder of the running site's store, for the verbs of the command line that read beside it. */
    store: string;
  }
}

/** How long the site may take from an empty folder, in milliseconds. */
const PATIENCE = 90_000;

/** Starts the built program on an empty folder of its own, once a run, and stops it in the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "atlas-site-"));
  const store = join(dir, "atlas");
  const program = fileURLToPath(new URL("../../dist/atlas.js", import.meta.url));
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const child = spawn(process.execPath, [program, "serve"], {
    env: { ...environment, ATLAS_DIR: store, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  project.provide("site", await addressOf(child));
  project.provide("store", store);
  return async () => {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    await rm(dir, { recursive: true, force: true });
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`The site was not ready within ${PATIENCE / 1000} s. It said:\n${said}`)), PATIENCE);
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const found = /ready: (http:\/\/\S+)/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The site ended with code ${code}. It said:\n${said}`));
    });
  });
}
