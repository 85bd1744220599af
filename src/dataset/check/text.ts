import { SITE_LOCALES } from "../../domain/locale.ts";
import { KINDS, type Kind } from "../../domain/record.ts";
import { isBody } from "../shape.ts";
import type { Desk } from "./desk.ts";

/** Finds translations of nothing, and jurisdictions without a name in a language of the site. */
export function checkTexts(desk: Desk): void {
  for (const { body, entry } of desk.all("text")) {
    const kind = KINDS.find((one) => one === body.kind);
    if (!kind || kind === "text" || kind === "package") {
      desk.report(entry, [], `there is no kind “${body.kind}” to translate`, "name the file after a kind, such as question.csv");
      continue;
    }
    if (!desk.knows(kind, body.record))
      desk.report(entry, [], `it translates the ${kind} “${body.record}”, which does not exist`, "correct the id, or remove the line");
    else checkField(desk, kind, body.record, body.field, () => entry);
  }
  checkNames(desk);
}

function checkField(desk: Desk, kind: Kind, id: string, field: string, entry: () => Parameters<Desk["report"]>[0]): void {
  const original = desk.entry(kind, id);
  if (!original?.record) return;
  let here: unknown = original.record.body;
  for (const part of field.split(".")) here = step(here, part);
  if (typeof here === "string" && here !== "") return;
  const what = here === undefined ? "does not have" : typeof here === "string" ? "leaves empty" : "does not hold as text";
  desk.report(
    entry(),
    [],
    `it translates the field “${field}”, which the ${kind} ${id} ${what}`,
    "correct the path of the field, such as title or stages.2.note, or remove the line",
  );
}

/** One step of a path: a field, the place in a list, or the id or name of what stands in the list. */
function step(here: unknown, part: string): unknown {
  if (!Array.isArray(here)) return isBody(here) && Object.hasOwn(here, part) ? here[part] : undefined;
  if (/^\d+$/.test(part)) return here[Number(part)];
  return here.find((one) => isBody(one) && (one.id === part || one.name === part));
}

function checkNames(desk: Desk): void {
  const named = new Set(desk.read.entries.filter((entry) => entry.kind === "name").map((entry) => entry.id));
  if (desk.isComplete("name")) {
    for (const { body, entry } of desk.all("jurisdiction")) {
      for (const locale of SITE_LOCALES) {
        if (!named.has(`${body.id}.${locale}`)) desk.report(entry, [], `it has no name in ${locale}`, "add a line to jurisdictions/names.csv");
      }
    }
  }
  const regions = new Set(desk.all("jurisdiction").flatMap(({ body }) => [body.region, body.subregion]));
  for (const { body, entry } of desk.all("name")) {
    if (regions.has(body.of) || desk.knows("jurisdiction", body.of)) continue;
    // UN M49 has regions above those that the record's jurisdictions name, such as 419, Latin America and the Caribbean.
    if (!/^\d{3}$/.test(body.of))
      desk.report(entry, [], `it names “${body.of}”, which is no jurisdiction or region of the record`, "correct the code, or remove the line");
  }
}
