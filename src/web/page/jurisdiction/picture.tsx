import type { JurisdictionLine } from "../../../api/jurisdiction/list.ts";
import { classesOf, classOf } from "../../../api/question/classes.ts";
import { type Fill, WorldMap } from "../../map/map.tsx";
import type { Shade } from "../../map/standing.ts";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** How many answers about the law the record holds for each state and territory, as a map. */
export function CoverageMap({ coverage, title, list, visit }: { coverage: ReadonlyMap<string, JurisdictionLine>; title: string; list: string; visit: Visit }) {
  const { t } = visit;
  const places = [...coverage.values()].filter(({ jurisdiction }) => jurisdiction.kind === "state" || jurisdiction.kind === "territory");
  const sum = (one: JurisdictionLine): number => one.codebook + one.ask;
  const classes = classesOf(places.map(sum).filter((one) => one > 0));
  const fills = new Map<string, Fill>();
  const tally = new Map<Shade, number>();
  for (const one of places) {
    const shade: Shade = sum(one) > 0 ? (`n${classOf(classes, sum(one))}` as Shade) : "not-coded";
    tally.set(shade, (tally.get(shade) ?? 0) + 1);
    const name = visit.name(one.jurisdiction.id);
    fills.set(one.jurisdiction.id, {
      standing: shade,
      label: `${name}: ${sum(one) > 0 ? t("jurisdiction.answers", { count: sum(one) }) : t("answer.not-coded")}`,
      href: visit.link(`/jurisdictions/${one.jurisdiction.id}`),
    });
  }
  const count = (shade: Shade): string => numberText(tally.get(shade) ?? 0, visit.locale);
  return (
    <WorldMap
      id="world"
      sprite={visit.assets.sprite}
      spared={visit.spared}
      places={visit.assets.places}
      fills={fills}
      title={title}
      description={t("jurisdiction.map-text")}
      legend={[
        ...classes.map((one, index) => {
          const standing = `n${index + 1}` as Shade;
          const range = one.from === one.to ? `${one.from}` : `${one.from}–${one.to}`;
          return { standing, label: t("jurisdiction.map-class", { range, to: one.to }), count: count(standing) };
        }),
        { standing: "not-coded", label: t("answer.not-coded"), count: count("not-coded") },
      ]}
      list={list}
      t={t}
    />
  );
}
