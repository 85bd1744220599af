import { positionView, type RelatedLaw } from "../../../api/position/view.ts";
import { testimoniesAbout } from "../../../api/testimony/view.ts";
import { statusOn } from "../../../domain/life.ts";
import { Cite } from "../../part/citation.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { InstrumentLink, TopicLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { TestimonyAbout } from "../testimony/links.tsx";
import { UpdateLinks } from "../update/links.tsx";
import { Arguments } from "./arguments.tsx";
import { AskSection } from "./ask.tsx";
import { NearPositions } from "./near.tsx";

/** Updates shown on the page of a position; the rest is one link away. */
const SHOWN = 10;

/** `/positions/{id}`: what an organisation wants, how the law answers, and what is said about it. */
export const positionPage: Page = async (visit) => {
  const view = await positionView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { position } = view;
  const title = visit.say("position", position.id, "title", position.title);
  const claim = visit.say("position", position.id, "claim", position.claim);
  return {
    title: title.text,
    description: claim.text,
    crumbs: [{ href: visit.link("/positions"), label: t("position.title") }],
    data: `/positions/${position.id}`,
    watch: position.topics[0] ? { topic: position.topics[0] } : undefined,
    method: "alignment",
    record: { kind: "position", id: position.id },
    keep: { at: visit.at === visit.today ? "" : visit.at },
    wide: true,
    body: (
      <>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="whose">{t("position.of", { organisation: position.organisation })}</p>
        <p class="lead">
          <Say said={claim} visit={visit} />
          <Cite citations={position.citations} visit={visit} />
        </p>
        <dl class="facts">
          <dt>{t("position.addresses")}</dt>
          <dd>{position.addresses.map((one) => t(`position.addresses-${one}`)).join(punctuation(visit.locale).comma)}</dd>
          <dt>{t("position.topics")}</dt>
          <dd>
            <TopicLinks ids={position.topics} visit={visit} />
          </dd>
        </dl>
        <p>
          <a href={visit.link("/brief", { position: position.id })}>{t("position.brief")}</a>
        </p>
        <nav class="parts" aria-label={t("position.on-this-page")}>
          <ul>
            {["asks", "arguments", "near", "law", "updates"].map((part) => (
              <li>
                <a href={`#${part}`}>{t(`position.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <h2 id="asks">{t("position.asks")}</h2>
        <p>{t("position.asks-lead")}</p>
        <DateBar visit={visit} />
        {view.asks.map((one, index) => (
          <AskSection view={one} number={index + 1} visit={visit} />
        ))}
        <h2 id="arguments">{t("position.arguments")}</h2>
        <p>{t("position.arguments-lead")}</p>
        <Arguments held={view.arguments} visit={visit} />
        <h2 id="near">{t("position.near")}</h2>
        <NearPositions near={view.near} organisation={position.organisation} visit={visit} />
        <h2 id="law">{t("position.law")}</h2>
        <Law law={view.law} topics={position.topics} visit={visit} />
        <TestimonyAbout testimonies={testimoniesAbout(visit, { position: position.id })} all={{ position: position.id }} visit={visit} />
        <h2 id="updates">{t("position.updates")}</h2>
        {view.updates.length === 0 ? <p>{t("frame.none")}</p> : <UpdateLinks updates={view.updates.slice(0, SHOWN)} visit={visit} />}
        {view.updates.length > SHOWN && (
          <p>
            {t("position.more-updates", { count: view.updates.length })} <TopicLists path="/updates" topics={position.topics} visit={visit} />
          </p>
        )}
      </>
    ),
  };
};

/** The law that answers rest on; what merely shares a topic is one link away. */
function Law({ law, topics, visit }: { law: readonly RelatedLaw[]; topics: readonly string[]; visit: Visit }) {
  const { t } = visit;
  const cited = law.filter((one) => one.cited);
  return (
    <>
      {cited.length > 0 && (
        <>
          <h3>{t("position.law-cited")}</h3>
          <ul>
            {cited.map(({ instrument }) => (
              <li>
                <InstrumentLink id={instrument.id} visit={visit} />{" "}
                <span class="meta">
                  {visit.name(instrument.jurisdiction)} · {t(`instrument.status-${statusOn(instrument, visit.at, visit.today) ?? "not-known"}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {law.length > cited.length && (
        <p>
          {t("position.law-topic", { count: law.length - cited.length })} <TopicLists path="/instruments" topics={topics} visit={visit} />
        </p>
      )}
      {law.length === 0 && <p>{t("frame.none")}</p>}
    </>
  );
}

/** One link a topic to a list that the topic filters. */
function TopicLists({ path, topics, visit }: { path: string; topics: readonly string[]; visit: Visit }) {
  return (
    <>
      {topics.map((topic, index) => (
        <>
          {index > 0 && punctuation(visit.locale).comma}
          <a href={visit.link(path, { topic })}>
            <Say said={visit.say("topic", topic, "title", visit.catalogue.topics.get(topic)?.title ?? topic)} visit={visit} />
          </a>
        </>
      ))}
    </>
  );
}
