import { countsOn } from "../../../analysis/adoption.ts";
import { type AdoptionView, adoptionView } from "../../../api/adoption/view.ts";
import { answerWords } from "../../../api/question/words.ts";
import { lawDays, stepsAmong } from "../../../api/step.ts";
import { answersOn } from "../../../store/span.ts";
import { dateText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Adopted, Departed } from "./adopters.tsx";
import { CountTable, Regions } from "./counts.tsx";
import { bandLabel, StackFigure } from "./picture.tsx";

/** Most names that the finding gives for the earliest start. */
const NAMES = 3;

/** How the answers to one question came and went: picture, counts, who was first, who left, regions. */
export const adoptionPage: Page = async (visit) => {
  const view = await adoptionView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t, catalogue } = visit;
  const { question, curve } = view;
  const wording = visit.say("question", question.id, "wording", question.wording);
  const topic = catalogue.topics.get(question.topic);
  const finding = findingOf(view, visit);
  return {
    title: t("adoption.title", { wording: wording.text }),
    description: finding,
    crumbs: [
      { href: visit.link("/questions"), label: t("frame.nav-questions") },
      ...(topic ? [{ href: visit.link(`/topics/${topic.id}`), label: visit.say("topic", topic.id, "title", topic.title).text }] : []),
      { href: visit.link(`/questions/${question.id}`), label: wording.text },
    ],
    data: `/adoption/${question.id}`,
    method: "adoption",
    wide: true,
    body: (
      <>
        <h1>
          <Say said={wording} visit={visit} />
        </h1>
        <p class="lead">{t("adoption.lead")}</p>
        <DateBar visit={visit} steps={stepsAmong(lawDays(view.spans), visit.at)} />
        {curve.coded === 0 ? (
          <p>{t("question.nowhere")}</p>
        ) : (
          <>
            <StackFigure view={view} title={finding} visit={visit} />
            <Reading view={view} visit={visit} />
            <section aria-labelledby="counts">
              <h2 id="counts">{t("adoption.counts")}</h2>
              <CountTable curve={curve} view={view} visit={visit} />
            </section>
            <Adopted view={view} visit={visit} />
            <Departed view={view} visit={visit} />
            <Regions view={view} visit={visit} />
          </>
        )}
        <p>
          <a href={visit.link(`/questions/${question.id}`)}>{t("adoption.question")}</a> · <a href={visit.link("/adoption")}>{t("adoption.all")}</a>
        </p>
      </>
    ),
  };
};

/** What the picture shows, in words made from the data. */
function findingOf(view: AdoptionView, visit: Visit): string {
  const { t } = visit;
  const { curve, adopters } = view;
  const main = adopters[0];
  if (!main) return t("adoption.finding-none", { coded: curve.coded });
  const counts = countsOn(curve, visit.at);
  const inside = (band: string): boolean => (main.state === "number" ? /^n\d$|^number$/.test(band) : band === main.state);
  const count = [...counts].filter(([band]) => inside(band)).reduce((sum, [, one]) => sum + one, 0);
  const dated = main.found.dated.filter((one) => one.day <= visit.at);
  const [earliest] = dated;
  const ties = dated.filter((one) => one.day === earliest?.day && one.coding.from === earliest.coding.from).map((one) => visit.name(one.jurisdiction));
  const numbers = answersOn(view.spans, visit.at)
    .flatMap(({ coding }) => (coding && /^\d/.test(coding.answer) ? [Number(coding.answer)] : []))
    .sort((a, b) => a - b);
  return t(main.state === "number" ? "adoption.finding-number" : "adoption.finding", {
    label: bandLabel(view, main.state, visit),
    least: numbers[0] ?? "",
    most: numbers.length > 0 ? answerWords(visit, view.question, String(numbers.at(-1))).words : "",
    count,
    coded: curve.coded,
    day: dateText(visit.at, visit.locale),
    dated: dated.length,
    first: ties.length > NAMES ? t("adoption.places", { count: ties.length }) : ties.join(punctuation(visit.locale).comma),
    since: earliest ? dateText(earliest.coding.from, visit.locale) : "",
  });
}

/** What must be known to read the picture: what is not known, what only begins to be known, what is not coded. */
function Reading({ view, visit }: { view: AdoptionView; visit: Visit }) {
  const { t } = visit;
  const { curve } = view;
  const learned = new Set(curve.steps.flatMap(({ moves }) => moves.filter((move) => move.cause === "known").map((move) => move.jurisdiction))).size;
  const reread = curve.steps.some(({ moves }) => moves.some((move) => move.cause === "recoding"));
  return (
    <ul>
      <li>{t("adoption.unknown", { count: countsOn(curve, visit.at).get("not-known") ?? 0, day: dateText(visit.at, visit.locale) })}</li>
      {learned > 0 && <li>{t("adoption.learned", { count: learned })}</li>}
      {reread && <li>{t("adoption.reread")}</li>}
      <li>{t("adoption.not-coded", { count: view.notCoded })}</li>
    </ul>
  );
}
