import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AssetFile, Assets } from "./asset.ts";
import type { Places } from "./map/places.ts";
import { type Methods, type MethodText, withEnglish } from "./method/text.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};

/** Reads what the build made for the browser. `dist`: the folder of the build. Throws when it was not built. */
export async function readAssets(dist: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(dist, "asset.json"), "utf8")) as {
    style: string;
    script: string;
    sprite: string;
    places: Places;
  };
  const files = new Map<string, AssetFile>();
  const names = await readdir(join(dist, "asset"));
  for (const name of names) {
    if (name.endsWith(".br")) continue;
    files.set(`/asset/${name}`, {
      type: TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      body: await readFile(join(dist, "asset", name)),
      brotli: names.includes(`${name}.br`) ? await readFile(join(dist, "asset", `${name}.br`)) : null,
    });
  }
  return { ...manifest, files, methods: methodsIn(join(dist, "method")) };
}

/** Reads the texts on method when a reader first asks for them in a language, and keeps them. */
function methodsIn(folder: string): Methods {
  const kept = new Map<string, Promise<readonly MethodText[]>>();
  const textsIn = async (locale: string): Promise<MethodText[]> => {
    const text = await readFile(join(folder, `${locale}.json`), "utf8").catch(() => "[]");
    return JSON.parse(text) as MethodText[];
  };
  return (locale) => {
    const known =
      kept.get(locale) ?? (locale === "en" ? textsIn("en") : Promise.all([textsIn("en"), textsIn(locale)]).then(([english, own]) => withEnglish(english, own)));
    kept.set(locale, known);
    return known;
  };
}
