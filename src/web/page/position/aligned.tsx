import type { Question } from "../../../domain/question.ts";
import type { Answer } from "../../../store/reader.ts";
import { AnswerChip, Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { Flags } from "../../part/flag.tsx";
import { InstrumentLink, PlaceLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

/** Answers to an ask: place, answer, since when, instrument and article with a link to the text, and what it says in our own words. */
export function AskTable({ answers, question, caption, visit }: { answers: readonly Answer[]; question: Question; caption: string; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={caption}
      rows={answers}
      columns={[
        { head: t("position.jurisdiction"), row: true, cell: (answer) => <PlaceLink code={answer.jurisdiction} visit={visit} /> },
        { head: t("position.answer"), cell: (answer) => <AnswerChip answer={answer} question={question} visit={visit} /> },
        { head: t("position.since"), cell: (answer) => <When answer={answer} visit={visit} /> },
        { head: t("position.provision"), cell: (answer) => <Where answer={answer} visit={visit} /> },
        { head: t("position.own-words"), cell: (answer) => <OwnWords answer={answer} visit={visit} /> },
      ]}
    />
  );
}

/** Since when the answer holds; for a blank of the day, from when the record speaks. */
export function When({ answer, visit }: { answer: Answer; visit: Visit }) {
  if (answer.coding) return <Since coding={answer.coding} visit={visit} />;
  return <>{visit.t("answer.known-from", { day: dateText(answer.since, visit.locale) })}</>;
}

/** Instrument, article and link to the text. */
export function Where({ answer, visit }: { answer: Answer; visit: Visit }) {
  const citation = answer.coding?.citations[0];
  if (!answer.coding || !citation) return <></>;
  const source = visit.catalogue.sources.get(citation.source);
  return (
    <>
      {citation.instrument && (
        <>
          <InstrumentLink id={citation.instrument} visit={visit} />
          {citation.provision && punctuation(visit.locale).comma}
        </>
      )}
      <bdi>{citation.provision}</bdi>
      {(citation.instrument || citation.provision) && <br />}
      {source && <a href={source.url}>{visit.t("position.read", { grade: visit.t(`answer.grade-${source.grade}`) })}</a>}
      <Cite citations={withoutPlace(answer.coding.citations)} visit={visit} />
    </>
  );
}

function OwnWords({ answer, visit }: { answer: Answer; visit: Visit }) {
  const { coding } = answer;
  if (!coding) return <></>;
  return (
    <>
      {coding.note ? <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} /> : <span class="quiet">{visit.t("answer.no-note")}</span>}
      {coding.doubt && (
        <>
          {" "}
          <strong>{visit.t("answer.doubt")}</strong> <Say said={visit.say("coding", coding.id, "doubt", coding.doubt)} visit={visit} />
        </>
      )}
      <Flags flags={coding.flags} visit={visit} />
    </>
  );
}
