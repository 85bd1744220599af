import { Fault } from "../../../api/fault.ts";
import { type PlainAnswer, SURVIVOR_HEADINGS, type SurvivorView, survivorPlaces, survivorView } from "../../../api/survivor/view.ts";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { TimeFields } from "../../part/datebar.tsx";
import { attempt, FieldError, invalid } from "../../part/field.tsx";
import { kept, PlaceOptions } from "../../part/filter.tsx";
import { Flags } from "../../part/flag.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Cards } from "../service/card.tsx";

/** Services that stand on top; the rest is one link away. */
const SERVICES_SHOWN = 4;

/** `/survivors`: time limits and remedies of one place in plain words, with people who can help on top. */
export const survivorPage: Page = async (visit) => {
  const { value, fault } = await attempt(() => survivorView(visit));
  const { t } = visit;
  const place = value?.place ?? "";
  return {
    title: place ? t("survivor.title-in", { place: visit.name(place) }) : t("survivor.title"),
    description: t("survivor.description"),
    crumbs: place ? [{ href: visit.link("/survivors"), label: t("frame.nav-survivors") }] : [],
    data: value ? "/survivors" : undefined,
    keep: value ? kept(visit, ["place"]) : {},
    place: place || undefined,
    status: fault?.status,
    body: (
      <>
        <h1>{place ? t("survivor.title-in", { place: visit.name(place) }) : t("survivor.title")}</h1>
        <p class="lead">{t("survivor.lead")}</p>
        <p class="danger">{t("survivor.choice")}</p>
        <p>{t("survivor.quick")}</p>
        {!place && <Choose fault={fault} visit={visit} />}
        {value && <Help view={value} visit={visit} />}
        {value && (place ? <Law view={value} visit={visit} /> : <What visit={visit} />)}
        {place && <Choose fault={fault} visit={visit} />}
        <Limits place={place} visit={visit} />
      </>
    ),
  };
};

function Choose({ fault, visit }: { fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  const place = visit.query.get("place") ?? "";
  return (
    <form class="filter" action={visit.link("/survivors", { at: "", known: "" })} method="get">
      <p>
        <label for="f-place">{t("survivor.place")}</label>
        <select id="f-place" name="place" {...invalid(fault, "place")}>
          <option value="">{t("survivor.choose")}</option>
          <PlaceOptions codes={survivorPlaces(visit)} chosen={place} visit={visit} />
        </select>
        <FieldError fault={fault && new Fault(400, fault.field, fault.message)} field="place" words={t("survivor.no-place")} visit={visit} />
      </p>
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("survivor.show")}</button>
      </p>
      <p class="meta">{t("survivor.place-hint")}</p>
    </form>
  );
}

/** Where to get help: before anything about the law. */
function Help({ view, visit }: { view: SurvivorView; visit: Visit }) {
  const { t } = visit;
  const { place } = view;
  const services = view.services.length > 0 ? view.services : view.worldwide;
  return (
    <section aria-labelledby="help">
      <h2 id="help">{place && view.services.length > 0 ? t("survivor.help-in", { place: visit.name(place) }) : t("survivor.help")}</h2>
      <p>{t("service.danger")}</p>
      {place && view.services.length === 0 && <p>{t("survivor.help-none", { place: visit.name(place) })}</p>}
      <Cards services={services.slice(0, SERVICES_SHOWN)} visit={visit} />
      <p>
        <a href={visit.link("/services", { place })}>{t("survivor.help-all")}</a>
      </p>
    </section>
  );
}

function What({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="what">
      <h2 id="what">{t("survivor.what")}</h2>
      <dl class="facts">
        {SURVIVOR_HEADINGS.map((heading) => (
          <>
            <dt>{t(`survivor.${heading}`)}</dt>
            <dd>{t(`survivor.${heading}-text`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Law({ view, visit }: { view: SurvivorView; visit: Visit }) {
  const { t } = visit;
  const name = visit.name(view.place);
  return (
    <section aria-labelledby="law">
      <h2 id="law">{t("survivor.law", { place: name })}</h2>
      {view.answers.length > 0 && <p>{t("survivor.law-note")}</p>}
      {SURVIVOR_HEADINGS.map((heading) => {
        const answers = view.answers.filter((one) => one.heading === heading);
        return (
          answers.length > 0 && (
            <>
              <h3>{t(`survivor.${heading}`)}</h3>
              <p>{t(`survivor.${heading}-text`)}</p>
              {answers.map((one) => (
                <Plain one={one} place={view.place} visit={visit} />
              ))}
            </>
          )
        );
      })}
      {view.blanks.length > 0 && (
        <>
          <h3>{t("survivor.blank")}</h3>
          <p>{t(view.answers.length > 0 ? "survivor.blank-text" : "survivor.blank-all", { place: name })}</p>
          <ul>
            {view.blanks.map((one) => (
              <li>{one.asked}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** One question with what its answer means, then what the record adds, where that stands and when it was read. */
function Plain({ one, place, visit }: { one: PlainAnswer; place: string; visit: Visit }) {
  const { t } = visit;
  const { coding, jurisdiction } = one.answer;
  return (
    <div class="note">
      <h4>{one.asked}</h4>
      {jurisdiction !== place && <p>{t("survivor.from", { place: visit.name(jurisdiction) })}</p>}
      <p>
        {one.plain}
        {coding && <Cite citations={withoutPlace(coding.citations)} visit={visit} />}
      </p>
      {coding?.note && (
        <p>
          {t("survivor.note")} <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} />
        </p>
      )}
      {coding?.doubt && (
        <p class="doubt">
          {t("answer.doubt")} <Say said={visit.say("coding", coding.id, "doubt", coding.doubt)} visit={visit} />
        </p>
      )}
      <p class="meta">
        {coding && (
          <>
            {t("survivor.read")} <Time date={coding.citations[0]?.read ?? ""} visit={visit} />
            {" · "}
            {coding.review === "unreviewed" && `${t("survivor.unreviewed")} `}
            <Flags flags={coding.flags} visit={visit} />
            {" · "}
          </>
        )}
        <a href={`${visit.link(`/jurisdictions/${jurisdiction}`)}#q-${jurisdiction}-${one.question.id}`}>{t("survivor.more")}</a>
      </p>
    </div>
  );
}

function Limits({ place, visit }: { place: string; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">{t("survivor.limits")}</h2>
      <ul>
        {["advice", "adult", "change"].map((one) => (
          <li>{t(`survivor.limits-${one}`)}</li>
        ))}
      </ul>
      {place && (
        <p>
          <a href={visit.link(`/jurisdictions/${place}`)}>{t("survivor.limits-full", { place: visit.name(place) })}</a>
        </p>
      )}
    </section>
  );
}
