import { type HomeView, homeView } from "../../../api/home/view.ts";
import type { Update } from "../../../domain/update.ts";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { DateBar, TimeFields } from "../../part/datebar.tsx";
import { InstrumentLink, PlaceLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { CoverageMap } from "../jurisdiction/picture.tsx";
import { ThreeFigures } from "./figures.tsx";

/** The front page: choose a place, then what closes soon, what is new, and how far to trust the record. */
export const homePage: Page = async (visit) => {
  const view = await homeView(visit);
  const { t } = visit;
  return {
    title: t("frame.site"),
    description: t("frame.tagline"),
    wide: true,
    jsonLd: [
      {
        "@context": "https://schema.org",
        "@type": "WebSite",
        name: t("frame.site"),
        description: t("frame.tagline"),
        url: `${visit.origin}${visit.link("")}`,
        inLanguage: visit.locale,
        potentialAction: {
          "@type": "SearchAction",
          target: `${visit.origin}${visit.link("/search")}?q={search_term_string}`,
          "query-input": "required name=search_term_string",
        },
      },
    ],
    body: <Body view={view} visit={visit} />,
  };
};

function Body({ view, visit }: { view: HomeView; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <Start view={view} visit={visit} />
      <Featured view={view} visit={visit} />
      <Tools visit={visit} />
      <TakePart visit={visit} />
      <div class="cols two">
        <section aria-labelledby="closing">
          <h2 id="closing">{t("home.closing")}</h2>
          {view.closing.length > 0 ? (
            <Updates updates={view.closing} when="closes" visit={visit} />
          ) : (
            <>
              <p>{t("home.closing-none")}</p>
              <Updates updates={view.closed} when="closes" visit={visit} />
            </>
          )}
        </section>
        <section aria-labelledby="changed">
          <h2 id="changed">{t("home.changed")}</h2>
          <Updates updates={view.latest} when="date" visit={visit} />
          <Recorded view={view} visit={visit} />
        </section>
      </div>
      <div class="cols two">
        <section aria-labelledby="emerging">
          <h2 id="emerging">{t("home.emerging")}</h2>
          <Updates updates={view.emerging} when="date" visit={visit} />
          <p>
            <a href={visit.link("/updates", { kind: "emerging-issue" })}>{t("home.emerging-all")}</a>
          </p>
        </section>
        <section aria-labelledby="voices">
          <h2 id="voices">{t("home.voices")}</h2>
          <Updates updates={view.voices} when="date" visit={visit} />
          <p>
            <a href={visit.link("/updates")}>{t("home.updates-all")}</a>
          </p>
        </section>
      </div>
      <section aria-labelledby="positions">
        <h2 id="positions">{t("home.positions")}</h2>
        <p>{t("home.positions-text")}</p>
        <ul class="index">
          {view.positions.map((one) => (
            <li>
              <a href={visit.link(`/positions/${one.id}`)}>
                <Say said={visit.say("position", one.id, "title", one.title)} visit={visit} />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">{t("home.figures")}</h2>
        <ThreeFigures view={view} visit={visit} />
      </section>
      <Made view={view} visit={visit} />
    </>
  );
}

/** "What is the law in …?": the search box, the list one step away, the map. */
function Start({ view, visit }: { view: HomeView; visit: Visit }) {
  const { t } = visit;
  return (
    <div class="start">
      <div>
        <h1>{t("home.title")}</h1>
        <p class="lead">{t("frame.tagline")}</p>
        {visit.past && <DateBar visit={visit} />}
        <atlas-search class="big" data-lang={visit.locale} data-label={t("frame.suggestions")}>
          <form action={visit.link("/search")} role="search">
            <label for="q">{t("home.find")}</label>
            <input id="q" name="q" type="search" autocomplete="off" placeholder={t("home.example")} />
            <TimeFields visit={visit} />
            <button type="submit">{t("frame.find")}</button>
          </form>
        </atlas-search>
        <p>
          <a href={visit.link("/jurisdictions")}>{t("home.list")}</a>
        </p>
      </div>
      <CoverageMap coverage={view.coverage} title={t("home.map")} list={visit.link("/jurisdictions")} visit={visit} />
    </div>
  );
}

/** The tools that answer a question of one's own, each with what it is good for. */
const TOOLS = ["compare", "adoption", "duties", "brief", "dossiers"] as const;

function Tools({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">{t("home.tools")}</h2>
      <dl class="facts">
        {TOOLS.map((one) => (
          <>
            <dt>
              <a href={visit.link(`/${one}`)}>{t(`frame.nav-${one}`)}</a>
            </dt>
            <dd>{t(`home.tool-${one}`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** What can be done in time: to hear of it, to answer, to write, to sign. */
const PART = ["updates", "consultations", "alerts", "campaigns", "letters", "testimony", "commitments", "corrections"] as const;

function TakePart({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="part">
      <h2 id="part">{t("about.privacy-taking-part")}</h2>
      <ul class="index">
        {PART.map((one) => (
          <li>
            <a href={visit.link(`/${one}`)}>{t(`frame.nav-${one}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Updates({ updates, when, visit }: { updates: readonly Update[]; when: "date" | "closes"; visit: Visit }) {
  const { t } = visit;
  return (
    <ul class="plain laws">
      {updates.map((one) => (
        <li>
          <span class={when === "closes" && one.closes >= visit.today ? "soon" : "meta"}>
            {when === "closes" && <>{t(one.closes >= visit.today ? "home.closes" : "home.closed")} </>}
            <Time date={when === "closes" ? one.closes : one.date} visit={visit} /> ·{" "}
            {one.jurisdictions.map((code) => visit.name(code)).join(punctuation(visit.locale).comma)}
          </span>
          <br />
          <a href={visit.link(`/updates/${one.id}`)}>
            <Say said={visit.say("update", one.id, "title", one.title)} visit={visit} />
          </a>
          <Cite citations={one.citations} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

/** What is worth a look by written rules: law with a date ahead, places read in most depth. */
function Featured({ view, visit }: { view: HomeView; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="featured">
      <h2 id="featured">{t("home.featured")}</h2>
      <div class="cols two">
        {view.ahead.length > 0 && (
          <div>
            <h3>{t("home.ahead")}</h3>
            <ul class="plain laws">
              {view.ahead.map(
                ({ instrument, next }) =>
                  next && (
                    <li>
                      <span class="soon">
                        <Time date={next.date} visit={visit} /> · {t(`instrument.stage-${next.stage}`)}
                      </span>{" "}
                      <span class="meta">· {visit.name(instrument.jurisdiction)}</span>
                      <br />
                      <InstrumentLink id={instrument.id} visit={visit} />
                    </li>
                  ),
              )}
            </ul>
          </div>
        )}
        <div>
          <h3>{t("home.deepest")}</h3>
          <ul class="plain laws">
            {view.deepest.map(({ jurisdiction, codebook, ask, instruments }) => (
              <li>
                <PlaceLink code={jurisdiction.id} visit={visit} />
                <br />
                <span class="meta">{t("home.depth", { answers: codebook + ask, instruments })}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

/** The day of the latest changesets. Their reasons are words of the record's keepers, in English. */
function Recorded({ view, visit }: { view: HomeView; visit: Visit }) {
  const last = view.changes[0];
  if (!last) return <></>;
  return (
    <p class="meta">
      {visit.t("home.recorded")} <Time date={last.recorded.slice(0, 10)} visit={visit} />
      {visit.locale === "en" && ` (${last.reason})`}
    </p>
  );
}

/** How the record is made, and how complete it is: numbers, not adjectives. */
function Made({ view, visit }: { view: HomeView; visit: Visit }) {
  const { t } = visit;
  const { kinds, codings, coded } = view.counts;
  const number = (value: number): string => numberText(value, visit.locale);
  const lines: ReadonlyArray<readonly [path: string, key: string, values: Record<string, string>]> = [
    ["/questions?kind=codebook", "count-codebook", { answers: number(codings.codebook), places: number(coded.codebook) }],
    ["/questions?kind=ask", "count-ask", { answers: number(codings.ask), places: number(coded.ask) }],
    ["/treaties", "count-treaty", { rows: number(kinds["treaty-status"]), treaties: number(kinds.treaty) }],
    ["/instruments", "count-instruments", { count: number(kinds.instrument) }],
    ["/obligations", "count-obligations", { count: number(kinds.obligation) }],
    ["/updates", "count-updates", { count: number(kinds.update) }],
    ["/claims", "count-claims", { count: number(kinds.claim) }],
    ["/services", "count-services", { count: number(kinds.service) }],
    ["/data", "count-observations", { count: number(view.counts.observations), datasets: number(kinds.dataset) }],
    ["/method", "count-sources", { count: number(kinds.source) }],
  ];
  return (
    <section aria-labelledby="made">
      <h2 id="made">{t("home.made")}</h2>
      <p>{t("home.made-text")}</p>
      <p>
        <strong>
          {t("home.filled", { coded: number(view.filled.coded), all: number(view.filled.all), blank: number(view.filled.all - view.filled.coded) })}
        </strong>
      </p>
      <ul class="index">
        {lines.map(([path, key, values]) => (
          <li>
            <a href={visit.link(path)}>{t(`home.${key}`, values)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.link("/about")}>{t("home.who")}</a> · <a href={visit.link("/method")}>{t("home.method")}</a>
      </p>
    </section>
  );
}
