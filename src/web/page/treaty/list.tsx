import { treatyList as listOf, type TreatyLine } from "../../../api/treaty/view.ts";
import { dateText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, kept, topicChoices } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";

/** `/treaties`: the treaties and how many rows of each status their lists have. */
export const treatyList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const lines = await listOf(visit);
  return {
    title: t("treaty.title"),
    description: t("treaty.description"),
    crumbs: [],
    data: "/treaties",
    keep: kept(visit, ["topic"]),
    body: (
      <>
        <h1>{t("treaty.title")}</h1>
        <p class="lead">{t("treaty.lead")}</p>
        <DateBar visit={visit} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/treaties"
          visit={visit}
          fields={[
            {
              name: "topic",
              label: t("treaty.topic"),
              kind: "choice",
              choices: topicChoices(
                visit,
                [...catalogue.treaties.values()].flatMap((one) => one.topics),
              ),
            },
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {lines.length === 0 ? (
          <p>{t("frame.none")}</p>
        ) : (
          <DataTable
            caption={t("treaty.table")}
            rows={lines}
            columns={[
              {
                head: t("treaty.name"),
                row: true,
                cell: ({ treaty }) => (
                  <a href={visit.link(`/treaties/${treaty.id}`)}>
                    <Say said={visit.say("treaty", treaty.id, "short", treaty.short)} visit={visit} />
                  </a>
                ),
              },
              { head: t("treaty.adopted"), cell: ({ treaty }) => <Time date={treaty.adopted} visit={visit} /> },
              {
                head: t("treaty.in-force"),
                cell: ({ treaty }) => (treaty.inForce ? <Time date={treaty.inForce} visit={visit} /> : t("treaty.in-force-unknown")),
              },
              { head: t("treaty.parties"), number: true, cell: ({ counts }) => counts.party },
              { head: t("treaty.signatories"), number: true, cell: ({ counts }) => counts.signatory },
              ...(visit.past ? [{ head: t("treaty.status-not-known"), number: true, cell: ({ counts }: TreatyLine) => counts["not-known"] }] : []),
              { head: t("treaty.others"), number: true, cell: ({ counts }) => counts["not-party"] + counts.unconfirmed },
            ]}
          />
        )}
      </>
    ),
  };
};

/** The date of the status list, or the first and last when its rows come from several editions. */
export function AsOf({ line, visit }: { line: Pick<TreatyLine, "asOf">; visit: Visit }) {
  const { t } = visit;
  const first = line.asOf[0];
  const last = line.asOf[line.asOf.length - 1];
  if (!first || !last) return <>{t("treaty.as-of-unknown")}</>;
  const day = (date: string): string => dateText(date, visit.locale);
  return <>{first === last ? t("treaty.as-of", { day: day(first) }) : t("treaty.as-of-span", { from: day(first), to: day(last) })}</>;
}
