import type { BriefLine, BriefTopic } from "../../../api/brief/topic.ts";
import type { Coding } from "../../../domain/coding.ts";
import type { Question } from "../../../domain/question.ts";
import { Since } from "../../part/answer.tsx";
import { answerWords } from "../../part/chip.tsx";
import { Cite, Provision, withoutPlace } from "../../part/citation.tsx";
import { Flags } from "../../part/flag.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** What the law says on one topic: a sentence an answer, then the law that reaches the place from elsewhere. */
export function LawTopic({ of, place, tight, visit }: { of: BriefTopic; place: string; tight: boolean; visit: Visit }) {
  const { t } = visit;
  const { topic, above, lines, reach, blanks } = of;
  return (
    <>
      <h3>
        <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} />
      </h3>
      {above && <p class="quiet">{t("brief.above", { topic: visit.say("topic", above.id, "title", above.title).text })}</p>}
      {lines.length === 0 && <p>{t(blanks.length === 0 ? "brief.all-below" : "brief.no-answer", { count: blanks.length })}</p>}
      {lines.length > 0 && <Lines lines={lines} tight={tight} visit={visit} />}
      {[...reach].map(([from, some]) => (
        <>
          <p>
            <em>{t("brief.reach", { name: visit.name(from), place })}</em>
          </p>
          <Lines lines={some} tight={tight} visit={visit} />
        </>
      ))}
      {lines.length > 0 && blanks.length > 0 && <p class="quiet">{t("brief.topic-blanks", { count: blanks.length })}</p>}
    </>
  );
}

function Lines({ lines, tight, visit }: { lines: readonly BriefLine[]; tight: boolean; visit: Visit }) {
  return (
    <ul class="said">
      {lines.map(({ question, coding }) => (
        <li>
          <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />{" "}
          <AnswerSentence coding={coding} question={question} tight={tight} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

/** An answer as a sentence: what it is, since when, under which provision, in our own words unless room is tight, with its source. */
export function AnswerSentence({ coding, question, tight = false, visit }: { coding: Coding; question: Question; tight?: boolean; visit: Visit }) {
  const { words, lang } = answerWords(visit, question, coding.answer);
  return (
    <>
      <b lang={lang === visit.locale ? undefined : lang}>{words}</b>
      {punctuation(visit.locale).comma}
      <Since coding={coding} visit={visit} />
      <Under coding={coding} visit={visit} />
      {punctuation(visit.locale).stop}
      {!tight && coding.note && !repeats(coding.note, coding.citations[0]?.provision ?? "") && (
        <>
          {" "}
          <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} />
        </>
      )}
      <Cite citations={withoutPlace(coding.citations)} visit={visit} />
      {coding.flags.length > 0 && (
        <small>
          <Flags flags={coding.flags} visit={visit} />
        </small>
      )}
    </>
  );
}

/** Whether a note only names the provision that stands beside it. */
function repeats(note: string, provision: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return provision !== "" && bare(note) === bare(provision);
}

/** The law and the provision in brackets, each once; nothing when the record names neither. */
function Under({ coding, visit }: { coding: Coding; visit: Visit }) {
  const { instrument = "", provision = "" } = coding.citations[0] ?? {};
  const law = visit.catalogue.instruments.get(instrument);
  if (!law && !provision) return <></>;
  const title = law && visit.say("instrument", law.id, "title", law.title);
  const link = law && visit.link(`/instruments/${law.id}`);
  if (!title || provision.includes(law.title))
    return (
      <>
        {" ("}
        <bdi>{link ? <a href={link}>{provision}</a> : provision}</bdi>)
      </>
    );
  return (
    <>
      {" ("}
      <a href={link}>
        <Say said={title} visit={visit} />
      </a>
      {!law.title.includes(provision) && <Provision of={provision} visit={visit} />})
    </>
  );
}
