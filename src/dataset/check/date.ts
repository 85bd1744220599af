import { firstDay, isDay, lastDay } from "../../domain/date.ts";
import { COUNTED } from "../../domain/obligation.ts";
import type { Kind } from "../../domain/record.ts";
import type { Entry } from "../read.ts";
import { signedLate } from "./coding.ts";
import type { Desk } from "./desk.ts";

/** Finds dates that stand in the wrong order. A date that may be right, such as a year, is taken as right. */
export function checkDates(desk: Desk): void {
  const order = (entry: Entry, path: ReadonlyArray<string | number>, first: string, second: string, what: string) => {
    if (first !== "" && second !== "" && firstDay(first) > lastDay(second))
      desk.report(entry, path, `${what}: ${second} is before ${first}`, "correct one of the two dates");
  };
  for (const { body, entry } of desk.all("instrument")) {
    body.stages.slice(1).forEach((stage, at) => {
      order(entry, ["stages", at + 1, "date"], body.stages[at]?.date ?? "", stage.date, "the stages are not in the order of their dates");
    });
  }
  for (const { body, entry } of desk.all("membership")) order(entry, ["to"], body.from, body.to, "the membership ends before it starts");
  for (const { body, entry } of desk.all("break")) order(entry, ["to"], body.from, body.to, "the break ends before it starts");
  for (const { body, entry } of desk.all("obligation")) {
    order(entry, ["to"], body.from, body.to, "the duty ends before it starts");
    // Whoever works out a date must know from what the time runs; what has no time runs from nothing.
    const timed = body.deadline.startsWith("P");
    if (timed !== (body.counted !== ""))
      desk.report(
        entry,
        ["counted"],
        timed ? "the deadline does not say from what it runs" : `the deadline runs from “${body.counted}”, but the law names no time`,
        timed ? `write one of ${COUNTED.join(", ")}` : "leave counted out",
      );
  }
  for (const { body, entry } of desk.all("update")) order(entry, ["closes"], body.opens, body.closes, "it closes before it opens");
  for (const { body, entry } of desk.all("campaign")) order(entry, ["closes"], body.opens, body.closes, "it closes before it opens");
  for (const { body, entry } of desk.all("treaty")) order(entry, ["inForce"], body.adopted, body.inForce, "the treaty is in force before it was adopted");
  for (const { body, entry } of desk.all("treaty-status")) {
    if (signedLate(body))
      desk.report(
        entry,
        ["signed"],
        `signed (${body.signed}) after ratified (${body.ratified})`,
        "correct one of the two dates; an accession has no signature",
      );
  }
  checkReading(desk);
  checkMemberships(desk);
}

const CITING = [
  "instrument",
  "coding",
  "obligation",
  "position",
  "argument",
  "update",
  "claim",
  "dataset",
  "snapshot",
  "testimony",
  "campaign",
  "commitment",
  "term",
] as const satisfies readonly Kind[];
const READ = ["source", "membership", "treaty-status", "service"] as const satisfies readonly Kind[];

/** Nothing can have been read after the date of the data. */
function checkReading(desk: Desk): void {
  const date = desk.all("package")[0]?.body.date;
  if (!date) return;
  const late = (entry: Entry, path: ReadonlyArray<string | number>, read: string) => {
    if (read > date) desk.report(entry, path, `read on ${read}, after the date of the data, ${date}`, "correct the day, or the date in datapackage.json");
  };
  for (const kind of READ) {
    for (const { body, entry } of desk.all(kind)) {
      if (isDay(body.read)) late(entry, ["read"], body.read);
      else if (body.read !== "") desk.report(entry, ["read"], `field read: not a day: “${body.read}”`, "write it as 2008-11-26, and a day that exists");
    }
  }
  for (const kind of CITING) {
    for (const { body, entry } of desk.all(kind)) {
      for (const [at, citation] of body.citations.entries()) late(entry, ["citations", at, "read"], citation.read);
    }
  }
}

function checkMemberships(desk: Desk): void {
  const pairs = new Map<string, Array<{ from: string; to: string; entry: Entry }>>();
  for (const { body, entry } of desk.all("membership")) {
    if (body.from && body.to && firstDay(body.from) > lastDay(body.to)) continue;
    const span = { from: body.from ? lastDay(body.from) : "", to: body.to ? firstDay(body.to) : "9999", entry };
    const known = pairs.get(`${body.group} ${body.jurisdiction}`);
    if (known) known.push(span);
    else pairs.set(`${body.group} ${body.jurisdiction}`, [span]);
  }
  for (const list of pairs.values()) {
    list.sort((one, other) => (one.from < other.from ? -1 : 1));
    list.slice(1).forEach((later, at) => {
      const earlier = list[at];
      if (!earlier || earlier.entry.id === later.entry.id || earlier.to < later.from) return;
      desk.report(
        later.entry,
        ["from"],
        `the membership overlaps ${earlier.entry.id} in ${desk.place(earlier.entry)}`,
        "end the earlier one before the later one starts, or remove one of the two",
      );
    });
  }
}
