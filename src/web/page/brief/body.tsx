import type { BriefBlank, BriefLine } from "../../../api/brief/topic.ts";
import type { BriefView } from "../../../api/brief/view.ts";
import { intlTag } from "../../../domain/locale.ts";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";
import { GapSection, Sides } from "./gap.tsx";
import { LawTopic } from "./law.tsx";
import { NextSection } from "./next.tsx";

/** The title of a brief: the place and its topics. */
export function briefTitle(view: BriefView, visit: Visit): string {
  const topics = view.topics.map(({ topic }) => visit.say("topic", topic.id, "title", topic.title).text);
  const list = new Intl.ListFormat(intlTag(visit.locale), { type: "conjunction" }).format(topics);
  return visit.t("brief.of", { place: visit.name(view.place.id), topics: list });
}

/** The address of a brief below the locale, and of its PDF. */
export function briefLink(view: BriefView, visit: Visit, path: "/brief" | "/brief.pdf" = "/brief"): string {
  const { place, topics, position } = view.asked;
  return visit.link(path, { place, topic: topics.join(","), position });
}

/** The brief itself, the same on the page and on paper. Every sentence about law is made from the record and carries its source. */
export function BriefBody({ view, visit }: { view: BriefView; visit: Visit }) {
  const { t } = visit;
  const { position, counts } = view;
  const place = visit.name(view.place.id);
  return (
    <article class="brief">
      <p class="whose">{t("brief.kind", { day: dateText(visit.at, visit.locale) })}</p>
      <h1>{briefTitle(view, visit)}</h1>
      {visit.past && (
        <p class="datebar">
          <strong>
            {[
              visit.at !== visit.today && t(visit.at < visit.today ? "frame.past" : "frame.future", { day: dateText(visit.at, visit.locale) }),
              visit.known && t("frame.known", { day: dateText(visit.revision.recorded.slice(0, 10), visit.locale), revision: visit.revision.id }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </strong>
        </p>
      )}
      <p class="lead">
        {position
          ? t("brief.lead-position", {
              place,
              position: visit.say("position", position.id, "title", position.title).text,
              organisation: position.organisation,
            })
          : t("brief.lead", { place })}{" "}
        {t("brief.counts", { questions: counts.questions, answered: counts.answered, blank: counts.notCoded + counts.notKnown })}
      </p>
      <section aria-labelledby="says">
        <h2 id="says">{t("brief.law", { place })}</h2>
        {view.topics.map((one) => (
          <LawTopic of={one} place={place} tight={view.tight} visit={visit} />
        ))}
        {view.tight && (
          <p class="quiet">
            {t("brief.tight")} <a href={visit.link(`/jurisdictions/${view.place.id}`)}>{place}</a>
            {punctuation(visit.locale).stop}
          </p>
        )}
      </section>
      {position && <GapSection view={view} position={position} visit={visit} />}
      {position && <Sides sides={view.sides} position={position} visit={visit} />}
      <Others view={view} visit={visit} />
      <NextSection view={view} visit={visit} />
      <Unknown view={view} visit={visit} />
      <p class="colophon">
        {t("brief.colophon", {
          data: dateText(visit.catalogue.date, visit.locale),
          revision: visit.revision.id,
          day: dateText(visit.at, visit.locale),
        })}{" "}
        {`${visit.origin}${briefLink(view, visit)}`}
      </p>
    </article>
  );
}

/** Who else holds a position here. Without a chosen position, whoever holds one at all. */
function Others({ view, visit }: { view: BriefView; visit: Visit }) {
  if (view.others.length === 0) return <></>;
  return (
    <p>
      {visit.t(view.position ? "brief.others" : "brief.positions")}{" "}
      {view.others.map(({ position }, index) => (
        <>
          {index > 0 && punctuation(visit.locale).semicolon}
          <a href={visit.link(`/positions/${position.id}`)}>
            <Say said={visit.say("position", position.id, "title", position.title)} visit={visit} />
          </a>{" "}
          (<bdi>{position.organisation}</bdi>)
        </>
      ))}
      {punctuation(visit.locale).stop}
    </p>
  );
}

/** Answers by what they leave open: one sentence says it for all that leave open the same. */
function alike(doubts: readonly BriefLine[]): Map<string, BriefLine[]> {
  const by = new Map<string, BriefLine[]>();
  for (const one of doubts) by.set(one.coding.doubt, [...(by.get(one.coding.doubt) ?? []), one]);
  return by;
}

/** Blanks, counted and named, and what the answers above leave open. */
function Unknown({ view, visit }: { view: BriefView; visit: Visit }) {
  const { t } = visit;
  const { blanks, doubts } = view;
  const of = (standing: BriefBlank["standing"]): BriefBlank[] => blanks.filter((one) => one.standing === standing);
  return (
    <section aria-labelledby="unknown">
      <h2 id="unknown">{t("brief.unknown")}</h2>
      {blanks.length === 0 && <p>{t("brief.unknown-none")}</p>}
      {(["not-coded", "not-known"] as const).map(
        (standing) =>
          of(standing).length > 0 && (
            <>
              <p>{t(`brief.unknown-${standing}`, { count: of(standing).length })}</p>
              <ul class="blanks">
                {of(standing).map(({ question }) => (
                  <li>
                    <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
                  </li>
                ))}
              </ul>
            </>
          ),
      )}
      {doubts.length > 0 && (
        <>
          <p>{t("brief.doubts", { count: doubts.length })}</p>
          <ul class="blanks">
            {[...alike(doubts)].map(([doubt, [first, ...rest]]) => (
              <li>
                {first && rest.length === 0 && (
                  <>
                    <Say said={visit.say("question", first.question.id, "wording", first.question.wording)} visit={visit} />{" "}
                  </>
                )}
                {first && <Say said={visit.say("coding", first.coding.id, "doubt", doubt)} visit={visit} />}
                {rest.length > 0 && <> {t("brief.doubts-alike", { count: rest.length + 1 })}</>}
                {first && <Cite citations={withoutPlace(first.coding.citations.slice(0, 1))} visit={visit} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t("brief.unreviewed")}</p>
    </section>
  );
}
