import { type JurisdictionView, jurisdictionView } from "../../../api/jurisdiction/view.ts";
import { type Steps, stepsFor, unknownOf } from "../../../api/step.ts";
import { survivorAsked } from "../../../api/survivor/view.ts";
import { Cite } from "../../part/citation.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { Flags } from "../../part/flag.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { Positions, ReachSection, Topics } from "./answers.tsx";
import { CompareLink } from "./compare.tsx";
import { FigureTables } from "./figures.tsx";
import { Duties, Instruments, Treaties } from "./law.tsx";

/** Updates that the page of a jurisdiction shows; the rest is one link away. */
const UPDATES_SHOWN = 8;

/** Everything that the record holds about one jurisdiction on one day. */
export const jurisdictionPage: Page = async (visit) => {
  const view = await jurisdictionView(visit, visit.params.code ?? "");
  if (!view) return null;
  const { t } = visit;
  const answers = [...view.topics, ...view.positions].flatMap((one) => one.answered.map((row) => row.answer));
  const steps = await stepsFor(visit, answers, { jurisdictions: [view.jurisdiction.id] });
  const name = visit.name(view.jurisdiction.id);
  const parent = view.jurisdiction.parent;
  const path = `/jurisdictions/${view.jurisdiction.id}`;
  return {
    title: t("jurisdiction.title", { name }),
    description: t("jurisdiction.description", { name, codebook: view.counts.codebook, instruments: view.instruments.length }),
    crumbs: [
      { href: visit.link("/jurisdictions"), label: t("frame.nav-jurisdictions") },
      ...(parent ? [{ href: visit.link(`/jurisdictions/${parent}`), label: visit.name(parent) }] : []),
    ],
    data: path,
    watch: { place: view.jurisdiction.id },
    feeds: (["changes", "updates"] as const).map((list) => feedOf(visit, list, { place: view.jurisdiction.id }, visit.name(view.jurisdiction.id))),
    record: { kind: "jurisdiction", id: view.jurisdiction.id },
    place: view.jurisdiction.id,
    jsonLd: [about(view, visit, name)],
    body: <Body view={view} steps={steps} unknown={unknownOf(answers)} visit={visit} name={name} />,
  };
};

function about(view: JurisdictionView, visit: Visit, name: string): NonNullable<Leaf["jsonLd"]>[number] {
  const { id, kind } = view.jurisdiction;
  const place = kind === "state" || kind === "territory" || kind === "subdivision";
  return {
    "@context": "https://schema.org",
    "@type": "WebPage",
    name: visit.t("jurisdiction.title", { name }),
    inLanguage: visit.locale,
    url: `${visit.origin}${visit.link(`/jurisdictions/${id}`)}`,
    about: { "@type": place ? "AdministrativeArea" : "Organization", name, identifier: id },
    dateModified: visit.catalogue.date || undefined,
  };
}

function Body({ view, steps, unknown, visit, name }: { view: JurisdictionView; steps: Steps; unknown: number; visit: Visit; name: string }) {
  const { t } = visit;
  const figures = view.figures.datasets.length > 0;
  const duties = view.obligations.length + view.reachObligations.length > 0;
  const law = view.jurisdiction.kind !== "statistical";
  const contents: ReadonlyArray<readonly [id: string, shown: boolean]> = [
    ["law", law],
    ["asks", law],
    ["instruments", view.instruments.length > 0],
    ["duties", duties],
    ["treaties", law],
    ["figures", figures],
    ["updates", view.updates.length > 0],
    ["help", law],
  ];
  return (
    <>
      <h1>{name}</h1>
      <Head view={view} visit={visit} />
      {law && <DateBar visit={visit} steps={steps} unknown={unknown} />}
      <nav class="contents" aria-label={t("jurisdiction.contents")}>
        <ul>
          {contents.map(
            ([id, shown]) =>
              shown && (
                <li>
                  <a href={`#${id}`}>{t(`jurisdiction.${id}`)}</a>
                </li>
              ),
          )}
          {law && (
            <li>
              <a href={visit.link(`/jurisdictions/${view.jurisdiction.id}/timeline`)}>{t("timeline.link")}</a>
            </li>
          )}
        </ul>
      </nav>
      {law && <CompareLink code={view.jurisdiction.id} name={name} visit={visit} />}
      {law && <Topics view={view} visit={visit} />}
      {law && <Positions view={view} visit={visit} />}
      {view.reach.map((one) => (
        <ReachSection reach={one} visit={visit} />
      ))}
      {view.instruments.length > 0 && (
        <section aria-labelledby="instruments">
          <h2 id="instruments">{t("jurisdiction.instruments")}</h2>
          <Instruments view={view} visit={visit} />
        </section>
      )}
      {duties && (
        <section aria-labelledby="duties">
          <h2 id="duties">{t("jurisdiction.duties")}</h2>
          {view.obligations.length > 0 && <Duties obligations={view.obligations} caption={t("jurisdiction.duties-caption")} visit={visit} />}
          <ReachDuties view={view} visit={visit} />
          <p>
            <a href={visit.link("/duties", { place: view.jurisdiction.id })}>{t("obligation.finder")}</a>
          </p>
        </section>
      )}
      {law && <Treaties view={view} visit={visit} />}
      {figures && (
        <section aria-labelledby="figures">
          <h2 id="figures">{t("jurisdiction.figures")}</h2>
          <FigureTables figures={view.figures} visit={visit} />
        </section>
      )}
      {view.updates.length > 0 && (
        <section aria-labelledby="updates">
          <h2 id="updates">{t("jurisdiction.updates")}</h2>
          <ul class="plain laws">
            {view.updates.slice(0, UPDATES_SHOWN).map((one) => (
              <li>
                <a href={visit.link(`/updates/${one.id}`)}>
                  <Say said={visit.say("update", one.id, "title", one.title)} visit={visit} />
                </a>
                <br />
                <span class="meta">
                  <Time date={one.date} visit={visit} /> · {t(`update.kind-${one.kind}`)}
                  <Flags flags={one.flags} visit={visit} />
                </span>
              </li>
            ))}
          </ul>
          {view.updates.length > UPDATES_SHOWN && (
            <p>
              <a href={visit.link("/updates", { place: view.jurisdiction.id })}>{t("jurisdiction.all-updates", { count: view.updates.length })}</a>
            </p>
          )}
        </section>
      )}
      {law && <Help view={view} visit={visit} name={name} />}
    </>
  );
}

