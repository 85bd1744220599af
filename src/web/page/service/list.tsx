import { SERVICE_KINDS, type ServiceList, serviceList } from "../../../api/service/view.ts";
import { survivorAsked } from "../../../api/survivor/view.ts";
import { FilterForm, kept, placeChoices } from "../../part/filter.tsx";
import { PlaceLink } from "../../part/place.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Cards } from "./card.tsx";

/** `/services`: where to get help or to report, for a place or for all. */
export const servicePage: Page = async (visit) => {
  const { t } = visit;
  const view = serviceList(visit);
  const place = view.place;
  return {
    title: t("service.title"),
    description: t("service.description"),
    crumbs: [],
    data: "/services",
    keep: kept(visit, ["place", "kind"]),
    place: place || undefined,
    body: (
      <>
        <h1>{t("service.title")}</h1>
        <p class="lead">{t("service.lead")}</p>
        <p class="danger">{t("service.danger")}</p>
        <p>{t("service.private")}</p>
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/services"
          visit={visit}
          fields={[
            {
              name: "place",
              label: t("service.place"),
              kind: "choice",
              choices: placeChoices(visit, place && !view.places.includes(place) ? [place, ...view.places] : view.places),
            },
            { name: "kind", label: t("service.kind"), kind: "choice", choices: SERVICE_KINDS.map((value) => ({ value, label: t(`service.kind-${value}`) })) },
          ]}
        />
        <p class="doubt">{t("service.numbers")}</p>
        {place && <Here view={view} visit={visit} />}
        {view.worldwide.length > 0 && (
          <>
            <h2>{t("service.worldwide")}</h2>
            <Cards services={view.worldwide} visit={visit} />
          </>
        )}
        <Kinds visit={visit} />
        {!place && (
          <>
            <h2>{t("service.by-place")}</h2>
            <p class="count">{t("frame.count", { count: view.total })}</p>
            {view.groups.length === 0 && <p>{t("frame.none")}</p>}
            {view.groups.map((group) => (
              <details class="place" id={group.jurisdiction}>
                <summary>
                  {visit.name(group.jurisdiction)} <span class="meta">({group.services.length})</span>
                </summary>
                <Cards services={group.services} visit={visit} />
              </details>
            ))}
          </>
        )}
        <h2>{t("service.lacks")}</h2>
        <p>{t("service.extent", { services: visit.catalogue.services.size, places: view.places.length })}</p>
        <ul>
          {["empty", "helplines", "hotlines", "access"].map((lack) => (
            <li>{t(`service.lacks-${lack}`)}</li>
          ))}
        </ul>
        <p>
          {t("service.lacks-law")} {place && <PlaceLink code={place} visit={visit} />}
        </p>
        <p>
          <a href={visit.link("/survivors", survivorAsked(visit, place))}>{t("survivor.link")}</a>
        </p>
      </>
    ),
  };
};

/** The services of the chosen place, then those of the state or body above it. */
function Here({ view, visit }: { view: ServiceList; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      {view.groups.length === 0 && (
        <>
          <h2>{t("service.in", { place: visit.name(view.place) })}</h2>
          <p>{t("service.none-here", { place: visit.name(view.place) })}</p>
        </>
      )}
      {view.groups.map((group) => (
        <>
          <h2>{t(group.jurisdiction === view.place ? "service.in" : "service.above", { place: visit.name(group.jurisdiction) })}</h2>
          <Cards services={group.services} visit={visit} />
        </>
      ))}
    </>
  );
}

function Kinds({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <h2>{t("service.kinds")}</h2>
      <dl class="facts">
        {SERVICE_KINDS.map((kind) => (
          <>
            <dt>{t(`service.kind-${kind}`)}</dt>
            <dd>{t(`service.kind-${kind}-text`)}</dd>
          </>
        ))}
      </dl>
    </>
  );
}
