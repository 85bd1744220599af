import { type Move, yearsOf } from "../../../analysis/adoption.ts";
import type { AdoptionView, AnswerBand, AnswerCurve } from "../../../api/adoption/view.ts";
import { dateText, numberText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { bandLabel, RegionStack } from "./picture.tsx";

/** From this many days on, a table gives the ends of years instead. */
const MOST_DAYS = 40;
/** A longer table is folded. */
const LONG = 12;
/** Longest heading, in letters, of a table that stays a table on a phone; longer ones turn its rows into cards. */
const SHORT = 24;
/** Most names of movers in a row; more are counted. */
const NAMES = 6;

/** The counts of a curve as a table: every day on which they changed, or every year when there are too many days. */
export function CountTable({
  curve,
  view,
  visit,
  place,
}: {
  curve: AnswerCurve;
  view: AdoptionView;
  visit: Visit;
  /** The region that the counts are of, when it is one. */
  place?: string | undefined;
}) {
  const { t } = visit;
  const byDay = view.curve.steps.length <= MOST_DAYS;
  const bands = view.bands.filter((band) => curve.steps.some(({ counts }) => counts.has(band)) || band === "not-known");
  const rows = byDay
    ? curve.steps.map(({ day, counts, moves }) => ({ head: <Time date={day} visit={visit} />, counts, moves }))
    : yearsOf(curve).map(({ year, counts }) => ({ head: <>{year}</>, counts, moves: null }));
  const heads = bands.map((band) => bandLabel(view, band, visit));
  const narrow = heads.every((head) => head.length <= SHORT);
  const who = t("adoption.who");
  const table = (
    <table class={narrow ? "data counted steps" : "data steps"}>
      <caption>{`${place ? `${place}${punctuation(visit.locale).full}` : ""}${t(byDay ? "adoption.by-day" : "adoption.by-year")}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t(byDay ? "adoption.day" : "adoption.year")}</th>
          {heads.map((head) => (
            <th scope="col" class="num">
              {head}
            </th>
          ))}
          {byDay && <th scope="col">{who}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, counts, moves }) => (
          <tr>
            <th scope="row">{head}</th>
            {bands.map((band, index) => (
              <td class="num" data-head={narrow ? undefined : heads[index]}>
                {numberText(counts.get(band) ?? 0, visit.locale)}
              </td>
            ))}
            {moves && <td data-head={narrow ? undefined : who}>{moversOf(moves, visit)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {rows.length > LONG || place ? (
        <details>
          <summary>{t("adoption.table", { count: rows.length })}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </>
  );
}

/** Who is counted elsewhere from a day on: by name where the law changed, as a number where the record only begins to speak. */
function moversOf(moves: ReadonlyArray<Move<AnswerBand>>, visit: Visit): string {
  const { t } = visit;
  const changed = moves.filter((move) => move.cause === "law" || move.cause === "ended");
  const others = moves.length - changed.length;
  const names = changed.slice(0, NAMES).map((move) => visit.name(move.jurisdiction));
  if (changed.length > NAMES) names.push(t("adoption.more", { count: changed.length - NAMES }));
  if (others > 0) names.push(t("adoption.begins", { count: others }));
  return names.join(punctuation(visit.locale).comma);
}

/** One small picture a region on the same axes, each with its table. */
export function Regions({ view, visit }: { view: AdoptionView; visit: Visit }) {
  const { t } = visit;
  if (view.regions.length < 2) return <></>;
  const most = Math.max(...view.regions.map(({ curve }) => curve.coded));
  const [first] = view.curve.steps;
  return (
    <section aria-labelledby="regions">
      <h2 id="regions">{t("adoption.regions")}</h2>
      <p>{t("adoption.regions-text", { from: first ? first.day.slice(0, 4) : visit.today.slice(0, 4), to: visit.today.slice(0, 4) })}</p>
      <div class="cols">
        {view.regions.map(({ region, curve }) => {
          const name = region ? visit.name(region) : t("adoption.no-region");
          const title = t("adoption.region", { name, count: curve.coded });
          return (
            <div>
              <h3>{title}</h3>
              <RegionStack
                curve={curve}
                view={view}
                most={most}
                title={`${title}${punctuation(visit.locale).full}${sentence(view, curve, visit)}`}
                visit={visit}
              />
              <CountTable curve={curve} view={view} visit={visit} place={name} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** How a region stands at its last step, for those who do not see the picture. */
function sentence(view: AdoptionView, curve: AnswerCurve, visit: Visit): string {
  const last = curve.steps.findLast((step) => step.day <= visit.at);
  const day = dateText(visit.at, visit.locale);
  const counts = view.bands.flatMap((band) => (last?.counts.get(band) ? [`${bandLabel(view, band, visit)} ${last.counts.get(band)}`] : []));
  const { colon, comma } = punctuation(visit.locale);
  return `${day}${colon}${counts.join(comma)}`;
}
