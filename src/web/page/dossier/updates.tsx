import { type DossierView, UPDATE_GROUPS, type UpdateGroup } from "../../../api/dossier/view.ts";
import type { Update } from "../../../domain/update.ts";
import { Cite } from "../../part/citation.tsx";
import { Flags } from "../../part/flag.tsx";
import { PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Groups that stand with their summaries: counts of signatures and what was asked are told there. */
const TOLD: ReadonlySet<UpdateGroup> = new Set(["consultations", "campaigns", "hearings", "rulings"]);
/** Updates of a group that stand open. */
const OPEN = 6;

/** What happened, by kind; kinds of which the record holds nothing are named. */
export function Updates({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  const groups = (Object.keys(UPDATE_GROUPS) as UpdateGroup[]).map((group) => ({ group, held: view.updates.get(group) ?? [] }));
  const empty = groups.filter((one) => one.held.length === 0);
  if (empty.length === groups.length && view.around.length === 0) return <></>;
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{t("dossier.happened")}</h2>
      {groups
        .filter((one) => one.held.length > 0)
        .map(({ group, held }) => (
          <>
            <h3>{t(`dossier.group-${group}`)}</h3>
            <Notes updates={held.slice(0, OPEN)} told={TOLD.has(group)} visit={visit} />
            {held.length > OPEN && (
              <details>
                <summary>{t("dossier.more", { count: held.length - OPEN })}</summary>
                <Notes updates={held.slice(OPEN)} told={false} visit={visit} />
              </details>
            )}
          </>
        ))}
      {view.around.length > 0 && (
        <details>
          <summary>{t("dossier.around", { count: view.around.length })}</summary>
          <Notes updates={view.around} told={false} visit={visit} />
        </details>
      )}
      {empty.length > 0 && (
        <p class="quiet">{t("dossier.empty", { kinds: empty.map(({ group }) => t(`dossier.group-${group}`)).join(punctuation(visit.locale).comma) })}</p>
      )}
    </section>
  );
}

function Notes({ updates, told, visit }: { updates: readonly Update[]; told: boolean; visit: Visit }) {
  return (
    <ul class="plain lines">
      {updates.map((one) => (
        <li>
          <Note update={one} told={told} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

function Note({ update, told, visit }: { update: Update; told: boolean; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <span class="meta">
        <Dates update={update} visit={visit} /> · {t(`update.kind-${update.kind}`)} · <PlaceLinks codes={update.jurisdictions} visit={visit} />
        {update.actors.length > 0 && (
          <>
            {" · "}
            <bdi>{update.actors.join(punctuation(visit.locale).comma)}</bdi>
          </>
        )}
        <Flags flags={update.flags} visit={visit} />
      </span>
      <br />
      <a href={visit.link(`/updates/${update.id}`)}>
        <Say said={visit.say("update", update.id, "title", update.title)} visit={visit} />
      </a>
      {told && (
        <>
          <br />
          <Say said={visit.say("update", update.id, "summary", update.summary)} visit={visit} />
          <Cite citations={update.citations.slice(0, 1)} visit={visit} />
        </>
      )}
      {update.figures.map((figure, index) => (
        <>
          {" "}
          <span class="meta">
            {visit.say("update", update.id, `figures.${index}.label`, figure.label).text}
            {t("timeline.colon")}
            <strong>{visit.say("update", update.id, `figures.${index}.value`, figure.value).text}</strong>
          </span>
        </>
      ))}
    </>
  );
}

/** The day of the note, or the first and last day of a consultation. */
function Dates({ update, visit }: { update: Update; visit: Visit }) {
  if (!update.opens || !update.closes) return <Time date={update.date} visit={visit} />;
  return (
    <>
      <Time date={update.opens} visit={visit} />
      {" – "}
      <Time date={update.closes} visit={visit} />
    </>
  );
}
