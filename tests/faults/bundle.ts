import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles a program that the tests kill; gives the file. It lies inside node_modules so that packages are found. */
export async function bundleProgram(entry = "tests/faults/program.ts"): Promise<string> {
  const folder = join("node_modules", ".cache", "atlas");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `program-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    alias: { "hono/jsx/jsx-runtime": "./src/web/render.ts" },
    outfile,
    logLevel: "warning",
  });
  return outfile;
}

/** A started program, what it has said, and its end. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** Waits until the program has said the word. */
  said(word: string): Promise<void>;
  output(): string;
}

/** Starts the program. */
export function start(file: string, ...args: string[]): Started {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const waiting: Array<() => void> = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const one of waiting) one();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      resolve(code);
      for (const one of waiting) one();
    });
  });
  return {
    child,
    ended,
    output: () => text,
    said: (word) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text.includes(word)) resolve();
          else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`The program ended before it said "${word}":\n${text}`));
        };
        waiting.push(look);
        look();
      }),
  };
}
