import type { Figures } from "../../src/api/jurisdiction/figures.ts";
import type { Observation } from "../../src/domain/statistic.ts";
import { numberText } from "../../src/web/part/date.ts";
import type { Visit } from "../../src/web/visit.ts";
import { bars } from "./chart.ts";
import { cite, say } from "./frame.ts";
import { each, esc } from "./html.ts";
import { table } from "./law.ts";

const CAVEATS = ["volume-is-not-prevalence", "country-is-where-the-upload-pointed", "more-reports-can-mean-better-detection", "suppressed-is-not-zero"];

function text(one: Observation, visit: Visit): string {
  if (one.status === "suppressed") {
    const bound = /^<(\d+)$/.exec(one.bound)?.[1];
    return bound ? visit.t("jurisdiction.fewer-than", { bound: Number(bound) }) : visit.t("jurisdiction.suppressed");
  }
  if (one.value !== null) return numberText(one.value, visit.locale);
  return one.words || visit.t("jurisdiction.missing");
}

function figure(one: Observation, visit: Visit): string {
  const given = esc(text(one, visit));
  return one.status !== "suppressed" && (one.value !== null || one.words) ? given : `<span class="quiet">${given}</span>`;
}

function sources(of: readonly Observation[], visit: Visit): string {
  const ids = [...new Set(of.map((one) => one.source).filter(Boolean))];
  return cite(
    ids.flatMap((source) => {
      const read = visit.catalogue.sources.get(source)?.read;
      return read ? [{ source, read, instrument: "", provision: "", note: "" }] : [];
    }),
    visit,
  );
}

function measure(one: Observation, visit: Visit): string {
  const measures = visit.catalogue.datasets.get(one.dataset)?.measures ?? [];
  const index = measures.findIndex((each) => each.id === one.measure);
  const label = measures[index]?.label;
  return label ? say(visit.say("dataset", one.dataset, `measures.${index}.label`, label), visit) : esc(one.measure);
}

function title(id: string, visit: Visit): string {
  const dataset = visit.catalogue.datasets.get(id);
  return dataset ? say(visit.say("dataset", id, "title", dataset.title), visit) : esc(id);
}

export function figures(of: Figures, visit: Visit): string {
  const { t, catalogue } = visit;
  const { population } = of;
  const recount = catalogue.breaks.get("country-list-counts-agencies-2024");
  const people = population
    ? `<p>${esc(t("jurisdiction.population", { year: population.period }))} <strong>${esc(numberText(population.value ?? 0, visit.locale))}</strong>${sources([population], visit)}</p>`
    : "";
  const yearly = (): string =>
    table(
      t("jurisdiction.reports-caption"),
      [t("jurisdiction.year"), t("jurisdiction.reports")],
      of.reports,
      (one) => [`${esc(one.period)}${sources([one], visit)}`, figure(one, visit)],
      [1],
    );
  const soft = (one: Observation): boolean => one.status === "rounded" || one.status === "derived";
  const drawn = (): string =>
    bars(
      of.reports.map((one) => ({ label: one.period, value: one.value, text: text(one, visit), soft: soft(one) })),
      t("jurisdiction.reports-picture"),
    );
  const reports = of.reports.length > 0 ? `<div>${yearly()}${drawn()}</div>` : "";
  const rows = (one: Observation): string[] => [measure(one, visit), figure(one, visit)];
  const split =
    of.split.length > 0
      ? `<div>${table(t("jurisdiction.split-caption"), [t("jurisdiction.what"), t("jurisdiction.number")], of.split, rows, [1])}<p class="break"><strong>${esc(t("jurisdiction.break-2024"))}</strong>${sources(of.split, visit)} ${recount ? say(visit.say("break", recount.id, "effect", recount.effect), visit) : ""}</p></div>`
      : "";
  const caveats = each(CAVEATS, (id) => {
    const caveat = catalogue.caveats.get(id);
    return caveat ? `<li>${say(visit.say("caveat", id, "text", caveat.text), visit)}</li>` : "";
  });
  return `${people}<div class="cols">${reports}${split}</div>${types(of.types, visit)}${each([...of.others], ([id, list]) => others(id, list, visit))}<ul class="caveats">${caveats}</ul><p>${explored(of, visit)}${esc(t("jurisdiction.datasets"))} ${each(of.datasets, (id, index) => `${index > 0 ? " · " : ""}<a href="${visit.link(`/data/${id}`)}">${title(id, visit)}</a>`)}</p>`;
}

function explored({ reports: [first] }: Figures, visit: Visit): string {
  if (!first) return "";
  return `<a href="${esc(visit.link("/figures", { dataset: first.dataset, place: first.jurisdiction }))}">${esc(visit.t("figure.place-link"))}</a> · `;
}

function types(of: readonly Observation[], visit: Visit): string {
  if (of.length === 0) return "";
  const { t } = visit;
  const order = (visit.catalogue.datasets.get(of[0]?.dataset ?? "")?.measures ?? []).map((one) => one.id);
  const sorted = [...of].sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure));
  const rows = [...sorted.filter((one) => one.status !== "suppressed"), ...sorted.filter((one) => one.status === "suppressed")];
  return `${table(t("jurisdiction.types-caption"), [t("jurisdiction.what"), t("jurisdiction.number")], rows, (one) => [measure(one, visit), figure(one, visit)], [1])}<p class="meta">${esc(t("jurisdiction.types-rounded"))}${sources(of, visit)}</p>`;
}

function others(id: string, rows: readonly Observation[], visit: Visit): string {
  const { t } = visit;
  const what = (one: Observation): string =>
    `${one.category ? `${esc(one.category)}${one.measure && one.measure !== one.category ? " · " : ""}` : ""}${measure(one, visit)}${sources([one], visit)}`;
  return `<details><summary>${title(id, visit)}</summary>${table(t("jurisdiction.others-caption", { name: visit.name(rows[0]?.jurisdiction ?? "") }), [t("jurisdiction.what"), t("jurisdiction.year"), t("jurisdiction.value")], rows, (one) => [what(one), esc(one.period), figure(one, visit)])}</details>`;
}
