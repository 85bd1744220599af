import { type DossierView, dossierView } from "../../../api/dossier/view.ts";
import { stepsAmong } from "../../../api/step.ts";
import { firstDay } from "../../../domain/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { PlaceLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Claims, Near, Resting } from "./answers.tsx";
import { Debates } from "./debate.tsx";
import { Duties, Life, Members, Next } from "./law.tsx";
import { Updates } from "./updates.tsx";

/** `/dossiers/{instrument}`: all that the record holds about a law and those that belong with it. */
export const dossierPage: Page = async (visit) => {
  const view = await dossierView(visit, visit.params.instrument ?? "");
  if (!view) return null;
  const { t } = visit;
  const { lead } = view;
  const title = visit.say("instrument", lead.id, "title", lead.title);
  return {
    title: t("dossier.of", { title: title.text }),
    description: visit.say("instrument", lead.id, "summary", lead.summary).text,
    crumbs: [{ href: visit.link("/dossiers"), label: t("dossier.title") }],
    data: `/dossiers/${lead.id}`,
    watch: { instrument: lead.id },
    method: "timelines",
    place: lead.jurisdiction,
    wide: true,
    body: <Body view={view} visit={visit} />,
  };
};

function Body({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  const { lead, members } = view;
  const updates = [...view.updates.values()].flat().length;
  const days = view.stages.map(({ stage }) => firstDay(stage.date));
  const contents: ReadonlyArray<readonly [id: string, shown: boolean]> = [
    ["life", view.stages.length > 0],
    ["does", true],
    ["obligations", view.obligations.length > 0],
    ["positions", view.debates.length > 0],
    ["happened", updates + view.around.length > 0],
    ["claims", view.claims.length > 0],
    ["answers", view.resting.length > 0],
    ["near", view.near.length > 0],
  ];
  return (
    <>
      <p class="meta">{t("dossier.one")}</p>
      <h1>
        <Say said={visit.say("instrument", lead.id, "title", lead.title)} visit={visit} />
      </h1>
      <p class="lead">
        <PlaceLink code={lead.jurisdiction} visit={visit} /> · {t(`instrument.kind-${lead.kind}`)} ·{" "}
        <strong>{t(`instrument.status-${members[0]?.status ?? "not-known"}`)}</strong>
        {members.length > 1 && <> · {t("dossier.together", { count: members.length - 1 })}</>}
      </p>
      <DateBar visit={visit} steps={stepsAmong(days, visit.at)} />
      <Next view={view} visit={visit} />
      <nav class="contents" aria-label={t("jurisdiction.contents")}>
        <ul>
          {contents.map(
            ([id, shown]) =>
              shown && (
                <li>
                  <a href={`#${id}`}>{t(`dossier.${id}`)}</a>
                </li>
              ),
          )}
        </ul>
      </nav>
      <Life view={view} visit={visit} />
      <Members view={view} visit={visit} />
      <Duties view={view} visit={visit} />
      <Debates view={view} visit={visit} />
      <Updates view={view} visit={visit} />
      <Claims view={view} visit={visit} />
      <Resting view={view} visit={visit} />
      <Near view={view} visit={visit} />
    </>
  );
}
