import { type SnapshotView, snapshotView } from "../../../api/snapshot/view.ts";
import type { Statement } from "../../../domain/snapshot.ts";
import { Cite } from "../../part/citation.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { RecordFigure } from "./figure.tsx";
import { snapshotJsonLd } from "./jsonld.ts";

/** `/snapshots/{id}`: what an editor says of figures that are pinned to a day, with the figures. */
export const snapshotPage: Page = async (visit) => {
  const view = await snapshotView(visit, visit.params["id"] ?? "");
  if (!view) return null;
  const { t } = visit;
  const { snapshot } = view;
  const say = (field: string, text: string) => visit.say("snapshot", snapshot.id, field, text);
  const summary = say("summary", snapshot.summary);
  return {
    title: say("title", snapshot.title).text,
    description: summary.text.slice(0, 300),
    crumbs: [
      { href: visit.link("/data"), label: t("data.title") },
      { href: visit.link("/snapshots"), label: t("snapshot.title") },
    ],
    data: `/snapshots/${snapshot.id}`,
    method: "snapshots",
    record: { kind: "snapshot", id: snapshot.id },
    jsonLd: snapshotJsonLd(view, visit),
    body: (
      <>
        <p class="meta">{t("snapshot.one")}</p>
        <h1>
          <Say said={say("title", snapshot.title)} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={summary} visit={visit} />
          <Cite citations={snapshot.citations} visit={visit} />
        </p>
        <Pinned view={view} visit={visit} />
        <div class="cols">
          <section aria-labelledby="can">
            <h2 id="can">{t("snapshot.can")}</h2>
            <ul>
              {snapshot.can.map((one, at) => (
                <li>
                  <Sentence one={one} field={`can.${at}`} id={snapshot.id} visit={visit} />
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="cannot">
            <h2 id="cannot">{t("snapshot.cannot")}</h2>
            <ul>
              {snapshot.cannot.map((one, at) => (
                <li>
                  <Sentence one={one} field={`cannot.${at}`} id={snapshot.id} visit={visit} />
                </li>
              ))}
            </ul>
          </section>
        </div>
        {snapshot.sections.map((section, place) => (
          <section>
            <h2>
              <Say said={say(`sections.${place}.title`, section.title)} visit={visit} />
            </h2>
            <p>
              {section.statements.map((one, at) => (
                <>
                  <Sentence one={one} field={`sections.${place}.statements.${at}`} id={snapshot.id} visit={visit} />{" "}
                </>
              ))}
            </p>
            {(view.figures[place] ?? []).map(({ figure, path, drawn }) => (
              <RecordFigure of={{ kind: "snapshot", id: snapshot.id, path }} figure={figure} drawn={drawn} visit={visit} />
            ))}
          </section>
        ))}
        {view.claims.length > 0 && (
          <>
            <h2>{t("snapshot.claims")}</h2>
            <ul>
              {view.claims.map((claim) => (
                <li>
                  <a href={visit.link(`/claims/${claim.id}`)}>
                    <Say said={visit.say("claim", claim.id, "statement", claim.statement)} visit={visit} />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={visit.link("/method")}>{t("snapshot.method")}</a>
        </p>
      </>
    ),
  };
};

/** Which day and data the figures are pinned to, and whether the record still says the same. */
function Pinned({ view, visit }: { view: SnapshotView; visit: Visit }) {
  const { t } = visit;
  const { snapshot, pinned, moved } = view;
  return (
    <p class="meta">
      {t("snapshot.pinned")} <Time date={snapshot.date} visit={visit} /> · {t("snapshot.version", { version: snapshot.version })} ·{" "}
      {moved === 0 ? t("snapshot.stands", { count: pinned }) : <strong>{t("snapshot.moved", { moved, count: pinned })}</strong>} ·{" "}
      {t(`snapshot.review-${snapshot.review}`)}
    </p>
  );
}

function Sentence({ one, field, id, visit }: { one: Statement; field: string; id: string; visit: Visit }) {
  return (
    <>
      <Say said={visit.say("snapshot", id, `${field}.text`, one.text)} visit={visit} />
      <Cite citations={one.citations} visit={visit} />
    </>
  );
}
