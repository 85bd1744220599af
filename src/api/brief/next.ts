import type { Coding } from "../../domain/coding.ts";
import { type Day, type FuzzyDate, firstDay, lastDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Obligation } from "../../domain/obligation.ts";
import type { Question } from "../../domain/question.ts";
import type { Citation } from "../../domain/source.ts";
import type { Update } from "../../domain/update.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Answer } from "../../store/reader.ts";

interface Dated {
  readonly date: FuzzyDate;
  readonly citations: readonly Citation[];
}

/** One thing that comes after the day, as far as the record knows. */
export type NextStep = Dated &
  (
    | { readonly sort: "answer"; readonly question: Question; readonly coding: Coding }
    | { readonly sort: "stage"; readonly instrument: Instrument; readonly stage: string }
    | { readonly sort: "duty-starts" | "duty-ends"; readonly obligation: Obligation }
    | { readonly sort: "closes" | "update"; readonly update: Update }
    /** A text that is proposed or adopted and has no dated step ahead; `date` is its latest step. */
    | { readonly sort: "pending"; readonly instrument: Instrument }
  );

/** What comes after the day `at` in these places on these topics, by date; texts under way without a date come last. */
export function nextSteps(
  catalogue: Catalogue,
  asked: { readonly places: readonly string[]; readonly topics: ReadonlySet<string>; readonly at: Day; readonly today: Day },
  answers: readonly Answer[],
): NextStep[] {
  const { places, topics, at, today } = asked;
  const here = (code: string): boolean => places.includes(code);
  const on = (some: readonly string[]): boolean => some.some((one) => topics.has(one));
  const steps: NextStep[] = [];
  const pending: NextStep[] = [];
  for (const { question: id, next } of answers) {
    const question = catalogue.questions.get(id);
    if (question && next?.from && lastDay(next.from) > at) steps.push({ sort: "answer", date: next.from, question, coding: next, citations: next.citations });
  }
  for (const instrument of catalogue.instruments.values()) {
    if (!here(instrument.jurisdiction) || !on(instrument.topics)) continue;
    const ahead = instrument.stages.filter((one) => firstDay(one.date) > at);
    for (const { date, stage } of ahead) steps.push({ sort: "stage", date, instrument, stage, citations: instrument.citations });
    // Where a text stands is recorded for today alone.
    const open = instrument.status === "proposed" || instrument.status === "adopted";
    const last = instrument.stages.at(-1);
    if (at === today && open && ahead.length === 0 && last) pending.push({ sort: "pending", date: last.date, instrument, citations: instrument.citations });
  }
  for (const obligation of catalogue.obligations.values()) {
    const law = catalogue.instruments.get(obligation.instrument);
    if (!here(obligation.jurisdiction) || !on(law?.topics ?? [])) continue;
    const { from, to, citations } = obligation;
    if (from && from > at) steps.push({ sort: "duty-starts", date: from, obligation, citations });
    if (to && to > at && (!from || from <= at)) steps.push({ sort: "duty-ends", date: to, obligation, citations });
  }
  for (const update of catalogue.updates.values()) {
    if (!update.jurisdictions.some(here) || !on(update.topics)) continue;
    const { closes, opens, date, citations } = update;
    if (closes && closes > at && (!opens || opens <= at)) steps.push({ sort: "closes", date: closes, update, citations });
    else if (date > at) steps.push({ sort: "update", date, update, citations });
  }
  const order = (a: NextStep, b: NextStep): number => (firstDay(a.date) < firstDay(b.date) ? -1 : firstDay(a.date) > firstDay(b.date) ? 1 : 0);
  return [...steps.sort(order), ...pending.sort((a, b) => order(b, a))];
}
