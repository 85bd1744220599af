import { type Band, countsOn } from "../../analysis/adoption.ts";
import type { Coding } from "../../domain/coding.ts";
import { STATES } from "../../domain/question.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { answerWords } from "../question/words.ts";
import type { Cell, Download, Resource } from "../resource.ts";
import { type AdoptionView, type AnswerBand, adoptionList, adoptionView, notKnown } from "./view.ts";

const YEAR_COLUMNS = ["question", "wording", "kind", "topic", "day", "standing", "count", "coded"] as const;
const STEP_COLUMNS = ["question", "day", "standing", "class_from", "class_to", "count", "coded", "not_coded"] as const;
const ADOPTER_COLUMNS = [
  "question",
  "standing",
  "jurisdiction",
  "jurisdiction_name",
  "since",
  "counts_from",
  "start_known",
  "answer",
  "answer_label",
  "provision",
  "instrument",
  "source",
  "source_title",
  "source_url",
  "source_read",
  "review",
  "flags",
  "note",
] as const;

/** How answers came and went: every year of every question, and every day of one. */
export const adoptionResource: Resource = {
  name: "adoption",
  async list(inquiry) {
    const { groups } = await adoptionList(inquiry);
    const rows = groups.flatMap(({ lines }) =>
      lines.flatMap(({ of, coded, years, on }) => {
        const day = (date: string, counts: typeof on): Record<string, Cell>[] =>
          [...STATES.map((state) => [state, counts[state] ?? 0] as const), ["not-known", notKnown(coded, counts)] as const]
            .filter(([state, count]) => count > 0 || state === "not-known" || years.some((one) => one.counts[state]))
            .map(([standing, count]) => ({
              question: of.id,
              wording: inquiry.say("question", of.id, "wording", of.wording).text,
              kind: of.kind,
              topic: of.topic,
              day: date,
              standing,
              count,
              coded,
            }));
        const ends = years.map(({ year, counts }) => ({ date: `${year}-12-31`, counts }));
        return [...ends.filter(({ date }) => date !== inquiry.at), { date: inquiry.at, counts: on }]
          .sort((a, b) => (a.date < b.date ? -1 : 1))
          .flatMap(({ date, counts }) => day(date, counts));
      }),
    );
    return {
      table: { columns: YEAR_COLUMNS, rows },
      data: groups.flatMap(({ lines }) =>
        lines.map(({ of, coded, years, on }) => ({ question: of.id, kind: of.kind, topic: of.topic, coded, day: inquiry.at, counts: on, years })),
      ),
      caveats: [CAVEAT],
    };
  },
  async one(inquiry, id) {
    const table = choice(inquiry.query, "table", ["steps", "adopters"]);
    const view = await adoptionView(inquiry, id);
    if (!view) return null;
    return { ...download(inquiry, view), table: table === "adopters" ? adopterTable(inquiry, view) : stepTable(view) };
  },
};

const CAVEAT =
  "not-known: coded, but no coding speaks for the day; most sources say what the law is, not since when. A step is then a day on which the record begins to speak, not a change of the law. Jurisdictions without any coding are in no count.";

/** The standing and the class of numbers of a band. */
function standing(view: AdoptionView, band: Band<AnswerBand>): { standing: string; class_from: number | null; class_to: number | null } {
  const step = /^n(\d)$/.exec(band)?.[1];
  const one = step ? view.classes[Number(step) - 1] : undefined;
  return { standing: step ? "number" : band, class_from: one?.from ?? null, class_to: one?.to ?? null };
}

function stepTable(view: AdoptionView): Download["table"] {
  const rows = view.curve.steps.flatMap(({ day, counts }) =>
    view.bands.map((band) => ({
      question: view.question.id,
      day,
      ...standing(view, band),
      count: counts.get(band) ?? 0,
      coded: view.curve.coded,
      not_coded: view.notCoded,
    })),
  );
  return { columns: STEP_COLUMNS, rows };
}

function adopterTable(inquiry: Inquiry, view: AdoptionView): Download["table"] {
  const rows = view.adopters.flatMap(({ state, found }) => [
    ...found.dated.map(({ jurisdiction, coding, day }) => ({
      question: view.question.id,
      standing: state,
      jurisdiction,
      jurisdiction_name: inquiry.name(jurisdiction),
      since: coding.from,
      counts_from: day,
      start_known: "yes",
      ...codingCells(inquiry, view, coding),
    })),
    ...found.undated.map((jurisdiction) => ({
      ...Object.fromEntries(ADOPTER_COLUMNS.map((column) => [column, null])),
      question: view.question.id,
      standing: state,
      jurisdiction,
      jurisdiction_name: inquiry.name(jurisdiction),
      start_known: "no",
    })),
  ]);
  return { columns: ADOPTER_COLUMNS, rows };
}

function codingCells(inquiry: Inquiry, view: AdoptionView, coding: Coding): Record<string, Cell> {
  const citation = coding.citations[0];
  const source = citation && inquiry.catalogue.sources.get(citation.source);
  return {
    answer: coding.answer,
    answer_label: answerWords(inquiry, view.question, coding.answer).words,
    provision: citation?.provision || null,
    instrument: citation?.instrument || null,
    source: citation?.source || null,
    source_title: source?.title || null,
    source_url: source?.url || null,
    source_read: citation?.read || null,
    review: coding.review,
    flags: coding.flags.join(";") || null,
    note: coding.note ? inquiry.say("coding", coding.id, "note", coding.note).text : null,
  };
}

function download(inquiry: Inquiry, view: AdoptionView): Omit<Download, "table"> {
  const { question, curve } = view;
  const plain = (counts: ReadonlyMap<string, number>): object => Object.fromEntries(counts);
  return {
    data: {
      question: question.id,
      coded: curve.coded,
      not_coded: view.notCoded,
      classes: view.classes,
      day: inquiry.at,
      counts: plain(countsOn(curve, inquiry.at)),
      steps: curve.steps.map(({ day, counts, moves }) => ({
        day,
        counts: plain(counts),
        moves: moves.map(({ jurisdiction, from, to, cause, coding }) => ({ jurisdiction, from, to, cause, coding: coding.id })),
      })),
      adopters: view.adopters.map(({ state, found }) => ({
        standing: state,
        dated: found.dated.map(({ jurisdiction, coding, day }) => ({ jurisdiction, since: coding.from, counts_from: day, coding: coding.id })),
        undated: found.undated,
      })),
    },
    caveats: [CAVEAT, ...(question.note ? [inquiry.say("question", question.id, "note", question.note).text] : [])],
  };
}
