import { pathsOf } from "../../domain/package.ts";
import { encode } from "../codec.ts";
import { layoutOf, pathOf } from "../layout.ts";
import type { Entry, Part } from "../read.ts";
import type { Desk } from "./desk.ts";

const DESCRIPTOR = "datapackage.json";

/** Finds records in the wrong file, orders that stand twice, and a descriptor that does not match the files. */
export function checkFiles(desk: Desk): void {
  for (const entry of desk.read.entries) {
    const wanted = entry.record && pathOf(entry.record);
    if (wanted !== null && wanted !== entry.file)
      desk.report(entry, [], `it stands in ${entry.file} but belongs in ${wanted}`, "move it there, or correct the field that says so");
  }
  for (const { entry } of desk.all("dataset")) {
    const file = `statistics/${entry.id}.csv`;
    if (!desk.read.files.includes(file)) desk.report(entry, ["id"], `the dataset has no file ${file}`, "add the file, or remove the dataset");
  }
  checkOrders(desk);
  checkDescriptor(desk);
}

function checkOrders(desk: Desk): void {
  const seen = new Map<string, Entry>();
  for (const entry of desk.read.entries) {
    const order = entry.record && "order" in entry.record.body ? entry.record.body.order : undefined;
    if (order === undefined) continue;
    const key = `${entry.file} ${order}`;
    const first = seen.get(key);
    if (!first) seen.set(key, entry);
    else if (first.id !== entry.id)
      desk.report(entry, ["order"], `the order ${order} is also that of ${first.id} in ${desk.place(first)}`, "give each its own number");
  }
}

function checkDescriptor(desk: Desk): void {
  const files = desk.read.files.filter((file) => file !== DESCRIPTOR && layoutOf(file) !== null);
  if (!desk.read.files.includes(DESCRIPTOR)) {
    desk.reportFile(DESCRIPTOR, 0, "the file does not exist", "write it with id, name, date and version; npm run atlas -- format adds the rest");
    return;
  }
  const found = desk.all("package")[0];
  if (!found) return;
  for (const field of ["title", "description", "licenses", "resources"] as const) {
    if (found.body[field] === undefined) desk.report(found.entry, [], `field ${field} is missing`, "run npm run atlas -- format, which adds it");
  }
  if (!found.body.resources) return;
  const listed = pathsOf(found.body);
  listed.forEach((path, at) => {
    if (listed.indexOf(path) < at)
      desk.reportFile(DESCRIPTOR, found.entry.raw.lineOf([path]), `it lists ${path} twice`, "run npm run atlas -- format, which lists the files anew");
    else if (!files.includes(path))
      desk.reportFile(
        DESCRIPTOR,
        found.entry.raw.lineOf([path]),
        `it lists ${path}, which does not exist`,
        "add the file, or run npm run atlas -- format, which lists the files anew",
      );
  });
  for (const file of files)
    if (!listed.includes(file))
      desk.reportFile(
        DESCRIPTOR,
        found.entry.raw.lineOf(["resources"]),
        `it does not list the file ${file}`,
        "run npm run atlas -- format, which lists the files anew",
      );
}

const CANONICAL = new WeakMap<Part, string>();

/** Finds files that are sound but not in canonical form. Files with another problem are left out: mending comes first. */
export function checkForm(desk: Desk): void {
  const broken = new Set(desk.problems.map((one) => one.file));
  for (const [path, part] of desk.read.parts) {
    if (broken.has(path)) continue;
    const canonical =
      CANONICAL.get(part) ??
      encode(
        part.layout,
        part.entries.flatMap((entry) => entry.record?.body ?? []),
        part.dataset,
      );
    CANONICAL.set(part, canonical);
    if (canonical === part.text) continue;
    desk.reportFile(
      path,
      firstDifference(part.text, canonical),
      "the file is not in canonical form from this line on (order, quoting, empty fields or line breaks)",
      "run npm run atlas -- format",
    );
  }
}

function firstDifference(one: string, other: string): number {
  const lines = one.split("\n");
  const others = other.split("\n");
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? lines.length : at + 1;
}
