import type { Study } from "../../../analysis/event/study.ts";
import type { EventView } from "../../../api/event/view.ts";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { ComparisonPart } from "./comparison.tsx";
import { EventPicture } from "./picture.tsx";
import { factorText, resultWords, shareText, warningWords } from "./words.ts";

/** What was found: words, picture and table, numbers, how firm it is, and what must be known of the figures. */
export function EventResult({ view, visit }: { view: EventView; visit: Visit }) {
  const { t } = visit;
  const [found, ...limits] = resultWords(view, t, visit.locale);
  const warnings = warningWords(view, t);
  return (
    <>
      <h2 id="result">{t("event.result")}</h2>
      <p class="lead">{found}</p>
      {limits.length > 0 && <p class="doubt">{limits.join(" ")}</p>}
      <EventPicture view={view} visit={visit} />
      {view.result.kind === "study" && <Numbers study={view.result} visit={visit} />}
      <ComparisonPart view={view} visit={visit} />
      {warnings.length > 0 && (
        <>
          <h2 id="warnings">{t("event.warnings")}</h2>
          <ul>
            {warnings.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      {view.placebo && (
        <>
          <h2 id="placebo">{t("event.placebo")}</h2>
          <p>
            {t("event.placebo-words", { count: view.placebo.dates.length, share: shareText(view.placebo.share, visit.locale) })} {t("event.placebo-note")}
          </p>
        </>
      )}
      <Ways view={view} visit={visit} />
      {view.result.kind === "study" && <Diagnostics study={view.result} visit={visit} />}
      <About view={view} visit={visit} />
    </>
  );
}

function interval([from, to]: readonly [number, number], visit: Visit): string {
  return `${factorText(from, visit.locale)} ${visit.t("event.to")} ${factorText(to, visit.locale)}`;
}

function Numbers({ study, visit }: { study: Study; visit: Visit }) {
  const { t } = visit;
  const linear = study.model === "linear";
  const rows = [
    { name: t("event.step"), value: study.step.ratio, interval: study.step.interval, stated: study.step.serial },
    { name: t(linear ? "event.trend-linear" : "event.trend"), ...study.trend },
    ...(study.slope ? [{ name: t(linear ? "event.slope-linear" : "event.slope-row"), ...study.slope }] : []),
  ];
  return (
    <DataTable
      caption={t("event.numbers")}
      rows={rows}
      columns={[
        { head: t("event.what"), row: true, cell: (row) => row.name },
        { head: t("event.estimate"), number: true, cell: (row) => factorText(row.value, visit.locale) },
        { head: t("event.interval"), number: true, cell: (row) => interval(row.interval, visit) },
        { head: t("event.serial"), number: true, cell: (row) => interval(row.stated, visit) },
      ]}
    />
  );
}

function Ways({ view, visit }: { view: EventView; visit: Visit }) {
  const { t } = visit;
  if (view.sensitivity.length === 0) return <></>;
  return (
    <>
      <h2 id="sensitivity">{t("event.sensitivity")}</h2>
      <p>{t("event.sensitivity-note")}</p>
      <DataTable
        caption={t("event.sensitivity")}
        rows={view.sensitivity}
        columns={[
          { head: t("event.way"), row: true, cell: (one) => t(`event.way-${one.change}`) },
          { head: t("event.window"), cell: (one) => `${one.from} – ${one.to}` },
          { head: t("event.ratio"), number: true, cell: (one) => factorText(one.ratio, visit.locale) },
          { head: t("event.interval"), number: true, cell: (one) => interval(one.stated, visit) },
        ]}
      />
    </>
  );
}

function Diagnostics({ study, visit }: { study: Study; visit: Visit }) {
  const { t, locale } = visit;
  const { dispersion, theta, residuals, correlation, coefficients, step } = study;
  return (
    <details>
      <summary>{t("event.diagnostics")}</summary>
      <dl class="facts">
        <dt>{t("event.dispersion")}</dt>
        <dd>
          {numberText(dispersion, locale, 3)} <span class="meta">{study.model === "quasi-poisson" && t("event.dispersion-note")}</span>
        </dd>
        {theta !== null && (
          <>
            <dt>{t("event.theta")}</dt>
            <dd>{Number.isFinite(theta) ? numberText(theta, locale, 2) : t("event.theta-endless")}</dd>
          </>
        )}
        <dt>{t("event.lag1")}</dt>
        <dd>{numberText(residuals.lag1, locale, 2)}</dd>
        <dt>{t("event.ljung-box", { lags: residuals.ljungBox.lags })}</dt>
        <dd>{numberText(residuals.ljungBox.chance, locale, 3)}</dd>
        <dt>{t("event.correlation")}</dt>
        <dd>{numberText(correlation, locale, 2)}</dd>
        <dt>{t("event.newey-west")}</dt>
        <dd>{interval(step.neweyWest, visit)}</dd>
      </dl>
      <DataTable
        caption={t("event.coefficients")}
        rows={coefficients}
        columns={[
          { head: t("event.coefficient"), row: true, cell: (one) => <code>{one.name}</code> },
          { head: t("event.estimate"), number: true, cell: (one) => numberText(one.estimate, locale, 6) },
          { head: t("event.error"), number: true, cell: (one) => numberText(one.error, locale, 6) },
        ]}
      />
      <p class="meta">{t("event.coefficients-note")}</p>
    </details>
  );
}

/** What must be known of the figures of the record: measure, date, breaks, caveats, source. */
function About({ view, visit }: { view: EventView; visit: Visit }) {
  const { t } = visit;
  const { series } = view;
  if (!series) return <></>;
  const { dataset } = series;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t("event.about")}</h2>
      <dl class="facts">
        <dt>{t("event.series")}</dt>
        <dd>
          {series.label}
          <Cite citations={dataset.citations} visit={visit} /> <code>{series.id}</code>
        </dd>
        <dt>{t("event.unit")}</dt>
        <dd>{series.unit}</dd>
        {series.definition && (
          <>
            <dt>{t("event.definition")}</dt>
            <dd>{series.definition}</dd>
          </>
        )}
        <dt>{t("event.as-of")}</dt>
        <dd>
          <Time date={dataset.asOf} visit={visit} />
        </dd>
      </dl>
      <p>
        <a href={visit.link(`/data/${dataset.id}`, { place: series.jurisdiction })}>{t("event.all-rows")}</a>
      </p>
      {series.breaks.length > 0 && (
        <>
          <h3>{t("event.series-breaks")}</h3>
          <dl class="facts">
            {series.breaks.map(({ entry }) => (
              <>
                <dt>
                  <Time date={entry.from} visit={visit} />
                </dt>
                <dd>
                  <Say said={visit.say("break", entry.id, "what", entry.what)} visit={visit} />{" "}
                  <Say said={visit.say("break", entry.id, "effect", entry.effect)} visit={visit} />
                </dd>
              </>
            ))}
          </dl>
        </>
      )}
      <h3>{t("event.caveats")}</h3>
      <ul>
        {dataset.caveats
          .flatMap((id) => visit.catalogue.caveats.get(id) ?? [])
          .map((one) => (
            <li>
              <Say said={visit.say("caveat", one.id, "text", one.text)} visit={visit} />
            </li>
          ))}
      </ul>
    </section>
  );
}
