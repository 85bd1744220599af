import type { Figures } from "../../../api/jurisdiction/figures.ts";
import type { Observation } from "../../../domain/statistic.ts";
import { BarChart } from "../../chart/bar.tsx";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

/** What must stand beside the figures of one place, before all others. */
const FIRST_CAVEATS = [
  "volume-is-not-prevalence",
  "country-is-where-the-upload-pointed",
  "more-reports-can-mean-better-detection",
  "suppressed-is-not-zero",
] as const;
const RECOUNT = "country-list-counts-agencies-2024";

/** A figure in the reader's language. Suppressed is "fewer than …", missing is said in words; neither is ever 0. */
function figureText(one: Observation, visit: Visit): string {
  if (one.status === "suppressed") {
    const bound = /^<(\d+)$/.exec(one.bound)?.[1];
    return bound ? visit.t("jurisdiction.fewer-than", { bound: Number(bound) }) : visit.t("jurisdiction.suppressed");
  }
  if (one.value !== null) return numberText(one.value, visit.locale);
  return one.words || visit.t("jurisdiction.missing");
}

/** A figure in the reader's language; what is not a figure is set apart. */
export function Figure({ one, visit }: { one: Observation; visit: Visit }) {
  const text = figureText(one, visit);
  return one.status !== "suppressed" && (one.value !== null || one.words) ? <>{text}</> : <span class="quiet">{text}</span>;
}

/** The source of figures, cited as of the day on which their data set was read. */
export function FigureSource({ of, visit }: { of: readonly Observation[]; visit: Visit }) {
  const sources = [...new Set(of.map((one) => one.source).filter(Boolean))];
  const citations = sources.flatMap((source) => {
    const read = visit.catalogue.sources.get(source)?.read;
    return read ? [{ source, read, instrument: "", provision: "", note: "" }] : [];
  });
  return <Cite citations={citations} visit={visit} />;
}

/** The label of a measure of a data set. */
export function Measure({ one, visit }: { one: Observation; visit: Visit }) {
  const measures = visit.catalogue.datasets.get(one.dataset)?.measures ?? [];
  const index = measures.findIndex((measure) => measure.id === one.measure);
  const label = measures[index]?.label;
  return label ? <Say said={visit.say("dataset", one.dataset, `measures.${index}.label`, label)} visit={visit} /> : <>{one.measure}</>;
}

/** Small tables of figures. The years up to 2023 and the year 2024 count different things and stand apart. */
export function FigureTables({ figures, visit }: { figures: Figures; visit: Visit }) {
  const { t, catalogue } = visit;
  const recount = catalogue.breaks.get(RECOUNT);
  return (
    <>
      {figures.population && (
        <p>
          {t("jurisdiction.population", { year: figures.population.period })} <strong>{numberText(figures.population.value ?? 0, visit.locale)}</strong>
          <FigureSource of={[figures.population]} visit={visit} />
        </p>
      )}
      <div class="cols">
        {figures.reports.length > 0 && (
          <div>
            <DataTable
              caption={t("jurisdiction.reports-caption")}
              rows={figures.reports}
              columns={[
                {
                  head: t("jurisdiction.year"),
                  row: true,
                  cell: (one) => (
                    <>
                      {one.period}
                      <FigureSource of={[one]} visit={visit} />
                    </>
                  ),
                },
                { head: t("jurisdiction.reports"), number: true, cell: (one) => <Figure one={one} visit={visit} /> },
              ]}
            />
            <BarChart
              title={t("jurisdiction.reports-picture")}
              bars={figures.reports.map((one) => ({
                label: one.period,
                value: one.value,
                text: figureText(one, visit),
                soft: one.status === "rounded" || one.status === "derived",
              }))}
            />
          </div>
        )}
        {figures.split.length > 0 && (
          <div>
            <DataTable
              caption={t("jurisdiction.split-caption")}
              rows={figures.split}
              columns={[
                { head: t("jurisdiction.what"), row: true, cell: (one) => <Measure one={one} visit={visit} /> },
                { head: t("jurisdiction.number"), number: true, cell: (one) => <Figure one={one} visit={visit} /> },
              ]}
            />
            <p class="break">
              <strong>{t("jurisdiction.break-2024")}</strong>
              <FigureSource of={figures.split} visit={visit} />{" "}
              {recount && <Say said={visit.say("break", recount.id, "effect", recount.effect)} visit={visit} />}
            </p>
          </div>
        )}
      </div>
      {figures.types.length > 0 && <Types types={figures.types} visit={visit} />}
      {[...figures.others].map(([id, rows]) => (
        <Others id={id} rows={rows} visit={visit} />
      ))}
      <ul class="caveats">
        {FIRST_CAVEATS.map((id) => {
          const caveat = catalogue.caveats.get(id);
          return (
            caveat && (
              <li>
                <Say said={visit.say("caveat", id, "text", caveat.text)} visit={visit} />
              </li>
            )
          );
        })}
      </ul>
      <p>
        {figures.reports[0] && (
          <>
            <a href={visit.link("/figures", { dataset: figures.reports[0].dataset, place: figures.reports[0].jurisdiction })}>{t("figure.place-link")}</a>
            {" · "}
          </>
        )}
        {t("jurisdiction.datasets")}{" "}
        {figures.datasets.map((id, index) => {
          const dataset = catalogue.datasets.get(id);
          return (
            <>
              {index > 0 && " · "}
              <a href={visit.link(`/data/${id}`)}>{dataset ? <Say said={visit.say("dataset", id, "title", dataset.title)} visit={visit} /> : id}</a>
            </>
          );
        })}
      </p>
    </>
  );
}

function Types({ types, visit }: { types: readonly Observation[]; visit: Visit }) {
  const { t } = visit;
  const order = (visit.catalogue.datasets.get(types[0]?.dataset ?? "")?.measures ?? []).map((one) => one.id);
  const sorted = [...types].sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure));
  const given = sorted.filter((one) => one.status !== "suppressed");
  const hidden = sorted.filter((one) => one.status === "suppressed");
  return (
    <>
      <DataTable
        caption={t("jurisdiction.types-caption")}
        rows={[...given, ...hidden]}
        columns={[
          { head: t("jurisdiction.what"), row: true, cell: (one) => <Measure one={one} visit={visit} /> },
          { head: t("jurisdiction.number"), number: true, cell: (one) => <Figure one={one} visit={visit} /> },
        ]}
      />
      <p class="meta">
        {t("jurisdiction.types-rounded")}
        <FigureSource of={types} visit={visit} />
      </p>
    </>
  );
}

function Others({ id, rows, visit }: { id: string; rows: readonly Observation[]; visit: Visit }) {
  const { t } = visit;
  const dataset = visit.catalogue.datasets.get(id);
  return (
    <details>
      <summary>{dataset ? <Say said={visit.say("dataset", id, "title", dataset.title)} visit={visit} /> : id}</summary>
      <DataTable
        caption={t("jurisdiction.others-caption", { name: visit.name(rows[0]?.jurisdiction ?? "") })}
        rows={rows}
        columns={[
          {
            head: t("jurisdiction.what"),
            row: true,
            cell: (one) => (
              <>
                {one.category ? (
                  <>
                    {one.category}
                    {one.measure && one.measure !== one.category && <> · </>}
                  </>
                ) : (
                  ""
                )}
                <Measure one={one} visit={visit} />
                <FigureSource of={[one]} visit={visit} />
              </>
            ),
          },
          { head: t("jurisdiction.year"), cell: (one) => one.period },
          { head: t("jurisdiction.value"), cell: (one) => <Figure one={one} visit={visit} /> },
        ]}
      />
    </details>
  );
}
