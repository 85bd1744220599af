import type { ComparedRow } from "../../../analysis/comparison.ts";
import type { CompareView } from "../../../api/compare/view.ts";
import { type Coding, startBasis } from "../../../domain/coding.ts";
import type { Question } from "../../../domain/question.ts";
import type { Answer } from "../../../store/reader.ts";
import { AnswerChip } from "../../part/answer.tsx";
import { Cite, Provision, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** A column as the page draws it: its heading, and the page whose rows hold what stands behind its cells. */
export interface Head {
  readonly name: string;
  readonly page: string;
}

/** Most answers with which each names its provision and has a footnote: a page of more would grow too heavy. */
const FEW = 140;

/** Whether the comparison has so few answers that each can have a footnote. */
export function hasFew({ columns, comparison }: CompareView): boolean {
  return comparison.blanks.reduce((sum, one) => sum - one.notKnown - one.notCoded, columns.length * comparison.rows.length) <= FEW;
}

/** The headings of a comparison: names of places, or days. */
export function headsOf(view: CompareView, visit: Visit): Head[] {
  return view.columns.map(({ jurisdiction, day }) => ({
    name: view.asked.to ? dateText(day, visit.locale) : visit.name(jurisdiction),
    page: visit.link(`/jurisdictions/${jurisdiction}`, { at: day === visit.today ? "" : day }),
  }));
}

/** Rows of a comparison with what every cell needs. */
interface Shown {
  readonly rows: readonly ComparedRow[];
  readonly heads: readonly Head[];
  readonly few: boolean;
  readonly visit: Visit;
}

/** Rows under the headings of their topics, each a question with a cell a column; cards on a narrow screen. */
export function SideBySide({ rows, heads, few, label, visit }: Shown & { label: string }) {
  return (
    <div class="side" role="region" aria-labelledby={label} tabindex={0}>
      <table class="data">
        <caption>{visit.t("compare.caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{visit.t("compare.question")}</th>
            {heads.map((head) => (
              <th scope="col">
                <a href={head.page}>{head.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        {byTopic(rows).map((group) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={heads.length + 1}>
                <TopicName question={group[0]?.question} visit={visit} />
              </th>
            </tr>
            {group.map(({ question, cells }) => (
              <tr>
                <th scope="row">
                  <Wording question={question} visit={visit} />
                </th>
                {cells.map((answer, index) => (
                  <Cell answer={answer} question={question} head={heads[index] ?? NOWHERE} few={few} visit={visit} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const NOWHERE: Head = { name: "", page: "" };

function byTopic(rows: readonly ComparedRow[]): ComparedRow[][] {
  const groups: ComparedRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && headingOf(last[0]?.question) === headingOf(row.question)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function headingOf(question: Question | undefined): string {
  return question?.kind === "treaty" ? "" : (question?.topic ?? "");
}

function TopicName({ question, visit }: { question: Question | undefined; visit: Visit }) {
  const topic = visit.catalogue.topics.get(headingOf(question));
  return topic ? <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} /> : <>{visit.t("compare.treaties")}</>;
}

function Wording({ question, visit }: { question: Question; visit: Visit }) {
  return (
    <a href={visit.link(`/questions/${question.id}`)}>
      <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
    </a>
  );
}

interface CellOf {
  readonly answer: Answer | undefined;
  readonly question: Question;
  readonly head: Head;
  readonly few: boolean;
  readonly visit: Visit;
}

function Cell({ answer, question, head, few, visit }: CellOf) {
  if (!answer)
    return (
      <td data-head={head.name} class="quiet">
        {visit.t("answer.not-coded")}
      </td>
    );
  return (
    <td data-head={head.name}>
      <AnswerChip answer={answer} question={question} visit={visit} /> <Behind answer={answer} question={question} head={head} few={few} visit={visit} />
    </td>
  );
}

/**
 * Since when, and from where. Among few answers the words lead to the row with everything behind the answer, and a footnote
 * names the source; among many there is no room for either, and the words lead to the source itself.
 */
function Behind({ answer, question, head, few, visit }: CellOf & { answer: Answer }) {
  const { coding } = answer;
  if (!coding) return <small>{visit.t("answer.known-from", { day: dateText(answer.since, visit.locale) })}</small>;
  const [citation] = coding.citations;
  const doubts = coding.doubt || coding.flags.length > 0 ? <span class="flag"> {visit.t("compare.doubts")}</span> : null;
  if (!few)
    return (
      <small>
        <a href={visit.catalogue.sources.get(citation?.source ?? "")?.url ?? rowOf(head, answer, question)}>{sinceText(coding, visit)}</a>
        {doubts}
      </small>
    );
  return (
    <small>
      <a href={rowOf(head, answer, question)}>
        {sinceText(coding, visit)}
        <Provision of={citation?.provision} visit={visit} />
      </a>
      {doubts}
      <Cite citations={withoutPlace(coding.citations.slice(0, 1))} visit={visit} />
    </small>
  );
}

/** Since when an answer holds, in words that do not claim more than is known. */
function sinceText(coding: Coding, visit: Visit): string {
  const basis = startBasis(coding);
  if (basis === "read") return visit.t("answer.start-unknown");
  const date = basis === "start" ? coding.from : coding.current;
  return `${visit.t(basis === "text" ? "answer.text-of" : date.length === DAY ? "answer.since-day" : "answer.since")} ${dateText(date, visit.locale)}`;
}

/** The length of a date that is known to the day; languages put other words before it than before a year. */
const DAY = 10;

/** Where the jurisdiction's own page has the answer. */
function rowOf(head: Head, answer: Answer, question: Question): string {
  return `${head.page}#${question.kind === "treaty" ? "treaties" : `q-${answer.jurisdiction}-${question.id}`}`;
}

/** Rows whose answers do not differ, folded into one line: the answer once, then the columns that have it. */
export function Folded({ rows, heads, few, summary, visit }: Shown & { summary: string }) {
  if (rows.length === 0) return <></>;
  return (
    <details class="blank">
      <summary>{summary}</summary>
      <ul class="plain folded">
        {rows.map(({ question, cells }) => {
          const known = cells.find((one) => one?.coding);
          const missing = cells.filter((one) => !one?.coding).length;
          return (
            <li>
              <Wording question={question} visit={visit} /> {known && <AnswerChip answer={known} question={question} visit={visit} />}
              {cells.map((answer, index) => {
                const head = heads[index] ?? NOWHERE;
                return (
                  answer?.coding && (
                    <>
                      {" "}
                      <span>
                        {head.name} <Behind answer={answer} question={question} head={head} few={few} visit={visit} />
                      </span>
                    </>
                  )
                );
              })}
              {missing > 0 && <small class="quiet"> {visit.t("compare.missing", { count: missing })}</small>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Questions that have no answer in any column. */
export function Unanswered({ rows, visit }: { rows: readonly ComparedRow[]; visit: Visit }) {
  if (rows.length === 0) return <></>;
  return (
    <details class="blank">
      <summary>{visit.t("compare.blank", { count: rows.length })}</summary>
      <ul>
        {rows.map(({ question }) => (
          <li>
            <Wording question={question} visit={visit} />
          </li>
        ))}
      </ul>
    </details>
  );
}
