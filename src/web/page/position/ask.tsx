import { ALIGNED, type AlignedAnswer } from "../../../analysis/alignment.ts";
import type { AskView } from "../../../api/position/view.ts";
import type { Answer } from "../../../store/reader.ts";
import { AnswerChip, Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { Guidance } from "../../part/guidance.tsx";
import { PlaceLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { ruleWords } from "./rule.ts";

/** One ask: its wording, the rule, the counts with their coverage, the answers, what is not coded. */
export function AskSection({ view, number, visit }: { view: AskView; number: number; visit: Visit }) {
  const { t } = visit;
  const { ask, counted, counts, rows, blanks } = view;
  return (
    <section class="one-ask" id={ask.id} aria-labelledby={`h-${ask.id}`}>
      <h3 id={`h-${ask.id}`}>
        <small>{t("position.ask-number", { number })}</small> <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} />
      </h3>
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
      {rows.length > 0 ? (
        <ul class="tally" aria-label={t("position.counts")}>
          {ALIGNED.map((one) => (
            <li class={`al-${one}`}>
              {t(`position.alignment-${one}`)} <b>{counts[one]}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("position.nothing")}</p>
      )}
      {rows.length > 0 && (
        <p class="meta">
          {t("position.coverage", { coded: rows.length, blank: blanks.length })}
          {rows.some(({ answer }) => answer.jurisdiction === "EU") && <> {t("position.eu-row")}</>}
        </p>
      )}
      {rows.length > 0 && (
        <details>
          <summary>{t("position.show-answers", { count: rows.length })}</summary>
          <Answers rows={rows} view={view} visit={visit} />
        </details>
      )}
      {rows.length > 0 && blanks.length > 0 && (
        <details>
          <summary>{t("position.blanks", { count: blanks.length })}</summary>
          <p>{t("position.blanks-text")}</p>
          <p class="quiet">{blanks.length > rows.length ? t("position.blanks-rest") : blanks.map(visit.name).join(", ")}</p>
        </details>
      )}
      {view.second.length > 0 && <Second answers={view.second} view={view} visit={visit} />}
      <p class="meta">
        <a href={visit.link(`/questions/${counted.id}`)}>{t("position.more-about")}</a>
      </p>
    </section>
  );
}

function Answers({ rows, view, visit }: { rows: readonly AlignedAnswer[]; view: AskView; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("position.table")}
      rows={rows}
      columns={[
        { head: t("position.jurisdiction"), row: true, cell: ({ answer }) => <PlaceLink code={answer.jurisdiction} visit={visit} /> },
        { head: t("position.alignment"), cell: ({ alignment }) => t(`position.alignment-${alignment}`) },
        ...answerColumns(view.counted, visit),
      ]}
    />
  );
}

function answerColumns(question: AskView["counted"], visit: Visit) {
  const { t } = visit;
  return [
    { head: t("position.answer"), cell: ({ answer }: { answer: Answer }) => <AnswerChip answer={answer} question={question} visit={visit} /> },
    {
      head: t("position.since"),
      cell: ({ answer }: { answer: Answer }) =>
        answer.coding ? <Since coding={answer.coding} visit={visit} /> : t("answer.known-from", { day: dateText(answer.since, visit.locale) }),
    },
    {
      head: t("position.provision"),
      cell: ({ answer }: { answer: Answer }) =>
        answer.coding ? (
          <>
            {answer.coding.citations[0]?.provision} <Cite citations={withoutPlace(answer.coding.citations)} visit={visit} />
          </>
        ) : (
          ""
        ),
    },
  ];
}

function Second({ answers, view, visit }: { answers: readonly Answer[]; view: AskView; visit: Visit }) {
  const { t } = visit;
  return (
    <details>
      <summary>
        {t("position.second")} ({answers.length})
      </summary>
      <p>{t("position.second-text")}</p>
      <DataTable
        caption={t("position.second-table")}
        rows={answers.map((answer) => ({ answer }))}
        columns={[
          { head: t("position.jurisdiction"), row: true, cell: ({ answer }) => <PlaceLink code={answer.jurisdiction} visit={visit} /> },
          ...answerColumns(view.ask, visit),
        ]}
      />
    </details>
  );
}
