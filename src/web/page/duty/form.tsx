import { zoneNames } from "../../../analysis/deadline.ts";
import { SERVICE_IDS } from "../../../analysis/duty.ts";
import { type DutyView, dutyPlaces } from "../../../api/duty/view.ts";
import type { Fault } from "../../../api/fault.ts";
import { byName } from "../../../api/order.ts";
import { EVENTS } from "../../../domain/obligation.ts";
import { TimeFields } from "../../part/datebar.tsx";
import { errorId, FieldError, invalid } from "../../part/field.tsx";
import type { Visit } from "../../visit.ts";

/** What stands in the form: the question as it was read, or as it was written when it could not be read. */
interface Filled {
  readonly services: readonly string[];
  readonly places: readonly string[];
  /** Places that have no box of their own, as words. */
  readonly more: string;
  readonly event: string;
  readonly time: string;
  readonly zone: string;
  readonly size: string;
}

/** The question of the duty finder. It works without script; a message stands beside the field that cannot be read. */
export function DutyForm({ view, fault, visit }: { view: DutyView | null; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  const boxes = dutyPlaces(visit);
  const filled = filledIn(view, boxes, visit);
  const words = fault ? t(`duty.bad-${fault.field}`, { value: visit.query.getAll(fault.field).join(", ") }) : "";
  const error = (field: string) => <FieldError fault={fault} field={field} words={words} visit={visit} />;
  return (
    <form class="finder" action={visit.link("/duties", { at: "", known: "" })} method="get">
      <fieldset aria-describedby={fault?.field === "service" ? errorId("service") : undefined}>
        <legend>{t("duty.service")}</legend>
        {error("service")}
        <Boxes
          type="checkbox"
          name="service"
          chosen={filled.services}
          options={SERVICE_IDS.map((value) => ({ value, label: t(`obligation.actor-${value === "access" ? "isp" : value}`) }))}
        />
      </fieldset>
      <fieldset aria-describedby={fault?.field === "place" ? errorId("place") : undefined}>
        <legend>{t("duty.place")}</legend>
        <p class="meta">{t("duty.place-note")}</p>
        {error("place")}
        <Boxes type="checkbox" name="place" chosen={filled.places} options={boxes.map((value) => ({ value, label: visit.name(value) }))} />
        <p>
          <label for="d-place">{t("duty.place-more")}</label>
          <input id="d-place" name="place" list="d-places" autocomplete="off" value={filled.more} {...invalid(fault, "place")} />
        </p>
        <PlaceNames without={boxes} visit={visit} />
      </fieldset>
      <fieldset aria-describedby={fault?.field === "event" ? errorId("event") : undefined}>
        <legend>{t("duty.event")}</legend>
        {error("event")}
        <Boxes
          type="radio"
          name="event"
          chosen={[filled.event]}
          options={["", ...EVENTS].map((value) => ({ value, label: t(value === "" ? "duty.event-any" : `duty.event-${value}`) }))}
        />
      </fieldset>
      <fieldset class="fields">
        <legend>{t("duty.when")}</legend>
        <p>
          <label for="d-time">{t("duty.time")}</label>
          <input id="d-time" name="time" type="datetime-local" value={filled.time} {...invalid(fault, "time")} />
          {error("time")}
        </p>
        <p>
          <label for="d-zone">{t("duty.zone")}</label>
          <input id="d-zone" name="zone" list="d-zones" autocomplete="off" value={filled.zone} {...invalid(fault, "zone")} />
          {error("zone")}
        </p>
        <datalist id="d-zones">
          {zoneNames().map((zone) => (
            <option value={zone}></option>
          ))}
        </datalist>
        <p>
          <label for="d-size">{t("duty.size")}</label>
          <input id="d-size" name="size" inputmode="numeric" autocomplete="off" value={filled.size} {...invalid(fault, "size")} />
          {error("size")}
        </p>
        <p class="meta">{t("duty.when-note")}</p>
      </fieldset>
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("duty.submit")}</button> <a href={visit.link("/duties")}>{t("frame.clear")}</a>
      </p>
    </form>
  );
}

function Boxes({
  type,
  name,
  options,
  chosen,
}: {
  type: "checkbox" | "radio";
  name: string;
  options: ReadonlyArray<{ value: string; label: string }>;
  chosen: readonly string[];
}) {
  return (
    <ul class={type === "checkbox" ? "ticks" : "ticks long"}>
      {options.map(({ value, label }) => (
        <li>
          <label>
            <input type={type} name={name} value={value} checked={chosen.includes(value)} /> {label}
          </label>
        </li>
      ))}
    </ul>
  );
}

function PlaceNames({ without, visit }: { without: readonly string[]; visit: Visit }) {
  const codes = [...visit.catalogue.jurisdictions.values()].flatMap((one) => (one.kind === "statistical" || without.includes(one.id) ? [] : one.id));
  return (
    <datalist id="d-places">
      {codes.sort(byName(visit)).map((code) => (
        <option value={visit.name(code)}></option>
      ))}
    </datalist>
  );
}

function filledIn(view: DutyView | null, boxes: readonly string[], visit: Visit): Filled {
  const { query } = visit;
  const written = (name: string) =>
    query
      .getAll(name)
      .flatMap((value) => value.split(/[,;]/).map((one) => one.trim()))
      .filter((one) => one !== "");
  const size = query.get("size") ?? "";
  if (view) {
    const { services, places, event, moment, zone } = view.asked;
    const more = places.filter((one) => !boxes.includes(one)).map((one) => visit.name(one));
    return { services, places, more: more.join(", "), event, time: moment?.wall ?? "", zone, size };
  }
  const places = written("place");
  return {
    services: written("service"),
    places,
    more: places.filter((one) => !boxes.includes(one)).join(", "),
    event: query.get("event") ?? "",
    time: query.get("time") ?? "",
    zone: query.get("zone") ?? "UTC",
    size,
  };
}
