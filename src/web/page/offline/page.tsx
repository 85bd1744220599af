import { survivorAsked, survivorPlaces } from "../../../api/survivor/view.ts";
import { intlTag } from "../../../domain/locale.ts";
import { TimeFields } from "../../part/datebar.tsx";
import { kept, PlaceOptions } from "../../part/filter.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Page, Visit } from "../../visit.ts";

/** What the element says at each step; it finds them as data attributes. */
const STEPS = ["line", "lacking", "files", "unable", "foreign", "nothing", "working", "failed", "done", "deleted"] as const;

/** `/offline`: the reader chooses pages to keep on the device, sees what is kept and deletes it. Parameter: place, whose pages are offered too. */
export const offlinePage: Page = async (visit) => {
  const { t } = visit;
  const asked = visit.query.get("place")?.trim() ?? "";
  const place = survivorPlaces(visit).includes(asked) ? asked : "";
  return {
    title: t("offline.title"),
    description: t("offline.description"),
    crumbs: [],
    keep: place ? kept(visit, ["place"]) : {},
    index: place === "",
    body: (
      <>
        <h1>{t("offline.title")}</h1>
        <p class="lead">{t("offline.lead")}</p>
        <p class="danger">{t("offline.care")}</p>
        <PlaceForm place={place} visit={visit} />
        <atlas-offline data-list={visit.link("/offline", { at: "", known: "" })} data-tag={intlTag(visit.locale)} {...steps(visit)}>
          <p data-without="">{t("offline.without")}</p>
          <div data-with="" hidden>
            <Choices place={place} visit={visit} />
            <p>
              <button type="button" name="keep">
                {t("offline.keep")}
              </button>
            </p>
          </div>
          <p role="status"></p>
          <div data-with="" hidden>
            <h2>{t("offline.kept")}</h2>
            <p data-none="">{t("offline.none")}</p>
            <div data-some="" hidden>
              <table class="data">
                <thead>
                  <tr>
                    <th scope="col">{t("offline.page")}</th>
                    <th scope="col">{t("offline.when")}</th>
                    <th scope="col">{t("offline.size")}</th>
                  </tr>
                </thead>
                <tbody></tbody>
              </table>
              <p>
                <button type="button" name="delete">
                  {t("offline.delete")}
                </button>
              </p>
            </div>
          </div>
        </atlas-offline>
        <h2>{t("offline.how")}</h2>
        <ul>
          {[1, 2, 3, 4].map((number) => (
            <li>{t(`offline.how-${number}`)}</li>
          ))}
        </ul>
      </>
    ),
  };
};

function steps({ t }: Visit): Record<string, string> {
  return Object.fromEntries(STEPS.map((step) => [`data-${step}`, step === "line" ? t("offline.line", { day: "%" }) : t(`offline.${step}`)]));
}

/** The place whose pages are offered; it works without script. */
function PlaceForm({ place, visit }: { place: string; visit: Visit }) {
  const { t } = visit;
  return (
    <form class="filter" action={visit.link("/offline", { at: "", known: "" })} method="get">
      <p>
        <label for="f-place">{t("offline.place")}</label>
        <select id="f-place" name="place">
          <option value="">{t("offline.no-place")}</option>
          <PlaceOptions codes={survivorPlaces(visit)} chosen={place} visit={visit} />
        </select>
      </p>
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("offline.offer")}</button>
      </p>
    </form>
  );
}

/** Pages that can be kept: those of the place first. */
function Choices({ place, visit }: { place: string; visit: Visit }) {
  const { t } = visit;
  const ofPlace = place
    ? [
        { href: visit.link(`/jurisdictions/${place}`), label: t("jurisdiction.title", { name: visit.name(place) }) },
        { href: visit.link("/survivors", survivorAsked(visit, place)), label: t("survivor.title-in", { place: visit.name(place) }) },
        { href: visit.link("/services", { place }), label: `${t("service.title")}${punctuation(visit.locale).colon}${visit.name(place)}` },
      ]
    : [];
  const pages = [
    ...ofPlace,
    ...(["jurisdictions", "survivors", "services", "glossary", "questions", "positions", "duties", "method"] as const).map((page) => ({
      href: visit.link(`/${page}`),
      label: t(`frame.nav-${page}`),
    })),
  ];
  return (
    <>
      <fieldset>
        <legend>{t("offline.pages")}</legend>
        <ul class="plain boxes">
          {pages.map(({ href, label }) => (
            <li>
              <label>
                <input type="checkbox" value={href} /> {label}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p>
        <label for="f-also">{t("offline.also")}</label>
        <input id="f-also" name="also" type="text" inputmode="url" />
      </p>
    </>
  );
}
