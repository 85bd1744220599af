import { ALIGNED, type Aligned } from "../../../analysis/alignment.ts";
import type { AskView } from "../../../api/position/ask.ts";
import { numberText } from "../../part/date.ts";
import { Guidance } from "../../part/guidance.tsx";
import { PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";
import { ruleWords } from "./rule.ts";

/** Names of places that meet an ask, as far as a section shows them. */
const NAMED = 8;

/** One ask in short: its wording, the rule, the counts with their coverage, who meets it; everything else stands on its own page. */
export function AskSection({ view, number, visit }: { view: AskView; number: number; visit: Visit }) {
  const { t } = visit;
  const { ask, counts, rows } = view;
  const met = rows.filter((row) => row.alignment === "met").map((row) => row.answer.jurisdiction);
  const page = askPath(ask.position, ask.id);
  return (
    <section class="one-ask" id={ask.id} aria-labelledby={`h-${ask.id}`}>
      <h3 id={`h-${ask.id}`}>
        <small>{t("position.ask-number", { number })}</small>{" "}
        <a href={visit.link(page)}>
          <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} />
        </a>
      </h3>
      <AskRule view={view} visit={visit} />
      <AskTally view={view} visit={visit} />
      {met.length > 0 && (
        <p>
          {t("position.met-by")} <PlaceLinks codes={met.slice(0, NAMED)} visit={visit} />
          {met.length > NAMED && <> {t("position.met-more", { count: met.length - NAMED })}</>}
          {punctuation(visit.locale).full}
          <a href={visit.link(page, { alignment: "met" })}>{t("position.who-already", { count: counts.met })}</a>
        </p>
      )}
      <p class="meta">
        <a href={visit.link(page)}>{t("position.ask-page", { count: rows.length })}</a>
      </p>
    </section>
  );
}

/** Address of an ask below the locale. */
export function askPath(position: string, ask: string): string {
  return `/positions/${position}/${ask}`;
}

/** How the ask is answered, the rule from answer to alignment, and whose answers count. */
export function AskRule({ view, visit }: { view: AskView; visit: Visit }) {
  const { t } = visit;
  const { ask, counted } = view;
  return (
    <>
      {ask.guidance && (
        <p class="quiet">
          <Guidance question={ask} said={visit.say("question", ask.id, "guidance", ask.guidance)} visit={visit} />
        </p>
      )}
      <p>
        <strong>{t("position.rule")}</strong> {ruleWords(visit, ask, counted)} {t("position.rule-rest")}
      </p>
      {counted.id !== ask.id && (
        <p class="quiet">{t("position.counted-from", { question: visit.say("question", counted.id, "wording", counted.wording).text })}</p>
      )}
    </>
  );
}

/** How many jurisdictions stand where, with the coverage. `linked` gives the address of the answers of one alignment. */
export function AskTally({ view, visit, linked }: { view: AskView; visit: Visit; linked?: (alignment: Aligned) => string }) {
  const { t } = visit;
  const { counts, rows, blanks } = view;
  if (rows.length === 0) return <p>{t("position.nothing")}</p>;
  return (
    <>
      <ul class="tally" aria-label={t("position.counts")}>
        {ALIGNED.map((one) => (
          <li class={`al-${one}`}>
            {linked && counts[one] > 0 ? <a href={linked(one)}>{t(`position.alignment-${one}`)}</a> : t(`position.alignment-${one}`)}{" "}
            <b>{numberText(counts[one], visit.locale)}</b>
          </li>
        ))}
      </ul>
      <p class="meta">
        {t("position.coverage", { coded: rows.length, blank: blanks.length })}
        {rows.some(({ answer }) => answer.jurisdiction === "EU") && <> {t("position.eu-row")}</>}
      </p>
    </>
  );
}