function Head({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  const { t, catalogue } = visit;
  const { jurisdiction, counts } = view;
  const groups = catalogue.groupsOf(jurisdiction.id, visit.at);
  const codebook = [...catalogue.codebook.values()].reduce((sum, questions) => sum + questions.length, 0);
  return (
    <>
      <p class="lead">{t("jurisdiction.summary", { codebook: counts.codebook, all: codebook, ask: counts.ask, instruments: view.instruments.length })}</p>
      <p class="meta">
        {t(`jurisdiction.kind-${jurisdiction.kind}`)}
        {jurisdiction.region && (
          <>
            {" · "}
            <a href={visit.link("/jurisdictions", { region: jurisdiction.region })}>{visit.name(jurisdiction.region)}</a>
          </>
        )}
        {jurisdiction.parent && (
          <>
            {" · "}
            {t("jurisdiction.part-of")} <a href={visit.link(`/jurisdictions/${jurisdiction.parent}`)}>{visit.name(jurisdiction.parent)}</a>
          </>
        )}
        {groups.map((id) => {
          const group = catalogue.groups.get(id);
          return (
            <>
              {" · "}
              <a href={visit.link("/jurisdictions", { group: id })}>{group ? <Say said={visit.say("group", id, "name", group.name)} visit={visit} /> : id}</a>
            </>
          );
        })}
        {" · "}
        <span class="flag">{t("answer.unreviewed")}</span>
      </p>
      {jurisdiction.status && (
        <p class="doubt">
          <Say said={visit.say("jurisdiction", jurisdiction.id, "status", jurisdiction.status)} visit={visit} />
        </p>
      )}
      {view.parts.length > 0 && (
        <p>
          {t("jurisdiction.parts")}{" "}
          {view.parts.map((code, index) => (
            <>
              {index > 0 && punctuation(visit.locale).comma}
              <a href={visit.link(`/jurisdictions/${code}`)}>{visit.name(code)}</a>
            </>
          ))}
        </p>
      )}
    </>
  );
}

/** Duties under law that reaches the jurisdiction: named, with their full text on the page of that law. */
function ReachDuties({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  const places = [...new Set(view.reachObligations.map((one) => one.jurisdiction))];
  return (
    <>
      {places.map((place) => {
        const duties = view.reachObligations.filter((one) => one.jurisdiction === place);
        return (
          <details>
            <summary>{visit.t("jurisdiction.reach-duties", { count: duties.length, name: visit.name(place) })}</summary>
            <ul>
              {duties.map((one) => (
                <li>
                  <a href={visit.link(`/obligations/${one.id}`)}>{visit.t(`obligation.duty-${one.duty}`)}</a>{" "}
                  <Say said={visit.say("obligation", one.id, "trigger", one.trigger)} visit={visit} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function Help({ view, visit, name }: { view: JurisdictionView; visit: Visit; name: string }) {
  const { t } = visit;
  return (
    <section aria-labelledby="help">
      <h2 id="help">{t("jurisdiction.help")}</h2>
      {view.services.length === 0 && <p>{t("jurisdiction.no-help", { name })}</p>}
      <ul class="plain laws">
        {view.services.map((one) => (
          <li>
            {one.url ? (
              <a href={one.url} rel="noreferrer">
                <bdi>{one.organisation}</bdi>
              </a>
            ) : (
              <bdi>{one.organisation}</bdi>
            )}
            {one.phone && (
              <>
                {" "}
                <a href={`tel:${one.phone.replace(/[^+\d]/g, "")}`} dir="ltr">
                  {one.phone}
                </a>
              </>
            )}
            <Cite citations={[{ source: one.source, read: one.read, instrument: "", provision: "", note: "" }]} visit={visit} />
            <br />
            <span class="meta">
              {t(`service.kind-${one.kind}`)} · {one.confirmed ? t("jurisdiction.confirmed") : t("jurisdiction.unconfirmed")}{" "}
              <Time date={one.confirmed || one.read} visit={visit} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.link("/services", { place: view.jurisdiction.id })}>{t("jurisdiction.more-help")}</a>
        <br />
        <a href={visit.link("/survivors", survivorAsked(visit, view.jurisdiction.id))}>{t("survivor.link")}</a>
        <br />
        <a href={visit.link("/offline", { place: view.jurisdiction.id })}>{t("frame.nav-offline")}</a>
      </p>
    </section>
  );
}
