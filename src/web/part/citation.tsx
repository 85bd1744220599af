import type { Citation } from "../../domain/source.ts";
import type { Visit } from "../visit.ts";
import { dateText } from "./date.ts";
import { punctuation } from "./punctuation.ts";

/** The numbers of citations, each a link to its footnote. */
export function Cite({ citations, visit }: { citations: readonly Citation[]; visit: Visit }) {
  return (
    <sup class="cite">
      {citations.map((citation) => {
        const number = visit.cite(citation);
        return <a href={`#n${number}`}>[{number}]</a>;
      })}
    </sup>
  );
}

/**
 * Citations of an answer whose law and provision stand beside it: answers from one source then share a footnote.
 * Further citations keep their place, which stands nowhere else.
 */
export function withoutPlace(citations: readonly Citation[]): Citation[] {
  return citations.map((citation, index) => (index === 0 ? { ...citation, provision: "", instrument: "" } : citation));
}

/** A provision of a law as the record names it, or another name in its own writing, after a comma; nothing where there is none. */
export function Provision({ of, visit }: { of: string | undefined; visit: Visit }) {
  if (!of) return <></>;
  return (
    <>
      {punctuation(visit.locale).comma}
      <bdi>{of}</bdi>
    </>
  );
}

/** A source in full: title, publisher, grade, place, day read. */
function SourceLine({ citation, visit }: { citation: Citation; visit: Visit }) {
  const source = visit.catalogue.sources.get(citation.source);
  if (!source) return <>{citation.source}</>;
  const instrument = citation.instrument ? visit.catalogue.instruments.get(citation.instrument) : undefined;
  return (
    <>
      <a href={source.url} lang={source.language || "en"}>
        {source.title}
      </a>
      <Provision of={source.publisher} visit={visit} />
      <Provision of={citation.provision} visit={visit} />
      {instrument && (
        <>
          {" · "}
          <a href={visit.link(`/instruments/${instrument.id}`)}>{visit.t("frame.law")}</a>
        </>
      )}
      {" · "}
      <span class="grade">{visit.t(`answer.grade-${source.grade}`)}</span>
      {" · "}
      {visit.t("frame.read-on")} {dateText(citation.read, visit.locale)}
    </>
  );
}

/** All citations of the page as numbered footnotes. Stands after everything that cites. */
export function Footnotes({ visit }: { visit: Visit }) {
  if (visit.notes.length === 0) return <></>;
  return (
    <section class="notes" aria-labelledby="notes">
      <h2 id="notes">{visit.t("frame.sources")}</h2>
      <p class="meta">
        <a href={visit.link("/methods/source-grades")}>{visit.t("method.grades")}</a>
      </p>
      <ol>
        {visit.notes.map((citation, index) => (
          <li id={`n${index + 1}`}>
            <SourceLine citation={citation} visit={visit} />
          </li>
        ))}
      </ol>
    </section>
  );
}
