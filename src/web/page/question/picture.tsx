import { classOf, type NumberClass } from "../../../api/question/classes.ts";
import type { Placed, QuestionView } from "../../../api/question/view.ts";
import { answerWords, STANDINGS } from "../../../api/question/words.ts";
import type { Standing } from "../../../domain/question.ts";
import type { LegendItem } from "../../map/legend.tsx";
import { type Fill, WorldMap } from "../../map/map.tsx";
import type { Shade } from "../../map/standing.ts";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** The answers of the world on a map, each state with its pattern, and a legend with counts of states and territories. */
export function AnswerMap({ view, title, visit }: { view: QuestionView; title: string; visit: Visit }) {
  const { t, catalogue } = visit;
  const fills = new Map<string, Fill>();
  const to = (code: string): string => visit.link(`/jurisdictions/${code}`);
  for (const code of view.blanks) fills.set(code, { standing: "not-coded", label: `${visit.name(code)}: ${t("answer.not-coded")}`, href: to(code) });
  const tally = new Map<Shade, number>();
  for (const placed of view.answers) {
    const code = placed.jurisdiction;
    const kind = catalogue.jurisdictions.get(code)?.kind;
    if (kind !== "state" && kind !== "territory") continue;
    const shade = shadeOf(placed, view.classes);
    tally.set(shade, (tally.get(shade) ?? 0) + 1);
    fills.set(code, { standing: shade, label: `${visit.name(code)}: ${words(placed, view, visit)}`, href: to(code) });
  }
  return (
    <WorldMap
      id="world"
      sprite={visit.assets.sprite}
      spared={visit.spared}
      places={visit.assets.places}
      fills={fills}
      title={title}
      description={t("question.map-text")}
      legend={legendOf(view, tally, visit)}
      list="#answers"
      t={t}
    />
  );
}

function shadeOf(placed: Placed, classes: readonly NumberClass[]): Shade {
  if (placed.standing !== "number") return placed.standing;
  const step = classOf(classes, Number(placed.answer.coding?.answer));
  return step === 0 ? "number" : (`n${step}` as Shade);
}

function words(placed: Placed, view: QuestionView, visit: Visit): string {
  const { coding } = placed.answer;
  return coding ? answerWords(visit, view.question, coding.answer).words : visit.t("answer.not-known");
}

/** One line for each state that the scale knows, for each class of numbers, and for the two kinds of blank. */
function legendOf(view: QuestionView, tally: ReadonlyMap<Shade, number>, visit: Visit): LegendItem[] {
  const { scale, question } = view;
  const count = (value: number): string => numberText(value, visit.locale);
  const items: LegendItem[] = view.classes.map((one, index) => {
    const shade = `n${index + 1}` as Shade;
    const range =
      one.from === one.to
        ? answerWords(visit, question, String(one.from)).words
        : `${numberText(one.from, visit.locale)}–${answerWords(visit, question, String(one.to)).words}`;
    return { standing: shade, label: range, count: count(tally.get(shade) ?? 0) };
  });
  for (const standing of STANDINGS) {
    const options = (scale?.options ?? []).filter((one) => one.state === standing);
    if (options.length > 0)
      items.push({
        standing,
        label: options.map((one) => answerWords(visit, question, one.id).words).join(" / "),
        count: count(view.counts.get(standing) ?? 0),
      });
  }
  for (const standing of ["not-known", "not-coded"] as const satisfies readonly Standing[])
    items.push({ standing, label: visit.t(`answer.${standing}`), count: count(view.counts.get(standing) ?? 0) });
  return items;
}
