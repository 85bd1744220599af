import type { Drawn, DrawnPoint } from "../../../api/snapshot/drawn.ts";
import { direction } from "../../../domain/locale.ts";
import type { Kind } from "../../../domain/record.ts";
import type { Derived } from "../../../domain/snapshot.ts";
import { type Bar, BarChart } from "../../chart/bar.tsx";
import { Cite } from "../../part/citation.tsx";
import { dateText, numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** A figure of a claim or a snapshot, and where its words stand in the record. */
interface Props {
  readonly of: { readonly kind: Kind & ("claim" | "snapshot"); readonly id: string; readonly path: string };
  readonly figure: {
    readonly title: string;
    readonly note: string;
    readonly points: ReadonlyArray<{ readonly label: string }>;
    readonly derived?: readonly Derived[];
    readonly places?: readonly string[];
    readonly group?: string;
  };
  readonly drawn: Drawn;
  readonly visit: Visit;
}

/** One value of the table and of the picture. */
interface Line {
  readonly label: string;
  readonly text: string;
  readonly point: DrawnPoint;
}

/** A figure drawn from the record: sentence, picture, table, what was worked out, definition, breaks, caveats, source. */
export function RecordFigure({ of, figure, drawn, visit }: Props) {
  const { t } = visit;
  const said = (field: string, text: string) => visit.say(of.kind, of.id, `${of.path}.${field}`, text);
  const { dataset, points } = drawn;
  const lines = points.map((point, at): Line => {
    const { text: label } = said(`points.${at}.label`, figure.points[at]?.label ?? "");
    return { label, text: valueText(point.value, point.status, drawn.unit, visit), point };
  });
  const title = said("title", figure.title);
  const unit = measureWords(drawn, "unit", visit).join(" · ");
  return (
    <figure class="drawn">
      <figcaption>
        <strong>
          <Say said={title} visit={visit} />
        </strong>
        <br />
        <span class="meta">
          {unit} · {t("snapshot.as-of")} <Time date={dataset.asOf} visit={visit} />
        </span>
      </figcaption>
      <Pictures lines={lines} title={title.text} visit={visit} />
      <Values lines={lines} visit={visit} />
      {figure.derived && figure.derived.length > 0 && <Worked derived={figure.derived} said={said} visit={visit} />}
      <div class="caveats">
        {figure.note && (
          <p>
            <Say said={said("note", figure.note)} visit={visit} />
          </p>
        )}
        {measureWords(drawn, "definition", visit).map((text) => (
          <p>
            <b>{t("claim.definition")}</b> {text}
          </p>
        ))}
        {drawn.breaks.map((one) => (
          <p class="break">
            <b>
              <Time date={one.from} visit={visit} />
            </b>{" "}
            <Say said={visit.say("break", one.id, "what", one.what)} visit={visit} />{" "}
            <Say said={visit.say("break", one.id, "effect", one.effect)} visit={visit} />
          </p>
        ))}
        <ul>
          {drawn.caveats.map((caveat) => (
            <li>
              <Say said={visit.say("caveat", caveat.id, "text", caveat.text)} visit={visit} />
            </li>
          ))}
        </ul>
        <p>
          {t("snapshot.source")} <bdi>{dataset.publisher}</bdi> ·{" "}
          <a href={visit.link(`/data/${dataset.id}`)}>
            <Say said={visit.say("dataset", dataset.id, "title", dataset.title)} visit={visit} />
          </a>{" "}
          · {t("snapshot.all-caveats", { count: dataset.caveats.length })} · <a href={explorer(figure, drawn, visit)}>{t("figure.explore")}</a>
        </p>
      </div>
    </figure>
  );
}

/** The address of the first measure in the explorer, for the places or the group of the figure. */
function explorer({ places = [], group = "" }: Props["figure"], { dataset, measures }: Drawn, visit: Visit): string {
  return visit.link("/figures", { dataset: dataset.id, measure: measures[0]?.id ?? "", place: places.join(","), group });
}

/** The values as bars. Across a break that forbids comparison there are two pictures, each to its own scale. */
function Pictures({ lines, title, visit }: { lines: readonly Line[]; title: string; visit: Visit }) {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (!last || line.point.apart) groups.push([line]);
    else last.push(line);
  }
  return (
    <>
      {groups.map((group) => {
        const first = group[0];
        const apart = first?.point.apart;
        return (
          <>
            {apart && <p class="apart">{visit.t("snapshot.apart", { what: first.label })}</p>}
            <BarChart title={apart ? `${title} · ${first.label}` : title} bars={group.map((line, at) => barOf(line, at, visit))} />
          </>
        );
      })}
    </>
  );
}

