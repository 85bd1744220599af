import { snapshotList as listOf } from "../../../api/snapshot/view.ts";
import type { Snapshot } from "../../../domain/snapshot.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";

/** `/snapshots`: texts on figures that are pinned to a day. */
export const snapshotList: Page = async (visit) => {
  const { t } = visit;
  const snapshots = listOf(visit);
  return {
    title: t("snapshot.title"),
    description: t("snapshot.description"),
    crumbs: [{ href: visit.link("/data"), label: t("data.title") }],
    data: "/snapshots",
    method: "snapshots",
    body: (
      <>
        <h1>{t("snapshot.title")}</h1>
        <p class="lead">{t("snapshot.lead")}</p>
        <p class="count">{t("frame.count", { count: snapshots.length })}</p>
        {snapshots.map((one) => (
          <article class="note">
            <h2 class="as-h3">
              <SnapshotLink snapshot={one} visit={visit} />
            </h2>
            <p>
              <Say said={visit.say("snapshot", one.id, "summary", one.summary)} visit={visit} />
            </p>
            <p class="meta">
              {t("snapshot.pinned")} <Time date={one.date} visit={visit} />
            </p>
          </article>
        ))}
      </>
    ),
  };
};

/** A link to a snapshot by its title. */
export function SnapshotLink({ snapshot, visit }: { snapshot: Snapshot; visit: Visit }) {
  return (
    <a href={visit.link(`/snapshots/${snapshot.id}`)}>
      <Say said={visit.say("snapshot", snapshot.id, "title", snapshot.title)} visit={visit} />
    </a>
  );
}
