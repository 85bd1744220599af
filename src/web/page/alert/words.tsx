import { INSTRUMENT_KINDS } from "../../../domain/instrument.ts";
import { TESTIMONY_KINDS } from "../../../domain/testimony.ts";
import { UPDATE_KINDS } from "../../../domain/update.ts";
import { type WatchParameters, watchParameters } from "../../../domain/watch.ts";
import { InstrumentLink, PlaceLink, QuestionLink, TopicLinks } from "../../part/place.tsx";
import { punctuation, quoted } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";

/** Whether a list holds a word, whatever the list is said to hold. */
function holds(list: readonly string[], word: string): boolean {
  return list.includes(word);
}

/** What sort of change a watch is for, as the rest of the site calls it. */
export function kindWords(kind: string, { t }: Visit): string {
  if (holds(UPDATE_KINDS, kind)) return t(`update.kind-${kind}`);
  if (holds(INSTRUMENT_KINDS, kind)) return t(`instrument.kind-${kind}`);
  if (holds(TESTIMONY_KINDS, kind)) return t(`testimony.kind-${kind}`);
  return t(kind === "treaty-status" ? "search.kind-treaty" : `search.kind-${kind}`);
}

/** What is watched, in one line of words that lead to the record. */
export function WatchWords({ query, visit }: { query: string | WatchParameters; visit: Visit }) {
  const { t } = visit;
  const { q, place, topic, question, instrument, kind } = watchParameters(query);
  const { colon, semicolon } = punctuation(visit.locale);
  const asked = visit.catalogue.questions.get(question);
  const parts = [
    ...(place ? [{ label: t("update.place"), value: <PlaceLink code={place} visit={visit} /> }] : []),
    ...(topic ? [{ label: t("update.topic"), value: <TopicLinks ids={[topic]} visit={visit} /> }] : []),
    ...(question ? [{ label: t("search.kind-question"), value: asked ? <QuestionLink question={asked} visit={visit} /> : question }] : []),
    ...(instrument ? [{ label: t("search.kind-instrument"), value: <LawLink id={instrument} visit={visit} /> }] : []),
    ...(kind ? [{ label: t("update.kind"), value: kindWords(kind, visit) }] : []),
    ...(q ? [{ label: t("alert.words"), value: <bdi>{quoted(q, visit.locale)}</bdi> }] : []),
  ];
  return (
    <>
      {parts.map(({ label, value }, index) => (
        <>
          {index > 0 && semicolon}
          {label}
          {colon}
          <strong>{value}</strong>
        </>
      ))}
    </>
  );
}

/** A law or a treaty: both are watched under one name. */
function LawLink({ id, visit }: { id: string; visit: Visit }) {
  const treaty = visit.catalogue.treaties.get(id);
  if (!treaty) return <InstrumentLink id={id} visit={visit} />;
  return <a href={visit.link(`/treaties/${id}`)}>{visit.say("treaty", id, "short", treaty.short).text}</a>;
}
