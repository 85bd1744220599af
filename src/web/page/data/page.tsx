import { type DatasetView, datasetView } from "../../../api/dataset/view.ts";
import { collator } from "../../../api/order.ts";
import { snapshotsOf } from "../../../api/snapshot/view.ts";
import { WORDS } from "../../../dataset/observation.ts";
import type { Break } from "../../../domain/statistic.ts";
import { Cite } from "../../part/citation.tsx";
import { FilterForm } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { SnapshotLink } from "../snapshot/list.tsx";
import { datasetJsonLd } from "./jsonld.ts";
import { RowTable } from "./rows.tsx";

/** `/data/{id}`: one set of figures with its definitions, caveats, breaks, terms and rows. */
export const dataPage: Page = async (visit): Promise<Leaf | null> => {
  const view = await datasetView(visit, visit.params["id"] ?? "");
  if (!view) return null;
  const { t } = visit;
  const { dataset } = view;
  const snapshots = snapshotsOf(visit, dataset.id);
  const title = visit.say("dataset", dataset.id, "title", dataset.title);
  const description = visit.say("dataset", dataset.id, "description", dataset.description);
  return {
    title: title.text,
    description: description.text.slice(0, 300),
    crumbs: [{ href: visit.link("/data"), label: t("data.title") }],
    data: `/data/${dataset.id}`,
    method: "rates",
    record: { kind: "dataset", id: dataset.id },
    keep: { place: view.place, page: view.page > 1 ? String(view.page) : "" },
    wide: true,
    jsonLd: [datasetJsonLd(view, visit)],
    body: (
      <>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={description} visit={visit} />
          <Cite citations={dataset.citations.slice(0, 3)} visit={visit} />
        </p>
        <Before view={view} visit={visit} />
        <h2 id="rows">{t("data.figures")}</h2>
        {dataset.measures.some((one) => one.unit !== WORDS) && (
          <p>
            <a href={visit.link("/figures", { dataset: dataset.id, place: view.place })}>{t("figure.explore")}</a>
          </p>
        )}
        {view.placeColumn && <FilterForm fields={[placeField(view, visit)]} path={`/data/${dataset.id}`} visit={visit} />}
        <RowTable view={view} visit={visit} />
        <Behind view={view} visit={visit} />
        {snapshots.length > 0 && (
          <>
            <h2 id="snapshots">{t("snapshot.about")}</h2>
            <ul>
              {snapshots.map((one) => (
                <li>
                  <SnapshotLink snapshot={one} visit={visit} />
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
};

function placeField(view: DatasetView, visit: Visit) {
  const order = collator(visit.locale);
  const choices = [...visit.catalogue.jurisdictions.keys()]
    .map((code) => ({ value: code, label: visit.name(code) }))
    .sort((a, b) => order.compare(a.label, b.label));
  return {
    name: "place",
    label: view.placeColumn ? visit.say("dataset", view.dataset.id, `columns.${view.placeColumn.name}.label`, view.placeColumn.label).text : "",
    kind: "choice" as const,
    choices,
  };
}

/** What stands before the figures: what they do not mean, and where the series breaks. */
function Before({ view, visit }: { view: DatasetView; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <section aria-labelledby="caveats">
        <h2 id="caveats">{t("data.caveats")}</h2>
        <ul>
          {view.caveats.slice(0, 4).map((caveat) => (
            <li>
              <Say said={visit.say("caveat", caveat.id, "text", caveat.text)} visit={visit} />
            </li>
          ))}
        </ul>
        {view.caveats.length > 4 && (
          <details>
            <summary>{t("data.more-caveats", { count: view.caveats.length - 4 })}</summary>
            <ul>
              {view.caveats.slice(4).map((caveat) => (
                <li>
                  <Say said={visit.say("caveat", caveat.id, "text", caveat.text)} visit={visit} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      {view.breaks.length > 0 && (
        <section aria-labelledby="breaks">
          <h2 id="breaks">{t("data.breaks")}</h2>
          <dl class="facts">
            {view.breaks.map((one) => (
              <BreakRow one={one} visit={visit} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function BreakRow({ one, visit }: { one: Break; visit: Visit }) {
  return (
    <>
      <dt>
        <Time date={one.from} visit={visit} />
        {one.to && (
          <>
            {" – "}
            <Time date={one.to} visit={visit} />
          </>
        )}
      </dt>
      <dd>
        <Say said={visit.say("break", one.id, "what", one.what)} visit={visit} /> <Say said={visit.say("break", one.id, "effect", one.effect)} visit={visit} />
      </dd>
    </>
  );
}

/** What stands behind the figures: measures, how they were made, terms, sources. */
function Behind({ view, visit }: { view: DatasetView; visit: Visit }) {
  const { t } = visit;
  const { dataset } = view;
  return (
    <>
      <h2 id="measures">{t("data.measures")}</h2>
      <dl class="facts">
        {dataset.measures.map((measure, index) => (
          <>
            <dt>
              <Say said={visit.say("dataset", dataset.id, `measures.${index}.label`, measure.label)} visit={visit} />
            </dt>
            <dd>
              {measure.definition ? (
                <Say said={visit.say("dataset", dataset.id, `measures.${index}.definition`, measure.definition)} visit={visit} />
              ) : (
                t("data.no-definition")
              )}{" "}
              <span class="meta">
                {t("data.unit")} <Say said={visit.say("dataset", dataset.id, `measures.${index}.unit`, measure.unit)} visit={visit} />
              </span>
            </dd>
          </>
        ))}
      </dl>
      <h2 id="made">{t("data.made")}</h2>
      <ul>
        {dataset.notes.map((note, index) => (
          <li>
            <Say said={visit.say("dataset", dataset.id, `notes.${index}`, note)} visit={visit} />
          </li>
        ))}
      </ul>
      <dl class="facts">
        <dt>{t("data.publisher")}</dt>
        <dd>
          <bdi>{dataset.publisher}</bdi>
          <Cite citations={dataset.citations} visit={visit} />
        </dd>
        <dt>{t("data.as-of")}</dt>
        <dd>
          <Time date={dataset.asOf} visit={visit} />
        </dd>
        <dt>{t("data.terms")}</dt>
        <dd>
          <Say said={visit.say("dataset", dataset.id, "terms", dataset.terms)} visit={visit} />
        </dd>
      </dl>
    </>
  );
}
