import type { BriefAsk, BriefSide, BriefView } from "../../../api/brief/view.ts";
import type { Position } from "../../../domain/position.ts";
import { Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { askPath } from "../position/ask.tsx";
import { ruleWords } from "../position/rule.ts";
import { AnswerSentence } from "./law.tsx";

/** How the place stands to a position, ask by ask, and who already does what is asked. */
export function GapSection({ view, position, visit }: { view: BriefView; position: Position; visit: Visit }) {
  const { t } = visit;
  const blanks = view.asks.filter((one) => !one.answer?.coding).length;
  const common = commonRule(view.asks.map((one) => ruleWords(visit, one.ask, one.counted)));
  return (
    <section aria-labelledby="gap">
      <h2 id="gap">{t("brief.gap", { position: visit.say("position", position.id, "title", position.title).text })}</h2>
      <p>
        {t("brief.wants", { organisation: position.organisation })} <Say said={visit.say("position", position.id, "claim", position.claim)} visit={visit} />
        <Cite citations={position.citations} visit={visit} /> {t("brief.gap-lead", { asks: view.asks.length, blanks })} {t("brief.rule")} {common}{" "}
        {t("brief.examples")}
      </p>
      <ol class="said">
        {view.asks.map((one) => (
          <AskItem of={one} common={common} visit={visit} />
        ))}
      </ol>
    </section>
  );
}

/** The rule that most asks of a position share, in words. */
function commonRule(rules: readonly string[]): string {
  const count = (rule: string): number => rules.filter((one) => one === rule).length;
  return [...rules].sort((a, b) => count(b) - count(a))[0] ?? "";
}

/** How the place stands to one ask. The rule stands with it where it is not the common one. */
function AskItem({ of, common, visit }: { of: BriefAsk; common: string; visit: Visit }) {
  const { t } = visit;
  const { ask, counted, answer, alignment, reach } = of;
  const rule = ruleWords(visit, ask, counted);
  return (
    <li>
      <a href={visit.link(askPath(ask.position, ask.id))}>
        <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} />
      </a>{" "}
      <b class="stands">{t(`brief.ask-${alignment}`)}</b>{" "}
      {answer?.coding ? (
        <AnswerSentence coding={answer.coding} question={counted} visit={visit} />
      ) : (
        answer && t("brief.ask-not-known-text", { day: dateText(answer.since, visit.locale) })
      )}
      {reach.map(
        (one) =>
          one.answer.coding && (
            <>
              <br />
              {t("position.gap-reach", { name: visit.name(one.from), alignment: t(`position.alignment-${one.alignment}`) })}{" "}
              <AnswerSentence coding={one.answer.coding} question={counted} visit={visit} />
            </>
          ),
      )}
      {rule !== common && (
        <small class="quiet">
          {" "}
          {t("brief.own-rule")} {rule}
        </small>
      )}
      <br />
      <Examples of={of} visit={visit} />
    </li>
  );
}

/** Who already does it: up to five, each with its provision and its source; how many are not coded. */
function Examples({ of, visit }: { of: BriefAsk; visit: Visit }) {
  const { t } = visit;
  const { counts, examples } = of;
  const blank = counts["not-coded"] + counts["not-known"];
  if (examples.length === 0) return <>{t("brief.nobody", { met: counts.met, blank })}</>;
  return (
    <>
      {t("brief.already", { met: counts.met, shown: examples.length })}{" "}
      {examples.map(({ answer }, index) => {
        const { coding } = answer;
        const citation = coding?.citations[0];
        const law = visit.catalogue.instruments.get(citation?.instrument ?? "");
        return (
          <>
            {index > 0 && punctuation(visit.locale).semicolon}
            {visit.name(answer.jurisdiction)}
            {coding && (
              <>
                {" ("}
                {(citation?.provision && <bdi>{citation.provision}</bdi>) ||
                  (law && <Say said={visit.say("instrument", law.id, "title", law.title)} visit={visit} />) ||
                  t("brief.no-provision")}
                {punctuation(visit.locale).comma}
                <Since coding={coding} visit={visit} />)
                <Cite citations={withoutPlace(coding.citations.slice(0, 1))} visit={visit} />
              </>
            )}
          </>
        );
      })}
      {punctuation(visit.locale).full}
      {t("brief.already-blank", { blank })}
    </>
  );
}

/** Arguments on every side: the same room, the same type, the same number at most. */
export function Sides({ sides, position, visit }: { sides: readonly BriefSide[]; position: Position; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="sides">
      <h2 id="sides">{t("brief.sides")}</h2>
      <div class="sides three">
        {sides.map(({ stance, shown, total }) => (
          <section aria-labelledby={`s-${stance}`}>
            <h3 id={`s-${stance}`}>
              {t(`position.stance-${stance}`)} ({total})
            </h3>
            {total === 0 && <p>{t("position.no-argument")}</p>}
            {total > 0 && (
              <ul class="said">
                {shown.map((one) => (
                  <li>
                    <strong>
                      <bdi>{one.holder}</bdi>
                    </strong>{" "}
                    ({t(`position.holder-${one.holderKind}`)}
                    {punctuation(visit.locale).comma}
                    {one.date ? <Time date={one.date} visit={visit} /> : t("position.undated")}){punctuation(visit.locale).colon}
                    <Say said={visit.say("argument", one.id, "claim", one.claim)} visit={visit} />
                    <Cite citations={one.citations} visit={visit} />
                  </li>
                ))}
              </ul>
            )}
            {total > shown.length && (
              <p class="quiet">
                <a href={`${visit.link(`/positions/${position.id}`)}#arguments`}>{t("brief.more-arguments", { count: total - shown.length })}</a>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}
