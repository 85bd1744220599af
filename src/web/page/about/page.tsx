import { numberText } from "../../part/date.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { MethodTexts } from "../method/page.tsx";

/** A page of prose: a heading, then parts; each part a heading with paragraphs. The words stand in the messages. */
function prose(name: string, parts: readonly { readonly id: string; readonly paragraphs: number }[], end?: (visit: Visit) => Promise<unknown>): Page {
  return async (visit): Promise<Leaf> => {
    const { t } = visit;
    const values = await valuesOf(visit);
    const title = t(`about.${name}-title`);
    return {
      title,
      description: t(`about.${name}-lead`, values),
      crumbs: [],
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">{t(`about.${name}-lead`, values)}</p>
          {parts.map((part) => (
            <section aria-labelledby={part.id}>
              <h2 id={part.id}>{t(`about.${name}-${part.id}`)}</h2>
              {Array.from({ length: part.paragraphs }, (_, index) => (
                <p>{t(`about.${name}-${part.id}-${index + 1}`, values)}</p>
              ))}
            </section>
          ))}
          {await end?.(visit)}
        </>
      ),
    };
  };
}

async function valuesOf(visit: Visit): Promise<Record<string, string | number>> {
  const counts = await visit.reader.counts();
  const n = (value: number) => numberText(value, visit.locale);
  return {
    codebook: n(counts.codings.codebook),
    coded: n(counts.coded.codebook),
    asks: n(counts.codings.ask),
    askCoded: n(counts.coded.ask),
    statuses: n(counts.kinds["treaty-status"]),
    sources: n(counts.kinds.source),
    instruments: n(counts.kinds.instrument),
    rows: n(counts.kinds.row),
    jurisdictions: n([...visit.catalogue.jurisdictions.values()].filter((one) => one.kind === "state" || one.kind === "territory").length),
  };
}

/** What the Atlas is, who keeps it, how far to trust it. */
export const aboutPage = prose("about", [
  { id: "what", paragraphs: 3 },
  { id: "trust", paragraphs: 3 },
  { id: "use", paragraphs: 2 },
  { id: "wrong", paragraphs: 1 },
]);

/** How answers, dates, grades and blanks come about; then every method in full. */
export const methodPage = prose(
  "method",
  [
    { id: "answers", paragraphs: 3 },
    { id: "times", paragraphs: 3 },
    { id: "blanks", paragraphs: 2 },
    { id: "sources", paragraphs: 3 },
    { id: "positions", paragraphs: 3 },
    { id: "figures", paragraphs: 3 },
    { id: "language", paragraphs: 2 },
  ],
  async (visit) => (
    <section aria-labelledby="more">
      <h2 id="more">{visit.t("method.more")}</h2>
      <MethodTexts texts={await visit.assets.methods(visit.locale)} visit={visit} />
    </section>
  ),
);

/** How far the site can be used by everyone. */
export const accessibilityPage = prose("access", [
  { id: "how", paragraphs: 3 },
  { id: "tested", paragraphs: 2 },
  { id: "untested", paragraphs: 1 },
  { id: "limits", paragraphs: 3 },
  { id: "quick", paragraphs: 2 },
  { id: "report", paragraphs: 1 },
  { id: "date", paragraphs: 1 },
]);

/** What the site knows about its readers: nothing that it keeps; then where they can see and undo what they asked for. */
export const privacyPage = prose(
  "privacy",
  [
    { id: "reading", paragraphs: 3 },
    { id: "taking-part", paragraphs: 4 },
    { id: "device", paragraphs: 2 },
    { id: "server", paragraphs: 2 },
  ],
  async (visit) => (
    <ul>
      <li>
        <a href={visit.link("/languages")}>{visit.t("language.remember")}</a>
      </li>
      <li>
        <a href={visit.link("/alerts/manage")}>{visit.t("alert.manage")}</a>
      </li>
      <li>
        <a href={visit.link("/offline")}>{visit.t("offline.title")}</a>
      </li>
    </ul>
  ),
);
