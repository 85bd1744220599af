import type { AtlasRecord, Kind } from "../domain/record.ts";
import { isBody } from "./shape.ts";

const CITATIONS = "citations citations.source citations.read citations.instrument citations.provision citations.note";

/**
 * What may leave, through files and through the API: the fields of each kind, with a dot before the field of a part.
 * It is written by hand on purpose. A field that is new in a schema fails the tests until somebody has decided here
 * that it is for everybody.
 */
export const PUBLIC: Readonly<Record<Kind, ReadonlySet<string>>> = {
  package: fields(
    "$schema id name title description licenses licenses.name licenses.path licenses.title date version resources resources.name resources.path resources.title",
    "resources.format resources.mediatype resources.encoding resources.schema resources.schema.fields resources.schema.fields.name",
    "resources.schema.fields.type resources.schema.fields.description",
  ),
  source: fields("id url title publisher language grade reason read note"),
  jurisdiction: fields("id kind parent alpha3 numeric region subregion status"),
  name: fields("id of locale name origin"),
  group: fields("id name jurisdiction published note"),
  membership: fields("id group jurisdiction from to source read note"),
  topic: fields("id order parent title description"),
  scale: fields("id type unit min max options options.id options.label options.state"),
  question: fields("id order kind topic wording guidance scale version position treaty same rules rules.answer rules.alignment flags note"),
  treaty: fields("id order title short topics adopted inForce depositary source question note caveat"),
  "treaty-status": fields("id treaty jurisdiction status signed ratified asOf note source read"),
  instrument: fields(
    "id jurisdiction title original kind status dossier topics stages stages.date stages.stage stages.note identifiers identifiers.scheme identifiers.value",
    "summary source confidence review flags doubt",
    CITATIONS,
  ),
  coding: fields("id jurisdiction question answer from to current before basis change confidence review flags note doubt", CITATIONS),
  obligation: fields(
    "id instrument jurisdiction duty actors trigger events deadline counted recipient condition limits penalty from to provision confidence review flags doubt",
    CITATIONS,
  ),
  position: fields("id order organisation title claim topics addresses asks", CITATIONS),
  argument: fields("id position stance holder holderKind claim evidence date confidence", CITATIONS),
  update: fields(
    "id date jurisdictions topics kind title summary opens closes zone respondents actors figures figures.label figures.value links links.label links.source",
    "instruments questions outcome outcome.date outcome.text flags doubt",
    "outcome.citations outcome.citations.source outcome.citations.read outcome.citations.instrument outcome.citations.provision outcome.citations.note",
    CITATIONS,
  ),
  claim: fields(
    "id order statement who when figures figures.value figures.definition figures.denominator figures.by table table.columns table.rows table.note",
    "series series.title series.dataset series.measures series.points series.points.label series.points.rows series.points.after",
    "series.caveats series.note evidence assessment settle updates datasets",
    CITATIONS,
  ),
  caveat: fields("id order text"),
  break: fields("id from to what effect scope"),
  dataset: fields(
    "id order title description publisher terms asOf columns columns.name columns.role columns.measure columns.label",
    "measures measures.id measures.label measures.unit measures.definition caveats breaks notes",
    CITATIONS,
  ),
  row: fields("id dataset cells"),
  snapshot: fields(
    "id order title date version summary sections sections.title claims review flags",
    "sections.statements sections.statements.text sections.statements.citations sections.statements.citations.source sections.statements.citations.read sections.statements.citations.instrument sections.statements.citations.provision sections.statements.citations.note",
    "sections.figures sections.figures.id sections.figures.title sections.figures.dataset sections.figures.measures sections.figures.places sections.figures.group sections.figures.categories sections.figures.periods sections.figures.points sections.figures.derived sections.figures.caveats sections.figures.breaks sections.figures.note",
    "sections.figures.points.id sections.figures.points.label sections.figures.points.rows sections.figures.points.after sections.figures.points.value sections.figures.points.status",
    "sections.figures.derived.id sections.figures.derived.label sections.figures.derived.rule sections.figures.derived.of sections.figures.derived.months sections.figures.derived.value",
    "can can.text can.citations can.citations.source can.citations.read can.citations.instrument can.citations.provision can.citations.note",
    "cannot cannot.text cannot.citations cannot.citations.source cannot.citations.read cannot.citations.instrument cannot.citations.provision cannot.citations.note",
    CITATIONS,
  ),
  testimony: fields(
    "id date kind title speakers speakers.name speakers.role speakers.organisation body occasion invitation jurisdictions topics questions positions instruments updates summary",
    "documents documents.label documents.source statements statements.id statements.text statements.place statements.topic statements.questions statements.claims statements.datasets",
    "confidence review flags doubt",
    CITATIONS,
  ),
  campaign: fields(
    "id title summary organisations opens closes archived jurisdictions topics instruments positions updates",
    "letter letter.addressees letter.text letter.signers letter.signatories letter.signatories.name letter.signatories.kind petition petition.ask petition.signed",
    "appeal appeal.position appeal.addressees appeal.addressees.name appeal.addressees.role appeal.addressees.jurisdiction appeal.opening",
    "shares shares.id shares.line shares.figure shares.caveat shares.text counts counts.label counts.value counts.date later later.date later.text",
    "letter.citations letter.citations.source letter.citations.read letter.citations.instrument letter.citations.provision letter.citations.note",
    "shares.citations shares.citations.source shares.citations.read shares.citations.instrument shares.citations.provision shares.citations.note",
    "counts.citations counts.citations.source counts.citations.read counts.citations.instrument counts.citations.provision counts.citations.note",
    "later.citations later.citations.source later.citations.read later.citations.instrument later.citations.provision later.citations.note",
    "confidence review flags doubt",
    CITATIONS,
  ),
  commitment: fields(
    "id company date title text jurisdictions topics instruments updates due later later.date later.record later.text",
    "later.citations later.citations.source later.citations.read later.citations.instrument later.citations.provision later.citations.note",
    "confidence review flags doubt",
    CITATIONS,
  ),
  service: fields("id jurisdiction organisation kind url phone languages inhope confirmed source read flags note"),
  term: fields("id term definition avoid avoid.word avoid.reason questions related note", CITATIONS),
  text: fields("id locale kind record field text of state"),
};

/**
 * Stops a record that holds a field for which nobody has decided that it may leave.
 * @throws {Error} naming the field and what to do.
 */
export function requirePublic({ kind, id, body }: AtlasRecord): void {
  // The descriptor may say more about the files, as its own standard allows.
  if (kind !== "package") requireListed(PUBLIC[kind], `${kind} ${id}`, body, "");
}

function requireListed(listed: ReadonlySet<string>, record: string, value: object, before: string): void {
  for (const [name, part] of Object.entries(value)) {
    const path = before + name;
    if (!listed.has(path))
      throw new Error(`The field ${path} of ${record} is not on the list of what may leave. Add it to src/dataset/release.ts if it is for everybody.`);
    // The cells of a row are named by the columns of its dataset, which are listed.
    if (path === "cells") continue;
    if (Array.isArray(part)) for (const one of part) if (isBody(one)) requireListed(listed, record, one, `${path}.`);
    if (isBody(part)) requireListed(listed, record, part, `${path}.`);
  }
}

function fields(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}
