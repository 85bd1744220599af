// Bundles the program to dist/atlas.js and the browser's files to dist/asset/, each under the hash of its content.
// All is made beside its place and moved in when it is whole: a program that is just starting never lacks a file,
// and a build that fails leaves the last one as it was.

import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const part = join(dist, `part-${process.pid}`);
/** Parts of the program, each under the hash of its content. */
const CHUNK = /-[0-9A-Z]{8}\.js(?:\.map)?$/;
const shared = { bundle: true, logLevel: "warning", absWorkingDir: root, legalComments: "none" };

await mkdir(join(part, "asset"), { recursive: true });
await mkdir(join(dist, "asset"), { recursive: true });
process.on("exit", () => rmSync(part, { recursive: true, force: true }));

const server = {
  ...shared,
  platform: "node",
  format: "esm",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  alias: { "hono/jsx/jsx-runtime": "./src/web/render.ts" },
};
// A verb loads only its own part of the program. The maps name the sources from dist/: all is bundled for that place, and only
// written elsewhere first. The parts stand beside atlas.js, so that a path from a source file is right in each of them.
const program = await build({ ...server, write: false, splitting: true, entryPoints: ["src/cli/atlas.ts"], outdir: "dist", chunkNames: "[name]-[hash]" });
for (const { path, contents } of program.outputFiles) await writeFile(join(part, basename(path)), contents);
const chunks = program.outputFiles.map(({ path }) => basename(path)).filter((name) => CHUNK.test(name));
await writeFile(join(part, "chunk.json"), `${JSON.stringify(chunks)}\n`);
await build({ ...server, entryPoints: ["src/cli/prepared.ts"], outfile: join(part, "prepared.js"), sourcemap: false });
await build({ ...server, entryPoints: ["src/web/message/build.ts"], outfile: join(part, "language.js"), sourcemap: false });
await build({ ...server, entryPoints: ["src/web/map/shapes.ts"], outfile: join(part, "shapes.js"), sourcemap: false });
await build({ ...server, entryPoints: ["src/web/method/build.ts"], outfile: join(part, "method.js"), sourcemap: false });

const styles = (await readdir(join(root, "src/web/style")))
  .filter((name) => name.endsWith(".css"))
  .sort((a, b) => Number(b === "base.css") - Number(a === "base.css") || (a < b ? -1 : 1));
const style = await build({
  ...shared,
  write: false,
  minify: true,
  target: ["chrome123", "firefox120", "safari17.5"],
  stdin: { contents: styles.map((name) => `@import "./${name}";`).join("\n"), resolveDir: join(root, "src/web/style"), loader: "css" },
});
const islands = (await readdir(join(root, "src/web/island"))).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).sort();
const script = await build({
  ...shared,
  write: false,
  minify: true,
  format: "esm",
  target: "es2022",
  stdin: { contents: islands.map((name) => `import "./${name}";`).join("\n"), resolveDir: join(root, "src/web/island"), loader: "ts" },
});

const { buildSprite } = await import(pathToFileURL(join(part, "shapes.js")).href);
const { svg, places } = buildSprite();
const manifest = {
  style: await keep("style", "css", style.outputFiles[0].contents),
  script: await keep("atlas", "js", script.outputFiles[0].contents),
  sprite: await keep("map", "svg", Buffer.from(svg)),
  places,
};
// Other sites load this file by its name, so it has no hash.
await build({ ...shared, minify: true, target: "es2022", entryPoints: ["src/web/host/embed.ts"], outfile: join(part, "asset", "embed.js") });
// The worker of kept pages: its address says which pages it may answer for, so it has no hash either.
await build({ ...shared, minify: true, format: "esm", target: "es2022", entryPoints: ["src/web/host/offline.ts"], outfile: join(part, "asset", "offline.js") });
await writeFile(join(part, "asset", "icon.svg"), await readFile(join(root, "src/web/icon.svg")));
await writeFile(join(part, "asset.json"), `${JSON.stringify(manifest)}\n`);

const { buildMethods } = await import(pathToFileURL(join(part, "method.js")).href);
await buildMethods(join(root, "docs/methods"), join(part, "method"));

// The messages of a language are one file: it is read when the first reader of that language comes.
const { builtLanguages } = await import(pathToFileURL(join(part, "language.js")).href);
await mkdir(join(part, "message"), { recursive: true });
for (const [file, text] of builtLanguages(join(root, "src/web/message"))) await writeFile(join(part, "message", file), text);

const { prepareRecords } = await import(pathToFileURL(join(part, "prepared.js")).href);
await prepareRecords();

const before = await readFile(join(dist, "asset.json"), "utf8").catch(() => "");
const made = await readdir(join(part, "asset"));
for (const file of made) await rename(join(part, "asset", file), join(dist, "asset", file));
for (const folder of ["method", "message"]) {
  await mkdir(join(dist, folder), { recursive: true });
  for (const file of await readdir(join(part, folder))) await rename(join(part, folder, file), join(dist, folder, file));
}
const chunksBefore = await readFile(join(dist, "chunk.json"), "utf8").catch(() => "");
for (const file of [...chunks, "chunk.json", "atlas.js.map", "atlas.js", "asset.json"]) await rename(join(part, file), join(dist, file));
// The files of the build before stay for a program that has read its list and not yet its files.
for (const file of await readdir(join(dist, "asset")))
  if (!made.includes(file) && !before.includes(file.replace(/\.br$/, ""))) await rm(join(dist, "asset", file), { force: true });
for (const file of await readdir(dist))
  if (CHUNK.test(file) && !chunks.includes(file) && !chunksBefore.includes(`"${file}"`)) await rm(join(dist, file), { force: true });

/** Writes a file under the hash of its content, with its brotli form beside it; gives its address. */
async function keep(name, ending, content) {
  const bytes = Buffer.from(content);
  const file = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${ending}`;
  await writeFile(join(part, "asset", file), bytes);
  await writeFile(join(part, "asset", `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return `/asset/${file}`;
}
