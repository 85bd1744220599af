import { ALIGNED } from "../../../analysis/alignment.ts";
import { type AskPage, askPage as pageOf } from "../../../api/position/ask.ts";
import { stepsFor } from "../../../api/step.ts";
import { DateBar } from "../../part/datebar.tsx";
import { attempt, FieldError } from "../../part/field.tsx";
import { FilterForm, kept } from "../../part/filter.tsx";
import { Flags } from "../../part/flag.tsx";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { AskTable } from "./aligned.tsx";
import { AskRule, AskTally, askPath } from "./ask.tsx";
import { AskMap } from "./picture.tsx";

/** `/positions/{id}/{ask}`: one ask in every jurisdiction; who already does this, and in what words. */
export const askPage: Page = async (visit) => {
  const { id = "", ask: askId = "" } = visit.params;
  const asked = await attempt(() => pageOf(visit, id, askId));
  // A filter that cannot be read: the whole page, with the message beside the filter.
  const page = asked.fault ? await pageOf({ ...visit, query: new URLSearchParams() }, id, askId) : asked.value;
  if (!page) return null;
  const { t } = visit;
  const { position, view } = page;
  const wording = visit.say("question", askId, "wording", view.ask.wording).text;
  const path = askPath(id, askId);
  const answers = view.rows.map((row) => row.answer);
  const steps = await stepsFor(visit, answers, { questions: [view.counted.id] });
  return {
    title: wording,
    description: t("position.ask-description", { met: view.counts.met, partly: view.counts.partly, blank: view.counts["not-coded"] }),
    crumbs: [
      { href: visit.link("/positions"), label: t("position.title") },
      { href: visit.link(`/positions/${id}`), label: visit.say("position", id, "title", position.title).text },
    ],
    data: `/asks/${askId}`,
    watch: { question: askId },
    method: "alignment",
    keep: asked.fault ? {} : kept(visit, ["alignment"]),
    wide: true,
    ...(asked.fault ? { status: 400 } : {}),
    body: (
      <>
        <h1>
          <Say said={visit.say("question", askId, "wording", view.ask.wording)} visit={visit} />
        </h1>
        <p class="whose">
          {t("position.ask-of", { number: page.number })}{" "}
          <a href={visit.link(`/positions/${id}`)}>
            <Say said={visit.say("position", id, "title", position.title)} visit={visit} />
          </a>
          {" · "}
          {t("position.by", { organisation: position.organisation })}
        </p>
        <AskRule view={view} visit={visit} />
        {view.ask.note && (
          <p class="doubt">
            <strong>{t("question.note")}</strong> <Say said={visit.say("question", askId, "note", view.ask.note)} visit={visit} />
          </p>
        )}
        <p class="meta">
          <span class="flag">{t("question.unreviewed")}</span>
          <Flags flags={view.ask.flags} visit={visit} />
          {" · "}
          <a href={visit.link(`/questions/${view.counted.id}`)}>{t("position.more-about")}</a>
        </p>
        <DateBar visit={visit} steps={steps} unknown={view.counts["not-known"]} />
        <AskTally view={view} visit={visit} linked={(alignment) => visit.link(path, { alignment })} />
        {view.rows.length > 0 && <AskMap view={view} title={wording} visit={visit} />}
        <h2 id="answers">{t("position.all-answers")}</h2>
        <p>{t("position.asks-lead")}</p>
        <FilterForm
          path={path}
          visit={visit}
          fields={[
            {
              name: "alignment",
              label: t("position.alignment"),
              kind: "choice",
              choices: ALIGNED.map((value) => ({ value, label: t(`position.alignment-${value}`) })),
            },
          ]}
        />
        <FieldError fault={asked.fault} field="alignment" words={t("position.no-alignment")} visit={visit} />
        <Groups page={page} visit={visit} />
      </>
    ),
  };
};

/** The answers, those that meet the ask first because they are what readers look for; then the blanks. */
function Groups({ page, visit }: { page: AskPage; visit: Visit }) {
  const { t } = visit;
  const { view, only } = page;
  const shown = page.groups.filter((one) => !only || one.alignment === only);
  const blanks = !only || only === "not-coded" ? view.blanks : [];
  return (
    <>
      {shown.map(({ alignment, rows }) => (
        <section aria-labelledby={`g-${alignment}`}>
          <h3 id={`g-${alignment}`}>{t(`position.group-${alignment}`, { count: rows.length })}</h3>
          <AskTable
            answers={rows.map((row) => row.answer)}
            question={view.counted}
            caption={t("position.group-table", { alignment: t(`position.alignment-${alignment}`) })}
            visit={visit}
          />
        </section>
      ))}
      {blanks.length > 0 && (
        <section aria-labelledby="g-not-coded">
          <h3 id="g-not-coded">{t("position.blanks", { count: blanks.length })}</h3>
          <p>{t("position.blanks-text")}</p>
          <details>
            <summary>{t("position.blanks-names")}</summary>
            <p class="quiet">{blanks.map(visit.name).join(" · ")}</p>
          </details>
        </section>
      )}
      {shown.length === 0 && blanks.length === 0 && <p>{t("frame.none")}</p>}
      {view.second.length > 0 && !only && (
        <details>
          <summary>
            {t("position.second")} ({view.second.length})
          </summary>
          <p>{t("position.second-text")}</p>
          <AskTable answers={view.second} question={view.ask} caption={t("position.second-table")} visit={visit} />
        </details>
      )}
    </>
  );
}
