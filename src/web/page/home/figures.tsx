import { type HomeView, INCIDENT_TYPES, TOTALS } from "../../../api/home/view.ts";
import type { Observation } from "../../../domain/statistic.ts";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";
import { Figure, FigureSource, Measure } from "../jurisdiction/figures.tsx";

/** Three figures, each with the sentence that it supports, its break and what it does not mean. */
export function ThreeFigures({ view, visit }: { view: HomeView; visit: Visit }) {
  const { t } = visit;
  const at = (series: readonly Observation[], period: string): string => {
    const value = series.find((one) => one.period === period)?.value;
    return value === null || value === undefined ? "" : numberText(value, visit.locale);
  };
  const [totals, enticement] = [view.totals, view.enticement];
  const outside = view.locations[0];
  return (
    <div class="cols">
      {at(totals, "2023") && (
        <Card
          title={t("home.figure-total", { value: at(totals, "2023") })}
          rows={totals}
          label="year"
          dataset={TOTALS}
          breakId="bundling-2024"
          from="2024"
          caveat="volume-is-not-prevalence"
          visit={visit}
        />
      )}
      {at(enticement, "2023") && (
        <Card
          title={t("home.figure-enticement", { before: at(enticement, "2023"), after: at(enticement, "2024") })}
          rows={enticement}
          label="year"
          dataset={INCIDENT_TYPES}
          breakId="report-act-2024"
          from="2024"
          caveat="reporter-chooses-the-type"
          visit={visit}
        />
      )}
      {outside && outside.value !== null && (
        <Card
          title={t("home.figure-location", { value: numberText(outside.value, visit.locale), year: outside.period })}
          rows={view.locations}
          label="measure"
          dataset={TOTALS}
          caveat="country-is-where-the-upload-pointed"
          visit={visit}
        />
      )}
    </div>
  );
}

interface CardProps {
  readonly title: string;
  readonly rows: readonly Observation[];
  readonly label: "year" | "measure";
  readonly dataset: string;
  /** The break that parts the rows from `from` on from those before. */
  readonly breakId?: string;
  readonly from?: string;
  readonly caveat: string;
  readonly visit: Visit;
}

function Card({ title, rows, label, dataset, breakId, from, caveat, visit }: CardProps) {
  const { catalogue, t } = visit;
  const gap = breakId ? catalogue.breaks.get(breakId) : undefined;
  const limit = catalogue.caveats.get(caveat);
  const before = from ? rows.filter((one) => one.period < from) : rows;
  const after = from ? rows.filter((one) => one.period >= from) : [];
  const line = (one: Observation) => (
    <tr>
      <th scope="row">{label === "year" ? one.period : <Measure one={one} visit={visit} />}</th>
      <td class="num">
        <Figure one={one} visit={visit} />
      </td>
    </tr>
  );
  return (
    <section class="card">
      <h3>{title}</h3>
      <table class="data">
        <caption class="meta">
          {t("home.figure-unit")}
          <FigureSource of={rows} visit={visit} />
        </caption>
        <tbody>
          {before.map(line)}
          {gap && after.length > 0 && (
            <tr class="break">
              <td colspan={2}>
                <Say said={visit.say("break", gap.id, "effect", gap.effect)} visit={visit} />
              </td>
            </tr>
          )}
          {after.map(line)}
        </tbody>
      </table>
      {limit && (
        <p class="meta">
          <Say said={visit.say("caveat", limit.id, "text", limit.text)} visit={visit} />
        </p>
      )}
      <p class="meta">
        <a href={visit.link(`/data/${dataset}`)}>{t("home.figure-more")}</a> ·{" "}
        <a href={visit.link("/figures", { dataset, measure: [...new Set(rows.map((one) => one.measure))].join(",") })}>{t("figure.explore")}</a>
      </p>
    </section>
  );
}
