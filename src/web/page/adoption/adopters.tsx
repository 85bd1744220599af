import type { Adopter, Band } from "../../../analysis/adoption.ts";
import { type AdoptionView, type AnswerBand, type FirstAdopters, named } from "../../../api/adoption/view.ts";
import type { Standing } from "../../../domain/question.ts";
import { answerWords, Chip } from "../../part/chip.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { Flags } from "../../part/flag.tsx";
import { PlaceLink } from "../../part/place.tsx";
import { DataTable, type TableColumn } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { bandLabel } from "./picture.tsx";

/** First adopters that stand in plain sight; the others are folded. */
const OPEN = 10;

/** Who first gave each kind of answer, as far as a start is known; and for whom it is not. */
export function Adopted({ view, visit }: { view: AdoptionView; visit: Visit }) {
  const { t } = visit;
  if (view.adopters.length === 0) return <></>;
  return (
    <section aria-labelledby="first">
      <h2 id="first">{t("adoption.first")}</h2>
      <p>{t("adoption.first-text")}</p>
      {view.adopters.map((one) => (
        <FirstTable adopters={one} view={view} visit={visit} />
      ))}
    </section>
  );
}

function FirstTable({ adopters, view, visit }: { adopters: FirstAdopters; view: AdoptionView; visit: Visit }) {
  const { t } = visit;
  const { state, found } = adopters;
  const label = state === "number" ? t("adoption.any-number") : bandLabel(view, state, visit);
  const columns: TableColumn<Adopter>[] = [
    { head: t("question.jurisdiction"), row: true, cell: (one) => <PlaceLink code={one.jurisdiction} visit={visit} /> },
    { head: t("question.since"), cell: (one) => <Time date={one.coding.from} visit={visit} /> },
    ...(answersDiffer(found.dated) ? [{ head: t("question.answer"), cell: (one: Adopter) => answerOf(one, view, visit) }] : []),
    {
      head: t("question.provision"),
      cell: ({ coding }) => (
        <>
          {coding.citations[0]?.provision}
          <Cite citations={withoutPlace(coding.citations)} visit={visit} />
          <Flags flags={coding.flags} visit={visit} />
        </>
      ),
    },
  ];
  const open = found.dated.slice(0, OPEN);
  const rest = found.dated.slice(OPEN);
  return (
    <>
      <h3>{t("adoption.first-of", { label, count: found.dated.length })}</h3>
      {open.length > 0 && <DataTable caption={t("adoption.first-caption", { count: open.length })} columns={columns} rows={open} />}
      {rest.length > 0 && (
        <details>
          <summary>{t("adoption.first-rest", { count: rest.length })}</summary>
          <DataTable caption={t("adoption.first-rest", { count: rest.length })} columns={columns} rows={rest} />
        </details>
      )}
      {found.undated.length > 0 && (
        <details class="blank">
          <summary>{t("adoption.undated", { count: found.undated.length })}</summary>
          <p>
            {named(visit, found.undated)
              .map((code) => visit.name(code))
              .join(" · ")}
          </p>
        </details>
      )}
    </>
  );
}

function answersDiffer(adopters: readonly Adopter[]): boolean {
  return new Set(adopters.map((one) => one.coding.answer)).size > 1;
}

function answerOf({ coding }: Adopter, view: AdoptionView, visit: Visit) {
  const { words, lang, state } = answerWords(visit, view.question, coding.answer);
  return <Chip standing={state} words={words} lang={lang === visit.locale ? undefined : lang} />;
}

/** Who left "yes" because the law changed or ended. */
export function Departed({ view, visit }: { view: AdoptionView; visit: Visit }) {
  const { t } = visit;
  if (view.departures.length === 0) return <></>;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{t("adoption.left")}</h2>
      <DataTable
        caption={t("adoption.left-caption", { count: view.departures.length, label: bandLabel(view, "yes", visit) })}
        rows={view.departures}
        columns={[
          { head: t("question.jurisdiction"), row: true, cell: ({ move }) => <PlaceLink code={move.jurisdiction} visit={visit} /> },
          { head: t("adoption.from"), cell: ({ day }) => <Time date={day} visit={visit} /> },
          { head: t("adoption.then"), cell: ({ move }) => <Chip standing={standingOf(move.to)} words={bandLabel(view, move.to, visit)} /> },
          { head: t("adoption.source"), cell: ({ move }) => <Cite citations={withoutPlace(move.coding.citations)} visit={visit} /> },
        ]}
      />
    </section>
  );
}

/** How a band is drawn as a chip: classes of numbers are numbers. */
function standingOf(band: Band<AnswerBand>): Standing {
  return band === "n1" || band === "n2" || band === "n3" || band === "n4" || band === "n5" ? "number" : band;
}
