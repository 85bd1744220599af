import type { Coding } from "../../domain/coding.ts";
import { startBasis } from "../../domain/coding.ts";
import type { Question } from "../../domain/question.ts";
import type { Answer } from "../../store/reader.ts";
import type { Visit } from "../visit.ts";
import { answerWords, Chip } from "./chip.tsx";
import { Cite, withoutPlace } from "./citation.tsx";
import { dateText } from "./date.ts";
import { Flags } from "./flag.tsx";
import { Say } from "./said.tsx";
import { Time } from "./time.tsx";

/** The answer as a chip, or the words for "not known for that day". */
export function AnswerChip({ answer, question, visit }: { answer: Answer; question: Question; visit: Visit }) {
  if (!answer.coding) return <Chip standing="not-known" words={visit.t("answer.not-known")} />;
  return CodingChip({ coding: answer.coding, question, visit });
}

/** What a coding answers, as a chip. */
export function CodingChip({ coding, question, visit }: { coding: Coding; question: Question; visit: Visit }) {
  const { words, lang, state } = answerWords(visit, question, coding.answer);
  return <Chip standing={state} words={words} lang={lang === visit.locale ? undefined : lang} />;
}

/** The length of a date that is known to the day; languages put other words before it than before a year. */
const DAY = 10;

/** Since when an answer holds, in words that do not claim more than is known. */
export function Since({ coding, visit }: { coding: Coding; visit: Visit }) {
  const basis = startBasis(coding);
  if (basis === "start")
    return (
      <>
        {visit.t(coding.from.length === DAY ? "answer.since-day" : "answer.since")} <Time date={coding.from} visit={visit} />
      </>
    );
  if (basis === "text")
    return (
      <>
        {visit.t("answer.text-of")} <Time date={coding.current} visit={visit} />
      </>
    );
  return <>{visit.t("answer.start-unknown")}</>;
}

/** One row of a topic: the question, its answer, since when, grade and source; opens to everything else. */
export function AnswerRow({ answer, question, visit, heading, more }: { answer: Answer; question: Question; visit: Visit; heading: unknown; more?: unknown }) {
  const { coding } = answer;
  const grade = coding && visit.catalogue.sources.get(coding.citations[0]?.source ?? "")?.grade;
  return (
    <details class="answer" id={`q-${answer.jurisdiction}-${question.id}`}>
      <summary>
        <span class="ask">{heading}</span>
        <AnswerChip answer={answer} question={question} visit={visit} />
        <span class="meta">
          {coding ? <Since coding={coding} visit={visit} /> : visit.t("answer.known-from", { day: dateText(answer.since, visit.locale) })}
          {grade && <> · {visit.t(`answer.grade-${grade}`)}</>}
        </span>
      </summary>
      <AnswerBody answer={answer} question={question} visit={visit} more={more} />
    </details>
  );
}

/** What stands behind an answer: note, doubts, dates, citations, where to look further. */
function AnswerBody({ answer, question, visit, more }: { answer: Answer; question: Question; visit: Visit; more?: unknown }) {
  const { coding, next } = answer;
  const { provision, instrument } = coding?.citations[0] ?? {};
  return (
    <div class="inside">
      {coding && (
        <p>
          {coding.note ? <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} /> : visit.t("answer.no-note")}
          {provision && (
            <>
              {" "}
              <span class="grade">
                · <bdi>{provision}</bdi>
              </span>
            </>
          )}
          {instrument && (
            <>
              {" · "}
              <a class="grade" href={visit.link(`/instruments/${instrument}`)}>
                {visit.t("frame.law")}
              </a>
            </>
          )}
          <Cite citations={withoutPlace(coding.citations)} visit={visit} />
        </p>
      )}
      {coding?.doubt && (
        <p class="doubt">
          <strong>{visit.t("answer.doubt")}</strong> <Say said={visit.say("coding", coding.id, "doubt", coding.doubt)} visit={visit} />
        </p>
      )}
      {coding?.before && <p>{visit.t("answer.before", { answer: answerWords(visit, question, coding.before).words })}</p>}
      {next && <Next coding={next} question={question} visit={visit} />}
      {more}
      <p class="meta">
        {coding && (
          <>
            {visit.t("answer.last-checked")} {dateText(coding.citations[0]?.read ?? "", visit.locale)}
            {" · "}
            <span class="flag">{visit.t(`answer.${coding.review}`)}</span>
            <Flags flags={coding.flags} visit={visit} />
            {" · "}
          </>
        )}
        <a href={visit.link(`/questions/${question.id}`)}>{visit.t("answer.all-places")}</a>
        {coding && question.kind !== "treaty" && (
          <>
            {" · "}
            <a href={visit.link("/history", { kind: "coding", id: coding.id })}>{visit.t("history.history")}</a>
          </>
        )}
      </p>
    </div>
  );
}

/** The answer that follows, and from when. */
function Next({ coding, question, visit }: { coding: Coding; question: Question; visit: Visit }) {
  const date = coding.from || coding.current || (coding.citations[0]?.read ?? "");
  return (
    <p class="soon">
      {visit.t(date.length === DAY ? "answer.next-day" : "answer.next", { answer: answerWords(visit, question, coding.answer).words })}{" "}
      <Time date={date} visit={visit} />
    </p>
  );
}
