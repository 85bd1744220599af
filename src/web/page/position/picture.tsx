import { ALIGNED, type Aligned } from "../../../analysis/alignment.ts";
import type { AskView } from "../../../api/position/ask.ts";
import type { Standing } from "../../../domain/question.ts";
import { type Fill, WorldMap } from "../../map/map.tsx";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** Alignments wear the patterns of the answers; the legend says what they mean here. */
const DRAWN: Readonly<Record<Aligned, Standing>> = {
  met: "yes",
  partly: "partial",
  "not-met": "no",
  unclear: "unclear",
  "not-applicable": "not-applicable",
  "not-known": "not-known",
  "not-coded": "not-coded",
};

/** How states and territories stand to an ask, on a map. The groups below say the same in words. */
export function AskMap({ view, title, visit }: { view: AskView; title: string; visit: Visit }) {
  const { t, catalogue } = visit;
  const fills = new Map<string, Fill>();
  const drawn = new Map<Aligned, number>();
  const add = (code: string, alignment: Aligned): void => {
    const kind = catalogue.jurisdictions.get(code)?.kind;
    if (kind !== "state" && kind !== "territory") return;
    drawn.set(alignment, (drawn.get(alignment) ?? 0) + 1);
    const label = `${visit.name(code)}: ${t(`position.alignment-${alignment}`)}`;
    fills.set(code, { standing: DRAWN[alignment], label, href: visit.link(`/jurisdictions/${code}/positions`, { position: view.ask.position }) });
  };
  for (const code of view.blanks) add(code, "not-coded");
  for (const { answer, alignment } of view.rows) add(answer.jurisdiction, alignment);
  return (
    <WorldMap
      id="world"
      sprite={visit.assets.sprite}
      spared={visit.spared}
      places={visit.assets.places}
      fills={fills}
      title={title}
      description={t("position.map-text")}
      legend={ALIGNED.map((one) => ({
        standing: DRAWN[one],
        label: t(`position.alignment-${one}`),
        count: numberText(drawn.get(one) ?? 0, visit.locale),
      }))}
      list="#answers"
      t={t}
    />
  );
}
