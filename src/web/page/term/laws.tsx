import type { Placed } from "../../../api/question/view.ts";
import { type Steps, unknownOf } from "../../../api/step.ts";
import type { LawTitle, LawWords } from "../../../api/term/bridge.ts";
import { AnswerChip, Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { Flags } from "../../part/flag.tsx";
import { InstrumentLink, PlaceLink, QuestionLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

/** What each law calls the matter or from what age, place by place, on the day of the page; what is not coded is counted, never taken for a no. */
export function LawTables({ laws, steps, visit }: { laws: readonly LawWords[]; steps: Steps; visit: Visit }) {
  const { t } = visit;
  const unknown = unknownOf(laws.flatMap((one) => one.answers.map((placed) => placed.answer)));
  return (
    <section aria-labelledby="laws">
      <h2 id="laws">{t("glossary.laws")}</h2>
      {laws.length === 0 ? <p>{t("glossary.laws-none")}</p> : <p>{t("glossary.laws-lead", { day: dateText(visit.at, visit.locale) })}</p>}
      {(laws.length > 0 || visit.past) && <DateBar visit={visit} steps={steps} unknown={unknown} />}
      {laws.map(({ question, answers, blanks }) => (
        <>
          <h3>
            <QuestionLink question={question} visit={visit} />
          </h3>
          {answers.length > 0 && (
            <DataTable<Placed>
              caption={t("question.answers-caption", { count: answers.length, day: dateText(visit.at, visit.locale) })}
              rows={answers}
              columns={[
                { head: t("question.jurisdiction"), row: true, cell: (row) => <PlaceLink code={row.jurisdiction} visit={visit} /> },
                { head: t("question.answer"), cell: (row) => <AnswerChip answer={row.answer} question={question} visit={visit} /> },
                { head: t("glossary.laws-words"), cell: (row) => <Wording row={row} visit={visit} /> },
                {
                  head: t("question.since"),
                  cell: ({ answer }) =>
                    answer.coding ? <Since coding={answer.coding} visit={visit} /> : t("answer.known-from", { day: dateText(answer.since, visit.locale) }),
                },
              ]}
            />
          )}
          {blanks.length > 0 && <p class="meta">{t("glossary.laws-blanks", { count: blanks.length })}</p>}
        </>
      ))}
    </section>
  );
}

function Wording({ row, visit }: { row: Placed; visit: Visit }) {
  const { coding } = row.answer;
  if (!coding) return <></>;
  const { provision, instrument } = coding.citations[0] ?? {};
  return (
    <>
      {coding.note && <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} />} {provision && <span class="grade">{provision}</span>}
      {instrument && (
        <>
          {" "}
          <InstrumentLink id={instrument} visit={visit} />
        </>
      )}
      <Cite citations={withoutPlace(coding.citations)} visit={visit} />
      <Flags flags={coding.flags} visit={visit} />
    </>
  );
}

/** Laws whose own title uses an expression to avoid, each title quoted. */
export function LawTitles({ titles, visit }: { titles: readonly LawTitle[]; visit: Visit }) {
  const { t } = visit;
  if (titles.length === 0) return <></>;
  return (
    <section aria-labelledby="titles">
      <h2 id="titles">{t("glossary.titles")}</h2>
      <p>{t("glossary.titles-text")}</p>
      <ul>
        {titles.map(({ instrument, lang }) => {
          const said = visit.say("instrument", instrument.id, "title", instrument.title);
          return (
            <li>
              <PlaceLink code={instrument.jurisdiction} visit={visit} /> –{" "}
              <a href={visit.link(`/instruments/${instrument.id}`)}>
                <q lang={(instrument.original ? lang : "en") || undefined}>{instrument.original || instrument.title}</q>
              </a>
              {(instrument.original || said.lang !== "en") && (
                <>
                  {" "}
                  (<Say said={said} visit={visit} />)
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
