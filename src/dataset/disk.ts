import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileSource } from "./read.ts";

/** The files of a folder on disk. Hidden files are left out. */
export function diskFiles(folder: string): FileSource {
  return {
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort();
    },
    async read(path) {
      // A byte that is not UTF-8 must not pass as a question mark.
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(join(folder, path)));
    },
  };
}

/** Files that are held in memory. */
export function memoryFiles(files: ReadonlyMap<string, string>): FileSource {
  return {
    list: async () => [...files.keys()],
    read: async (path) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`There is no file ${path}.`);
      return text;
    },
  };
}
