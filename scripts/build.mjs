// Bundles the program to dist/atlas.js and the browser's files to dist/asset/, each under the hash of its content.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const shared = { bundle: true, logLevel: "warning", absWorkingDir: root, legalComments: "none" };

await rm(join(dist, "asset"), { recursive: true, force: true });
await mkdir(join(dist, "asset"), { recursive: true });

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
await build({ ...server, entryPoints: ["src/cli/atlas.ts"], outfile: "dist/atlas.js", banner: { js: "#!/usr/bin/env node" } });
await build({ ...server, entryPoints: ["src/cli/prepared.ts"], outfile: "dist/prepared.js", sourcemap: false });
await build({ ...server, entryPoints: ["src/web/map/shapes.ts"], outfile: "dist/shapes.js", sourcemap: false });

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

const { buildSprite } = await import(pathToFileURL(join(dist, "shapes.js")).href);
const { svg, places } = buildSprite();
const manifest = {
  style: await keep("style", "css", style.outputFiles[0].contents),
  script: await keep("atlas", "js", script.outputFiles[0].contents),
  sprite: await keep("map", "svg", Buffer.from(svg)),
  places,
};
await writeFile(join(dist, "asset", "icon.svg"), await readFile(join(root, "src/web/icon.svg")));
await writeFile(join(dist, "asset.json"), `${JSON.stringify(manifest)}\n`);
await rm(join(dist, "shapes.js"), { force: true });

const { prepareRecords } = await import(pathToFileURL(join(dist, "prepared.js")).href);
await prepareRecords();
await rm(join(dist, "prepared.js"), { force: true });

/** Writes a file under the hash of its content, with its brotli form beside it; gives its address. */
async function keep(name, ending, content) {
  const bytes = Buffer.from(content);
  const file = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${ending}`;
  await writeFile(join(dist, "asset", file), bytes);
  await writeFile(join(dist, "asset", `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return `/asset/${file}`;
}
