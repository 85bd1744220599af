import type { ComparedRow } from "../../../analysis/comparison.ts";
import { MOST_PLACES, placesOf } from "../../../api/compare/asked.ts";
import { startOf, suggestionsFor, yesQuestion } from "../../../api/compare/suggestion.ts";
import { type CompareView, compareView, keptOf } from "../../../api/compare/view.ts";
import type { Fault } from "../../../api/fault.ts";
import { stepsAround } from "../../../api/step.ts";
import { intlTag } from "../../../domain/locale.ts";
import { dateText, numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { attempt } from "../../part/field.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { CompareForm } from "./form.tsx";
import { Folded, type Head, hasFew, headsOf, SideBySide, Unanswered } from "./table.tsx";

/** Jurisdictions side by side, or one on two days; without any, the form and what can be done with it. */
export const comparePage: Page = async (visit) => {
  const start = startOf(visit);
  const question = yesQuestion(visit);
  // The form sends its field for places even when it is empty.
  const named = visit.query.has("place") || ["topic", "to"].some((field) => visit.query.getAll(field).some((value) => value.trim() !== ""));
  const { value: view, fault } = named ? await attempt(() => compareView(visit)) : { value: null, fault: null };
  const places = view?.asked.places ?? (named ? placesOf(visit).places : start ? [start] : []);
  const open = places.length < MOST_PLACES && !view?.asked.to;
  const suggestions = open ? await suggestionsFor(visit, places, question) : [];
  const form = <CompareForm places={places} fault={fault} suggestions={suggestions} visit={visit} />;
  return view ? compared(view, form, visit) : empty(form, { start, question: question?.id ?? "" }, fault, visit);
};

function empty(form: unknown, { start, question }: { start: string; question: string }, fault: Fault | null, visit: Visit): Leaf {
  const { t } = visit;
  return {
    title: t("compare.title"),
    description: t("compare.description"),
    wide: true,
    ...(fault ? { status: 400 as const, index: false } : {}),
    keep: { ...(start ? { with: start } : {}), ...(question ? { question } : {}) },
    body: (
      <>
        <h1>{t("compare.title")}</h1>
        <p class="lead">{t("compare.teach-text")}</p>
        {form}
        <p>{t("compare.teach")}</p>
        <ul>
          <li>
            <a href={visit.link("/compare", { place: "BR,FR,JP" })}>{t("compare.teach-places")}</a>
          </li>
          <li>
            <a href={visit.link("/compare", { place: "EU", at: "2020-12-20", to: "2020-12-21" })}>{t("compare.teach-days")}</a>
          </li>
          <li>
            <a href={visit.link("/compare", { place: "GB,AU", topic: "regulatory" })}>{t("compare.teach-topics")}</a>
          </li>
        </ul>
        <p class="meta">{t("compare.facts")}</p>
      </>
    ),
  };
}

function compared(view: CompareView, form: unknown, visit: Visit): Leaf {
  const { t, locale } = visit;
  const { places, to } = view.asked;
  const names = new Intl.ListFormat(intlTag(locale), { type: "conjunction" }).format(places.map((code) => visit.name(code)));
  const title = to
    ? t("compare.title-days", { place: names, one: dateText(visit.at, locale), other: dateText(to, locale) })
    : t("compare.title-places", { places: names });
  return {
    title,
    description: t("compare.description"),
    crumbs: [{ href: visit.link("/compare"), label: t("compare.title") }],
    data: "/compare",
    keep: keptOf(view.asked),
    wide: true,
    index: false,
    body: <Body view={view} form={form} title={title} visit={visit} />,
  };
}

function Body({ view, form, title, visit }: { view: CompareView; form: unknown; title: string; visit: Visit }) {
  const { t } = visit;
  const { rows, counts } = view.comparison;
  const heads = headsOf(view, visit);
  const few = hasFew(view);
  const of = (pick: (row: ComparedRow) => boolean): ComparedRow[] => rows.filter(pick);
  const differ = of((row) => row.verdict === "differ");
  const apart = of((row) => row.verdict === "incomplete" && row.apart);
  const agree = of((row) => row.verdict === "incomplete" && !row.apart);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{t("compare.summary", { all: rows.length, ...counts })}</p>
      {(visit.known !== "" || (visit.at !== visit.today && !view.asked.to)) && <Days view={view} visit={visit} />}
      {form}
      <p class="meta">
        {t("compare.facts")} {!few && t("compare.sources")} · <span class="flag">{t("question.unreviewed")}</span>
      </p>
      <section>
        <h2 id="differ">{t("compare.differ")}</h2>
        {differ.length > 0 ? <SideBySide rows={differ} heads={heads} few={few} label="differ" visit={visit} /> : <p>{t("compare.differ-none")}</p>}
      </section>
      {apart.length > 0 && (
        <section>
          <h2 id="apart">{t("compare.apart")}</h2>
          <SideBySide rows={apart} heads={heads} few={few} label="apart" visit={visit} />
        </section>
      )}
      <Folded rows={agree} heads={heads} few={few} summary={t("compare.agree", { count: agree.length })} visit={visit} />
      <Folded rows={of((row) => row.verdict === "equal")} heads={heads} few={few} summary={t("compare.equal", { count: counts.equal })} visit={visit} />
      <Unanswered rows={of((row) => row.verdict === "blank")} visit={visit} />
      <Blanks view={view} heads={heads} visit={visit} />
    </>
  );
}

/** Says that the comparison is about the past, and leads to the changes around its day; its addresses name the places in one parameter. */
function Days({ view, visit }: { view: CompareView; visit: Visit }) {
  const query = new URLSearchParams(keptOf(view.asked));
  const answers = view.comparison.rows.flatMap((row) => row.cells.flatMap((one) => one ?? []));
  const steps = view.asked.to ? {} : stepsAround(answers, visit.at);
  return <DateBar visit={{ ...visit, query }} steps={steps} unknown={view.comparison.blanks.reduce((sum, one) => sum + one.notKnown, 0)} />;
}

/** How many questions have an answer in each column, and in which way the others have none. */
function Blanks({ view, heads, visit }: { view: CompareView; heads: readonly Head[]; visit: Visit }) {
  const { t } = visit;
  const { rows, blanks } = view.comparison;
  const number = (value: number): string => numberText(value, visit.locale);
  const lines = blanks.map(({ notKnown, notCoded }, index) => ({ head: heads[index], counts: [rows.length - notKnown - notCoded, notKnown, notCoded] }));
  const total = [0, 1, 2].map((kind) => lines.reduce((sum, one) => sum + (one.counts[kind] ?? 0), 0));
  return (
    <section>
      <h2 id="blanks">{t("compare.blanks")}</h2>
      <table class="data counted">
        <caption>{t("compare.blanks-caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.column")}</th>
            {[t("compare.answered"), t("answer.not-known"), t("answer.not-coded")].map((head) => (
              <th scope="col" class="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...lines, { head: undefined, counts: total }].map(({ head, counts }) => (
            <tr>
              <th scope="row">{head?.name ?? t("compare.total")}</th>
              {counts.map((count) => (
                <td class="num">{number(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
