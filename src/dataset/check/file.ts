import { pathsOf } from "../../domain/package.ts";
import { encode } from "../codec.ts";
import { layoutOf, pathOf } from "../layout.ts";
import type { Entry } from "../read.ts";
import type { Desk } from "./desk.ts";

const DESCRIPTOR = "datapackage.json";

/** Finds records in the wrong file, orders that stand twice, and a descriptor that does not match the files. */
export function checkFiles(desk: Desk): void {
  for (const { record, file, id, kind, raw } of desk.read.entries) {
    if (!record) continue;
    const wanted = pathOf(record);
    if (wanted !== file) desk.report({ record, file, id, kind, raw }, [], `it stands in ${file} but belongs in ${wanted}`, `move it there, or correct the field that says so`);
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
    else if (first.id !== entry.id) desk.report(entry, ["order"], `the order ${order} is also that of ${first.id} in ${desk.place(first)}`, "give each its own number");
  }
}

function checkDescriptor(desk: Desk): void {
  const files = desk.read.files.filter((file) => file !== DESCRIPTOR && layoutOf(file) !== null);
  if (!desk.read.files.includes(DESCRIPTOR)) {
    desk.reportFile(DESCRIPTOR, 0, "the file does not exist", "run npm run atlas -- format, which writes it");
    return;
  }
  const found = desk.all("package")[0];
  if (!found) return;
  for (const field of ["title", "description", "licenses", "resources"] as const) {
    if (found.body[field] === undefined) desk.report(found.entry, [], `field ${field} is missing`, "add it; the Data Package standard asks for it");
  }
  if (!found.body.resources) return;
  const listed = pathsOf(found.body);
  listed.forEach((path, at) => {
    if (listed.indexOf(path) < at) desk.reportFile(DESCRIPTOR, found.entry.raw.lineOf([path]), `it lists ${path} twice`, "remove one of the two");
    else if (!files.includes(path)) desk.reportFile(DESCRIPTOR, found.entry.raw.lineOf([path]), `it lists ${path}, which does not exist`, "add the file, or remove it from the resources");
  });
  for (const file of files) if (!listed.includes(file)) desk.reportFile(DESCRIPTOR, found.entry.raw.lineOf(["resources"]), `it does not list the file ${file}`, "add the file to its resources");
}

/** Finds files that are sound but not in canonical form. Files with another problem are left out: mending comes first. */
export function checkForm(desk: Desk): void {
  const broken = new Set(desk.problems.map((one) => one.file));
  const byFile = new Map<string, Entry[]>();
  for (const entry of desk.read.entries) {
    const known = byFile.get(entry.file);
    if (known) known.push(entry);
    else byFile.set(entry.file, [entry]);
  }
  const datasets = desk.byId("dataset");
  for (const [path, text] of desk.read.texts) {
    const layout = layoutOf(path);
    const dataset = layout?.kind === "row" ? datasets.get(path.slice("statistics/".length, -".csv".length)) : undefined;
    if (!layout || broken.has(path) || (layout.kind === "row" && !dataset)) continue;
    const bodies = (byFile.get(path) ?? []).flatMap((entry) => entry.record?.body ?? []);
    const canonical = encode(layout, bodies, dataset);
    if (canonical === text) continue;
    const line = firstDifference(text, canonical);
    desk.reportFile(path, line, "the file is not in canonical form from this line on (order, quoting or line breaks)", "run npm run atlas -- format");
  }
}

function firstDifference(one: string, other: string): number {
  const lines = one.split("\n");
  const others = other.split("\n");
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? lines.length : at + 1;
}
