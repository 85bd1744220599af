import type { Inquiry } from "../inquiry.ts";
import { ANSWER_COLUMNS, answerRow } from "../question/table.ts";
import type { Resource } from "../resource.ts";
import { jurisdictionList } from "./list.ts";
import { type JurisdictionView, jurisdictionView } from "./view.ts";

const LIST_COLUMNS = [
  "jurisdiction",
  "name",
  "kind",
  "parent",
  "region",
  "region_name",
  "alpha3",
  "numeric",
  "groups",
  "codebook_answers",
  "ask_answers",
  "treaty_answers",
  "instruments",
  "obligations",
  "updates",
  "status",
] as const;

/** Jurisdictions with what is recorded for each, and the answers of one of them to every question, blanks included. */
export const jurisdictionResource: Resource = {
  name: "jurisdictions",
  async list(inquiry) {
    const { groups } = await jurisdictionList(inquiry);
    const rows = groups.flatMap(({ lines }) =>
      lines.map(({ jurisdiction, ...line }) => ({
        jurisdiction: jurisdiction.id,
        name: inquiry.name(jurisdiction.id),
        kind: jurisdiction.kind,
        parent: jurisdiction.parent || null,
        region: jurisdiction.region || null,
        region_name: jurisdiction.region ? inquiry.name(jurisdiction.region) : null,
        alpha3: jurisdiction.alpha3 || null,
        numeric: jurisdiction.numeric || null,
        groups: inquiry.catalogue.groupsOf(jurisdiction.id, inquiry.at).join(";") || null,
        codebook_answers: line.codebook,
        ask_answers: line.ask,
        treaty_answers: line.treaty,
        instruments: line.instruments,
        obligations: line.obligations,
        updates: line.updates,
        status: jurisdiction.status || null,
      })),
    );
    return { table: { columns: LIST_COLUMNS, rows } };
  },
  async one(inquiry, id) {
    const view = await jurisdictionView(inquiry, id);
    if (!view) return null;
    const rows = answerRows(inquiry, view);
    return { table: { columns: ANSWER_COLUMNS, rows }, data: dataOf(inquiry, view, rows) };
  },
};

/** Every question once for the jurisdiction itself, and the answers of the law that reaches it. */
function answerRows(inquiry: Inquiry, view: JurisdictionView) {
  const code = view.jurisdiction.id;
  const treaties = new Map(view.treaties.map((one) => [one.question?.id, one.answer]));
  const found = new Map(
    [...view.topics, ...view.positions].flatMap(({ answered }) =>
      answered.flatMap((one) => [[one.question.id, one.answer] as const, ...one.readings.map((reading) => [reading.question.id, reading.answer] as const)]),
    ),
  );
  const own = [...inquiry.catalogue.questions.values()].map((question) =>
    answerRow(inquiry, code, question, found.get(question.id) ?? treaties.get(question.id)),
  );
  const reach = view.reach.flatMap(({ from, answered }) => answered.map((one) => answerRow(inquiry, from, one.question, one.answer)));
  return [...own, ...reach];
}

function dataOf(inquiry: Inquiry, view: JurisdictionView, answers: unknown) {
  return {
    jurisdiction: view.jurisdiction,
    name: inquiry.name(view.jurisdiction.id),
    day: inquiry.at,
    counts: view.counts,
    parts: view.parts,
    memberships: view.memberships,
    reached_by: view.reach.map(({ from, why, since }) => ({ from, why, since: since || null })),
    answers,
    instruments: view.instruments,
    obligations: view.obligations,
    obligations_of_law_that_reaches_it: view.reachObligations,
    treaties: view.treaties.map((one) => one.status),
    treaties_without_status: view.otherTreaties.map((one) => one.id),
    figures: [
      ...view.figures.reports,
      ...view.figures.split,
      ...view.figures.types,
      ...(view.figures.population ? [view.figures.population] : []),
      ...[...view.figures.others.values()].flat(),
    ],
    updates: view.updates,
    services: view.services,
  };
}
