import type { JurisdictionView, TreatyLine } from "../../src/api/jurisdiction/view.ts";
import { type Day, firstDay } from "../../src/domain/date.ts";
import type { Instrument, Stage } from "../../src/domain/instrument.ts";
import type { Obligation } from "../../src/domain/obligation.ts";
import { timeAxis } from "../../src/web/chart/axis.ts";
import { marksOf } from "../../src/web/chart/mark.ts";
import { withoutPlace } from "../../src/web/part/citation.tsx";
import { deadlineText } from "../../src/web/part/deadline.ts";
import type { Visit } from "../../src/web/visit.ts";
import { chip } from "./answers.ts";
import { axisRow, lifeRow } from "./chart.ts";
import { cite, flags, say, time } from "./frame.ts";
import { each, esc } from "./html.ts";

function instrumentLink(id: string, visit: Visit): string {
  const found = visit.catalogue.instruments.get(id);
  return found ? `<a href="${visit.link(`/instruments/${id}`)}">${say(visit.say("instrument", id, "title", found.title), visit)}</a>` : esc(id);
}

export function instruments(view: JurisdictionView, visit: Visit): string {
  const { t, today } = visit;
  const axis = timeAxis(
    view.instruments.flatMap((one) => one.stages.map((stage) => stage.date)),
    today,
    720,
    10,
  );
  return `<p class="meta">${esc(t("chart.bundle"))}</p>${axisRow(axis)}<ul class="plain laws">${each(
    view.instruments,
    (one) =>
      `<li>${instrumentLink(one.id, visit)}${lifeRow(
        axis,
        marksOf(one, (stage) => stage),
        today,
      )}<span class="meta">${esc(t(`instrument.kind-${one.kind}`))} · ${esc(t(`instrument.status-${one.status}`))}${each(telling(one, today), (stage) => ` · ${esc(t(`instrument.stage-${stage.stage}`))} ${time(stage.date, visit)}`)}${flags(one.flags, visit)}</span></li>`,
  )}</ul>`;
}

function telling(one: Instrument, today: Day): Stage[] {
  const sorted = [...one.stages].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
  const ahead = sorted.findIndex((stage) => firstDay(stage.date) > today);
  return sorted.slice(Math.max(0, (ahead < 0 ? sorted.length : ahead) - 1));
}

/** A table: the first column names the row. */
export function table<R>(
  caption: string,
  heads: readonly string[],
  rows: readonly R[],
  cells: (row: R) => readonly string[],
  numbers: readonly number[] = [],
): string {
  const names = heads.map(esc);
  const kind = names.map((_, column) => (numbers.includes(column) ? ' class="num"' : ""));
  return `<table class="data"><caption>${esc(caption)}</caption><thead><tr>${each(names, (name, column) => `<th scope="col"${kind[column]}>${name}</th>`)}</tr></thead><tbody>${each(rows, (row) => `<tr>${each(cells(row), (cell, column) => (column === 0 ? `<th scope="row">${cell}</th>` : `<td data-head="${names[column]}"${kind[column]}>${cell}</td>`))}</tr>`)}</tbody></table>`;
}

export function duties(obligations: readonly Obligation[], caption: string, visit: Visit): string {
  const { t } = visit;
  return table(
    caption,
    [t("jurisdiction.duty"), t("jurisdiction.trigger"), t("jurisdiction.deadline"), t("jurisdiction.under"), t("jurisdiction.applies-from")],
    obligations,
    (one) => [
      `<a href="${visit.link(`/obligations/${one.id}`)}">${esc(t(`obligation.duty-${one.duty}`))}</a>`,
      `${say(visit.say("obligation", one.id, "trigger", one.trigger), visit)}${cite(withoutPlace(one.citations.slice(0, 1)), visit)}${flags(one.flags, visit)}`,
      esc(deadlineText(visit, one)),
      `${instrumentLink(one.instrument, visit)}${one.provision ? `, ${esc(one.provision)}` : ""}`,
      one.from ? time(one.from, visit) : esc(t("jurisdiction.date-unknown")),
    ],
  );
}

export function reachDuties(view: JurisdictionView, visit: Visit): string {
  const places = [...new Set(view.reachObligations.map((one) => one.jurisdiction))];
  return each(places, (place) => {
    const own = view.reachObligations.filter((one) => one.jurisdiction === place);
    return `<details><summary>${esc(visit.t("jurisdiction.reach-duties", { count: own.length, name: visit.name(place) }))}</summary><ul>${each(own, (one) => `<li><a href="${visit.link(`/obligations/${one.id}`)}">${esc(visit.t(`obligation.duty-${one.duty}`))}</a> ${say(visit.say("obligation", one.id, "trigger", one.trigger), visit)}</li>`)}</ul></details>`;
  });
}

export function treaties(view: JurisdictionView, visit: Visit): string {
  const { t } = visit;
  const standing = (line: TreatyLine): string => (line.answer && line.question ? chip(line.answer, line.question, visit) : esc(t("answer.not-known")));
  const heads = [
    t("jurisdiction.treaty"),
    t("jurisdiction.treaty-standing"),
    t("jurisdiction.signed"),
    t("jurisdiction.ratified"),
    t("jurisdiction.treaty-note"),
  ];
  const list = table(t("jurisdiction.treaties-caption"), heads, view.treaties, (line) => {
    const { treaty, status } = line;
    return [
      `<a href="${visit.link(`/treaties/${treaty.id}`)}">${say(visit.say("treaty", treaty.id, "short", treaty.short), visit)}</a>${cite([{ source: status.source, read: status.read, instrument: "", provision: "", note: "" }], visit)}`,
      standing(line),
      status.signed ? time(status.signed, visit) : "",
      status.ratified ? time(status.ratified, visit) : "",
      status.note ? say(visit.say("treaty-status", status.id, "note", status.note), visit) : "",
    ];
  });
  const missing = view.otherTreaties;
  const others = `<details class="blank"><summary>${esc(t("jurisdiction.treaties-blank", { count: missing.length }))}</summary><ul>${each(missing, (one) => `<li><a href="${visit.link(`/treaties/${one.id}`)}">${say(visit.say("treaty", one.id, "short", one.short), visit)}</a></li>`)}</ul></details>`;
  return `<section aria-labelledby="treaties"><h2 id="treaties">${esc(t("jurisdiction.treaties"))}</h2>${view.treaties.length > 0 ? list : ""}${missing.length > 0 ? others : ""}</section>`;
}