function barOf({ label, text, point }: Line, at: number, visit: Visit): Bar {
  const { after } = point;
  return {
    label,
    value: point.value,
    text,
    soft: point.status === "rounded" || point.status === "derived",
    ...(after && at > 0 ? { rule: visit.t("snapshot.break", { date: dateText(after.from, visit.locale) }) } : {}),
  };
}

function Values({ lines, visit }: { lines: readonly Line[]; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("snapshot.table")}
      rows={lines}
      columns={[
        { head: t("snapshot.what"), row: true, cell: (line) => <bdi>{line.label}</bdi> },
        {
          head: t("snapshot.value"),
          number: true,
          cell: ({ text, point }) => (
            <>
              {point.value === null ? <span class="quiet">{text}</span> : text}
              {point.moved && (
                <small>
                  <br />
                  {point.now === null ? t("snapshot.gone") : t("snapshot.now", { value: numberText(point.now, visit.locale) })}
                </small>
              )}
            </>
          ),
        },
        {
          head: t("snapshot.status"),
          cell: ({ point }) => (
            <>
              {point.apart && <strong>{t("snapshot.not-comparable")} </strong>}
              {point.rows > 1 ? t("snapshot.sum", { count: point.rows }) : t(`data.status-${point.status}`)}
              <Cite citations={point.sources.flatMap((source) => citationOf(source, visit))} visit={visit} />
            </>
          ),
        },
      ]}
    />
  );
}

function Worked({ derived, said, visit }: { derived: readonly Derived[]; said: (field: string, text: string) => ReturnType<Visit["say"]>; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("snapshot.worked")}
      rows={derived.map((one, at) => ({ one, at }))}
      columns={[
        { head: t("snapshot.what"), row: true, cell: ({ one, at }) => <Say said={said(`derived.${at}.label`, one.label)} visit={visit} /> },
        { head: t("snapshot.value"), number: true, cell: ({ one }) => workedText(one, visit) },
        { head: t("snapshot.rule"), cell: ({ one }) => t(`snapshot.rule-${one.rule}`, { months: one.months ?? 0 }) },
      ]}
    />
  );
}

function workedText({ rule, value }: Derived, visit: Visit): string {
  if (rule === "change") return percentText(value, true, visit);
  return rule === "share" ? percentText(value, false, visit) : numberText(value, visit.locale);
}

/** A value in the reader's language. One that is not known is said in words and is never 0. */
function valueText(value: number | null, status: DrawnPoint["status"], unit: string, visit: Visit): string {
  if (value === null) return visit.t(`data.status-${status}`);
  const text = unit === "percent" ? percentText(value, true, visit) : numberText(value, visit.locale);
  return status === "rounded" ? `≈ ${text}` : text;
}

function percentText(value: number, signed: boolean, visit: Visit): string {
  const sign = value < 0 ? "−" : signed && value > 0 ? "+" : "";
  // Where lines run from right to left, a sign would else stand behind its number.
  const mark = sign && direction(visit.locale) === "rtl" ? "\u200e" : "";
  return visit.t("snapshot.percent", { value: mark + sign + numberText(Math.abs(value), visit.locale) });
}

/** The units or definitions of the measures, each once. */
function measureWords({ dataset, measures }: Drawn, field: "unit" | "definition", visit: Visit): string[] {
  const texts = measures.map((measure) => {
    const index = dataset.measures.indexOf(measure);
    return visit.say("dataset", dataset.id, `measures.${index}.${field}`, measure[field]).text;
  });
  return [...new Set(texts)].filter(Boolean);
}

function citationOf(source: string, visit: Visit) {
  const read = visit.catalogue.sources.get(source)?.read;
  return read ? [{ source, read, instrument: "", provision: "", note: "" }] : [];
}
