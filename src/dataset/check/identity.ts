import { FLAGS } from "../../domain/flag.ts";
import type { Kind } from "../../domain/record.ts";
import { normalUrl, sourceId } from "../../domain/source.ts";
import type { Entry } from "../read.ts";
import type { Desk } from "./desk.ts";

/** Finds ids that stand twice, sources that stand twice or break the rule for their ids, and unknown flags. */
export function checkIdentity(desk: Desk): void {
  const repeated = new Set<Entry>();
  for (const entry of desk.read.entries) {
    const first = desk.entry(entry.kind, entry.id);
    if (first && first !== entry && entry.id !== "") {
      repeated.add(entry);
      const what = entry.kind === "row" ? "this row stands twice" : "this id stands twice";
      desk.report(
        entry,
        ["id"],
        `${what}: first in ${desk.place(first)}`,
        entry.kind === "row" ? "keep one of the two" : "remove one of the two, or give it another id",
      );
    }
  }
  checkSources(desk, repeated);
  for (const kind of ["instrument", "coding", "obligation", "question", "update", "service"] as const satisfies readonly Kind[]) {
    for (const { body, entry } of desk.all(kind)) {
      body.flags.forEach((flag, at) => {
        if (!(FLAGS as readonly string[]).includes(flag)) desk.report(entry, ["flags", at], `unknown flag “${flag}”`, `write one of ${FLAGS.join(", ")}`);
      });
    }
  }
}

function checkSources(desk: Desk, repeated: ReadonlySet<Entry>): void {
  const addresses = new Map<string, Entry>();
  for (const { body, entry } of desk.all("source")) {
    if (repeated.has(entry)) continue;
    const normal = normalUrl(body.url);
    const first = addresses.get(normal);
    if (first) {
      desk.report(
        entry,
        ["url"],
        `duplicate source: its address is that of ${first.id} in ${desk.place(first)}`,
        `keep one of the two and cite it everywhere; its id is ${sourceId(body.url)}`,
      );
      continue;
    }
    addresses.set(normal, entry);
    const wanted = sourceId(body.url);
    if (entry.id !== wanted) desk.report(entry, ["id"], "the id does not follow from the address", `write ${wanted}, here and where the source is cited`);
  }
}
