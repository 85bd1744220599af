// `npm run bench`: bundles the bench beside the product and runs it. Parameters go on to it; see docs/benchmarks.md.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { fresh } from "./fresh.mjs";
import { install, root, run } from "./install.mjs";

install();
fresh();

const shared = { bundle: true, logLevel: "warning", absWorkingDir: root, platform: "node", format: "esm", target: "node20.19", legalComments: "none" };
await build({
  ...shared,
  packages: "external",
  sourcemap: true,
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  alias: { "hono/jsx/jsx-runtime": "./src/web/render.ts" },
  outdir: "dist/bench",
  entryPoints: ["main", "server", "templates", "fill", "digest"].map((name) => `bench/${name}.ts`),
});

/** How React names the attributes that our components write as HTML does. */
const NAMES = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  datetime: "dateTime",
  autocomplete: "autoComplete",
  hreflang: "hrefLang",
  charset: "charSet",
  colspan: "colSpan",
  rowspan: "rowSpan",
};
const forReact = {
  name: "for-react",
  setup(building) {
    building.onLoad({ filter: /\.tsx$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return {
        loader: "tsx",
        contents: text.replace(/(?<=\s)(class|for|tabindex|datetime|autocomplete|hreflang|charset|colspan|rowspan)=(?=["{])/g, (_, name) => `${NAMES[name]}=`),
      };
    });
    building.onResolve({ filter: /^hono\/html$/ }, () => ({ path: join(root, "bench", "react", "html.ts") }));
  },
};
const compiled = await build({
  ...shared,
  write: false,
  tsconfigRaw: { compilerOptions: { target: "ES2023", jsx: "react-jsx", jsxImportSource: "react" } },
  // The other server keeps its code elsewhere: there, our files beside the program are found by their place here.
  define: { "import.meta.dirname": JSON.stringify(join(root, "dist")) },
  external: ["react", "react/jsx-runtime", "pg"],
  plugins: [forReact],
  entryPoints: ["bench/react/page.tsx"],
  outfile: "bench/peers/next/compiled/page.mjs",
});
// Written only when it differs, because Next.js builds anew when it is newer.
for (const { path, text } of compiled.outputFiles) {
  if ((await readFile(path, "utf8").catch(() => "")) === text) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

process.exit(run(process.execPath, ["--enable-source-maps", join(root, "dist", "bench", "main.js"), ...process.argv.slice(2)], { BENCH_ROOT: root }));
