import type { Next, UpdateLine } from "../../../api/update/view.ts";
import { InstrumentLink, PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { ResultLine } from "./result.tsx";

/** An update in a list: date, kind, place, title, summary, what happens next. */
export function UpdateNote({ line, visit }: { line: UpdateLine; visit: Visit }) {
  const { update, next } = line;
  return (
    <article class="note">
      <p class="meta">
        <Time date={update.date} visit={visit} /> · {visit.t(`update.kind-${update.kind}`)} · <PlaceLinks codes={update.jurisdictions} visit={visit} />
        <Standing line={line} visit={visit} />
      </p>
      <h3>
        <a href={visit.link(`/updates/${update.id}`)}>
          <Say said={visit.say("update", update.id, "title", update.title)} visit={visit} />
        </a>
      </h3>
      <p>
        <Say said={visit.say("update", update.id, "summary", update.summary)} visit={visit} />
      </p>
      {next && (
        <p class="soon">
          <NextWords next={next} visit={visit} />
        </p>
      )}
      {(line.result.kind === "known" || line.result.kind === "not-known" || (line.result.kind === "running" && !next)) && (
        <p class="meta">
          <ResultLine update={update} result={line.result} visit={visit} brief />
        </p>
      )}
    </article>
  );
}

/** Where a consultation stands, in words. */
export function Standing({ line, visit }: { line: UpdateLine; visit: Visit }) {
  if (!line.standing) return <></>;
  const { t } = visit;
  if (line.standing === "closed")
    return (
      <>
        {" · "}
        {t("update.closed-on")} <Time date={line.update.closes} visit={visit} />
      </>
    );
  return (
    <>
      {" · "}
      <strong class={line.standing === "undated" ? undefined : "soon"}>{t(`update.standing-${line.standing}`)}</strong>
    </>
  );
}

/** What happens next, with its date. */
export function NextWords({ next, visit }: { next: Next; visit: Visit }) {
  if (next.what !== "stage")
    return (
      <>
        {visit.t(`update.next-${next.what}`)} <Time date={next.date} visit={visit} />
        {punctuation(visit.locale).stop}
      </>
    );
  return (
    <>
      <InstrumentLink id={next.instrument} visit={visit} /> · {visit.t(`instrument.stage-${next.stage}`)}
      {punctuation(visit.locale).comma}
      <Time date={next.date} visit={visit} />
    </>
  );
}
