import { type AdoptionLine, adoptionList } from "../../../api/adoption/view.ts";
import { QUESTION_KINDS } from "../../../api/question/view.ts";
import type { State } from "../../../domain/question.ts";
import { stackPaths } from "../../chart/stack.ts";
import { Patterns } from "../../map/pattern.tsx";
import { maskOf, shadeClass } from "../../map/standing.ts";
import { dateText, numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, topicChoices } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";

const ID = "strip";
const WIDTH = 240;
const HEIGHT = 28;
/** How wide the day of the visit is drawn, so that it can be seen behind the years. */
const NOW = 6;
const SHOWN = ["yes", "partial", "number"] as const satisfies readonly State[];

/** Every question that is coded anywhere with a strip of its years, by topic. */
export const adoptionListPage: Page = async (visit) => {
  const { t, catalogue, query } = visit;
  const { groups, total } = await adoptionList(visit);
  const to = Number(visit.at.slice(0, 4));
  const from = Math.min(to - 1, ...groups.flatMap(({ lines }) => lines.flatMap((line) => line.years[0]?.year ?? [])));
  const title = t("adoption.list-title");
  return {
    title,
    description: t("adoption.list-lead"),
    crumbs: [{ href: visit.link("/questions"), label: t("frame.nav-questions") }],
    data: "/adoption",
    method: "adoption",
    keep: { kind: query.get("kind") ?? "", topic: query.get("topic") ?? "" },
    wide: true,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("adoption.list-lead")}</p>
        <DateBar visit={visit} />
        <FilterForm
          path="/adoption"
          visit={visit}
          fields={[
            {
              name: "kind",
              label: t("question.kind"),
              kind: "choice",
              choices: QUESTION_KINDS.map((value) => ({ value, label: t(`question.kind-${value}`) })),
            },
            { name: "topic", label: t("question.topic"), kind: "choice", choices: topicChoices(visit, catalogue.topics.keys()) },
          ]}
        />
        <p class="meta">
          {t("frame.count", { count: total })} · {t("adoption.list-axis", { from: String(from), to: String(to) })}
        </p>
        {total === 0 && <p>{t("frame.none")}</p>}
        <svg class="hide" aria-hidden="true">
          <Patterns id={ID} />
        </svg>
        {groups.map((group) => {
          const topic = catalogue.topics.get(group.topic);
          const name = topic ? visit.say("topic", topic.id, "title", topic.title) : null;
          return (
            <section>
              <h2>
                <a href={visit.link(`/topics/${group.topic}`)}>{name ? <Say said={name} visit={visit} /> : group.topic}</a>
              </h2>
              <Lines lines={group.lines} caption={t("adoption.list-curve")} from={from} to={to} visit={visit} />
            </section>
          );
        })}
      </>
    ),
  };
};

function Lines({ lines, caption, from, to, visit }: { lines: readonly AdoptionLine[]; caption: string; from: number; to: number; visit: Visit }) {
  const { t } = visit;
  const number = (value: number): string => numberText(value, visit.locale);
  return (
    <DataTable
      caption={caption}
      rows={lines}
      columns={[
        {
          head: t("adoption.list-question"),
          row: true,
          cell: ({ of }) => (
            <a href={visit.link(`/questions/${of.id}/adoption`)}>
              <Say said={visit.say("question", of.id, "wording", of.wording)} visit={visit} />
            </a>
          ),
        },
        { head: caption, cell: (line) => <Strip line={line} from={from} to={to} /> },
        { head: t("adoption.list-coded"), number: true, cell: (line) => number(line.coded) },
        {
          head: t("adoption.list-yes", { day: dateText(visit.at, visit.locale) }),
          number: true,
          cell: ({ on, of }) =>
            visit.catalogue.scales.get(of.scale)?.type === "number" ? t("adoption.list-number", { count: on.number ?? 0 }) : number(on.yes ?? 0),
        },
        { head: t("adoption.list-first"), number: true, cell: ({ years }) => years[0]?.year ?? t("answer.not-known") },
      ]}
    />
  );
}

/** The years of one question as a strip; the figures beside it and its own page say the same. */
function Strip({ line, from, to }: { line: AdoptionLine; from: number; to: number }) {
  const place = (year: number): number => Math.round(((year + 1 - from) / (to + 1 - from)) * (WIDTH - NOW));
  const ends = line.years.filter(({ year }) => year < to).map(({ year, counts }) => ({ x: place(year), counts: countsOf(counts) }));
  const points = [{ x: 0, counts: new Map<State, number>() }, ...ends, { x: WIDTH - NOW, counts: countsOf(line.on) }];
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="s-not-coded" d={`M0 0H${WIDTH}V${HEIGHT}H0z`} />
      {stackPaths(points, SHOWN, { end: WIDTH, height: HEIGHT, most: line.coded }).map(({ band, d }) => {
        const mask = maskOf(ID, band);
        return <path class={shadeClass(band)} mask={mask ? `url(#${mask})` : undefined} d={d} />;
      })}
    </svg>
  );
}

function countsOf(counts: Readonly<Partial<Record<State, number>>>): ReadonlyMap<State, number> {
  return new Map(SHOWN.map((state) => [state, counts[state] ?? 0]));
}
