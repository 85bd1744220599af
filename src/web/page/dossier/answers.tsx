import type { DossierView, RestingAnswer } from "../../../api/dossier/view.ts";
import { CodingChip, Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { InstrumentLink, PlaceLink, QuestionLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Answers that stand open, and at most on the page; the download holds all. */
const OPEN = 8;
const SHOWN = 16;

/** Figures that are argued about, with the rival numbers. */
export function Claims({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  if (view.claims.length === 0) return <></>;
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t("dossier.claims")}</h2>
      {view.claims.map((claim) => (
        <article class="note">
          <h3>
            <a href={visit.link(`/claims/${claim.id}`)}>
              <Say said={visit.say("claim", claim.id, "statement", claim.statement)} visit={visit} />
            </a>
          </h3>
          <ul>
            {claim.figures.map((figure, index) => (
              <li>
                <strong>{visit.say("claim", claim.id, `figures.${index}.value`, figure.value).text}</strong>
                {t("timeline.colon")}
                <Say said={visit.say("claim", claim.id, `figures.${index}.definition`, figure.definition)} visit={visit} />{" "}
                <span class="meta">({visit.say("claim", claim.id, `figures.${index}.by`, figure.by).text})</span>
              </li>
            ))}
          </ul>
          <p>
            <Say said={visit.say("claim", claim.id, "settle", claim.settle)} visit={visit} />
            <Cite citations={claim.citations.slice(0, 2)} visit={visit} />
          </p>
        </article>
      ))}
    </section>
  );
}

/** Answers that rest on the instruments, with the days for which they speak. */
export function Resting({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  if (view.resting.length === 0) return <></>;
  const rest = view.resting.slice(OPEN, SHOWN);
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t("dossier.answers")}</h2>
      <Table rows={view.resting.slice(0, OPEN)} visit={visit} />
      {rest.length > 0 && (
        <details>
          <summary>{t("dossier.more", { count: rest.length })}</summary>
          <Table rows={rest} visit={visit} />
        </details>
      )}
      {view.resting.length > SHOWN && <p class="meta">{t("dossier.capped", { shown: SHOWN, all: view.resting.length })}</p>}
    </section>
  );
}

function Table({ rows, visit }: { rows: readonly RestingAnswer[]; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("dossier.answers-caption")}
      rows={rows}
      columns={[
        {
          head: t("instrument.question"),
          row: true,
          cell: ({ question }) => <QuestionLink question={question} visit={visit} />,
        },
        { head: t("instrument.place"), cell: ({ span }) => <PlaceLink code={span.jurisdiction} visit={visit} /> },
        {
          head: t("instrument.answer"),
          cell: ({ span, question }) => (
            <>
              <CodingChip coding={span.coding} question={question} visit={visit} />
              <Cite citations={withoutPlace(span.coding.citations.slice(0, 1))} visit={visit} />
            </>
          ),
        },
        {
          head: t("dossier.when"),
          cell: ({ span }) => (
            <>
              <Since coding={span.coding} visit={visit} />
              {span.coding.to && (
                <>
                  {" "}
                  {t("dossier.until")} <Time date={span.coding.to} visit={visit} />
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** Instruments outside the dossier that updates or answers name together with it. */
export function Near({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  if (view.near.length === 0) return <></>;
  return (
    <section aria-labelledby="near">
      <h2 id="near">{t("dossier.near")}</h2>
      <ul>
        {view.near.map(({ instrument, updates, answers }) => (
          <li>
            <InstrumentLink id={instrument.id} visit={visit} />{" "}
            <span class="meta">
              {visit.name(instrument.jurisdiction)} · {t(`instrument.status-${instrument.status}`)} · {t("dossier.near-why", { updates, answers })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
