import { MODELS } from "../../../analysis/event/model.ts";
import { UNITS } from "../../../analysis/event/period.ts";
import type { LineProblem } from "../../../analysis/event/series.ts";
import type { MeasureEntry, RecordEvent } from "../../../api/event/record.ts";
import type { Fault } from "../../../api/fault.ts";
import { listed } from "../../../api/inquiry.ts";
import { dateText } from "../../part/date.ts";
import { TimeFields } from "../../part/datebar.tsx";
import { errorId, FieldError, invalid } from "../../part/field.tsx";
import type { Visit } from "../../visit.ts";
import { problemWords } from "./words.ts";

/** Address of the page below the locale. */
const PATH = "/event-study";

/** What the forms offer. */
export interface Offered {
  readonly measures: readonly MeasureEntry[];
  readonly events: readonly RecordEvent[];
}

/** What a reader wrote that cannot be read as a series. */
export interface OwnText {
  readonly text: string;
  readonly problems: readonly LineProblem[];
}

/** The question about a series of the record. A message stands beside the field that cannot be read. */
export function RecordForm({ offered, fault, visit }: { offered: Offered; fault: Fault | null; visit: Visit }) {
  const { t, query } = visit;
  const [dataset = "", measure = "", ...rest] = (query.get("series") ?? "").split("/");
  const chosen = `${dataset}/${measure}`;
  const of = query.get("of") || rest.join("/");
  return (
    <form class="finder" action={visit.link(PATH, { at: "", known: "" })} method="get">
      <div class="fields">
        <p>
          <label for="v-series">{t("event.series")}</label>
          <select id="v-series" name="series" {...invalid(fault, "series")}>
            <option value="">{t("event.choose")}</option>
            {grouped(offered.measures).map(([title, entries]) => (
              <optgroup label={title}>
                {entries.map((one) => (
                  <option value={one.id} selected={one.id === chosen}>
                    {one.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Wrong fault={fault} field="series" visit={visit} />
        </p>
        <p>
          <label for="v-of">{t("event.of")}</label>
          <input id="v-of" name="of" autocomplete="off" value={of} {...invalid(fault, "of")} />
          <Wrong fault={fault} field="of" visit={visit} />
        </p>
        <p class="meta">{t("event.of-note")}</p>
      </div>
      <div class="fields">
        <p>
          <label for="v-comparison">{t("event.comparison")}</label>
          <input id="v-comparison" name="comparison" autocomplete="off" value={listed(query, "comparison").join(", ")} {...invalid(fault, "comparison")} />
          <Wrong fault={fault} field="comparison" visit={visit} />
        </p>
        <p class="meta">{t("event.comparison-note")}</p>
      </div>
      <Common id="v" events={offered.events} fault={fault} visit={visit} breaks />
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("event.submit")}</button> <a href={visit.link(PATH)}>{t("frame.clear")}</a>
      </p>
    </form>
  );
}

/** The same question about a series that the reader pastes; it is sent once and kept nowhere. */
export function OwnForm({ offered, fault, own, visit }: { offered: Offered; fault: Fault | null; own: OwnText | null; visit: Visit }) {
  const { t } = visit;
  const wrong = own !== null && own.problems.length > 0;
  return (
    <form class="finder" action={visit.link(PATH, { at: "", known: "" })} method="post">
      <p class="meta">
        {t("event.own-lead")} {t("event.own-compare")}
      </p>
      <p>
        <label for="o-csv">{t("event.own-text")}</label>
        <textarea
          id="o-csv"
          name="csv"
          rows={8}
          autocomplete="off"
          aria-describedby={wrong ? `${errorId("csv")} o-note` : "o-note"}
          aria-invalid={wrong ? "true" : undefined}
        >
          {own?.text ?? t("event.own-example")}
        </textarea>
        {wrong && (
          <span class="error" id={errorId("csv")} role="alert">
            {t("event.own-faulty")}
            {own.problems.slice(0, 20).map((one) => (
              <span class="error">{problemWords(one, t)}</span>
            ))}
          </span>
        )}
        <span class="meta" id="o-note">
          {t("event.own-privacy")}
        </span>
      </p>
      <Common id="o" events={offered.events} fault={fault} visit={visit} />
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("event.own-submit")}</button>
      </p>
    </form>
  );
}

/** Event and options, which both forms have. */
function Common({
  id,
  events,
  fault,
  visit,
  breaks = false,
}: {
  id: string;
  events: readonly RecordEvent[];
  fault: Fault | null;
  visit: Visit;
  breaks?: boolean;
}) {
  const { t, query } = visit;
  const field = (name: string) => `${id}-${name}`;
  const chosen = (name: string, value: string): boolean => (query.get(name) ?? "") === value;
  return (
    <>
      <div class="fields">
        <p>
          <label for={field("event")}>{t("event.event")}</label>
          <select id={field("event")} name="event" {...invalid(fault, "event")}>
            <option value="">{t("event.event-none")}</option>
            {(["break", "stage", "update"] as const).map((kind) => (
              <optgroup label={t(`event.kind-${kind}`)}>
                {events
                  .filter((one) => one.kind === kind)
                  .map((one) => (
                    <option value={one.id} selected={chosen("event", one.id)}>
                      {dateText(one.day, visit.locale)} · {one.label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          <Wrong fault={fault} field="event" visit={visit} />
        </p>
        <p>
          <label for={field("date")}>{t("event.date")}</label>
          <input id={field("date")} name="date" autocomplete="off" value={query.get("date") ?? ""} {...invalid(fault, "date")} />
          <Wrong fault={fault} field="date" visit={visit} />
        </p>
        <p class="meta">{t("event.date-note")}</p>
      </div>
      <div class="fields">
        <p>
          <label for={field("period")}>{t("event.period")}</label>
          <select id={field("period")} name="period" {...invalid(fault, "period")}>
            {["", ...UNITS].map((value) => (
              <option value={value} selected={chosen("period", value)}>
                {t(`event.period-${value || "any"}`)}
              </option>
            ))}
          </select>
          <Wrong fault={fault} field="period" visit={visit} />
        </p>
        <p>
          <label for={field("model")}>{t("event.model")}</label>
          <select id={field("model")} name="model" {...invalid(fault, "model")}>
            {MODELS.map((value, index) => (
              <option value={index === 0 ? "" : value} selected={chosen("model", value)}>
                {t(`event.model-${value}`)}
              </option>
            ))}
          </select>
          <Wrong fault={fault} field="model" visit={visit} />
        </p>
        <p>
          <label for={field("harmonics")}>{t("event.harmonics")}</label>
          <input
            id={field("harmonics")}
            name="harmonics"
            inputmode="numeric"
            size={3}
            autocomplete="off"
            value={query.get("harmonics") ?? ""}
            {...invalid(fault, "harmonics")}
          />
          <Wrong fault={fault} field="harmonics" visit={visit} />
        </p>
        <p class="meta">{t("event.harmonics-note")}</p>
      </div>
      <ul class="ticks long">
        <li>
          <label>
            <input type="checkbox" name="slope" value="yes" checked={chosen("slope", "yes")} /> {t("event.slope")}
          </label>
          <Wrong fault={fault} field="slope" visit={visit} />
        </li>
        {breaks && (
          <li>
            <label>
              <input type="checkbox" name="breaks" value="adjust" checked={chosen("breaks", "adjust")} /> {t("event.breaks")}
            </label>
            <Wrong fault={fault} field="breaks" visit={visit} />
          </li>
        )}
      </ul>
    </>
  );
}

function Wrong({ fault, field, visit }: { fault: Fault | null; field: string; visit: Visit }) {
  const words = fault?.field === field ? visit.t(`event.bad-${field}`, { value: (visit.query.get(field) ?? "").slice(0, 80) }) : "";
  return <FieldError fault={fault} field={field} words={words} visit={visit} />;
}

function grouped(measures: readonly MeasureEntry[]): Array<readonly [title: string, entries: readonly MeasureEntry[]]> {
  const groups = new Map<string, MeasureEntry[]>();
  for (const one of measures) groups.set(one.datasetTitle, [...(groups.get(one.datasetTitle) ?? []), one]);
  return [...groups];
}
