import type { Question } from "../../domain/question.ts";
import type { Visit } from "../visit.ts";
import { punctuation } from "./punctuation.ts";
import { Say } from "./said.tsx";

/** The name of a jurisdiction, leading to its page. */
export function PlaceLink({ code, visit }: { code: string; visit: Visit }) {
  return <a href={visit.link(`/jurisdictions/${code}`)}>{visit.name(code)}</a>;
}

/** Names of jurisdictions in one line, each leading to its page. */
export function PlaceLinks({ codes, visit }: { codes: readonly string[]; visit: Visit }) {
  return (
    <>
      {codes.map((code, index) => (
        <>
          {index > 0 && punctuation(visit.locale).comma}
          <PlaceLink code={code} visit={visit} />
        </>
      ))}
    </>
  );
}

/** Titles of topics in one line, each leading to its page. Ids that the record does not hold are left out. */
export function TopicLinks({ ids, visit }: { ids: readonly string[]; visit: Visit }) {
  const topics = ids.flatMap((id) => visit.catalogue.topics.get(id) ?? []);
  return (
    <>
      {topics.map((topic, index) => (
        <>
          {index > 0 && punctuation(visit.locale).comma}
          <a href={visit.link(`/topics/${topic.id}`)}>
            <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} />
          </a>
        </>
      ))}
    </>
  );
}

/** The wording of a question, leading to its page. */
export function QuestionLink({ question, visit }: { question: Question; visit: Visit }) {
  return (
    <a href={visit.link(`/questions/${question.id}`)}>
      <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
    </a>
  );
}

/** The title of an instrument, leading to its page. */
export function InstrumentLink({ id, visit }: { id: string; visit: Visit }) {
  const instrument = visit.catalogue.instruments.get(id);
  if (!instrument) return <>{id}</>;
  return (
    <a href={visit.link(`/instruments/${id}`)}>
      <Say said={visit.say("instrument", id, "title", instrument.title)} visit={visit} />
    </a>
  );
}
