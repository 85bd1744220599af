import { raw } from "hono/html";
import type { Fault } from "../../../api/fault.ts";
import { datasetOf, EVERY, groupIds, keepsCategory, MEMBERS, numericDatasets, PICTURES, SCALES, SORTS, STATUSES } from "../../../api/figure/asked.ts";
import { type FigureView, groupName, measureIn } from "../../../api/figure/view.ts";
import { byName, collator } from "../../../api/order.ts";
import { WORDS } from "../../../dataset/observation.ts";
import type { Extent } from "../../../store/reader.ts";
import { TimeFields } from "../../part/datebar.tsx";
import { errorId, FieldError, invalid } from "../../part/field.tsx";
import { escapeText } from "../../render.ts";
import type { Visit } from "../../visit.ts";

interface FormProps {
  readonly view: FigureView | null;
  readonly extent: Extent | null;
  readonly fault: Fault | null;
  readonly visit: Visit;
}

/** The choices of the explorer: a form that needs no script; what does not exist in the data set is not offered. */
export function FigureForm({ view, extent, fault, visit }: FormProps) {
  const { t, query, catalogue } = visit;
  const datasets = numericDatasets(catalogue);
  const dataset = datasets.find((one) => one.id === (view?.dataset.id ?? query.get("dataset"))) ?? (extent ? datasetOf(visit) : undefined);
  const error = (field: string) => <FieldError fault={fault} field={field} words={fault?.message ?? ""} visit={visit} />;
  const places = view?.asked.place ?? [];
  const select = (name: string, values: readonly string[], label: (value: string) => string, value: string, blank = "") => (
    <p>
      <label for={`f-${name}`}>{t(`figure.${name}`)}</label>
      <select id={`f-${name}`} name={name} {...invalid(fault, name)}>
        {blank && <option value="">{blank}</option>}
        {values.map((one) => (
          <option value={one} selected={one === value}>
            {label(one)}
          </option>
        ))}
      </select>
      {error(name)}
    </p>
  );
  const chosen = (name: string): string => query.get(name) ?? "";
  const period = (name: "from" | "to") => (
    <p>
      <label for={`f-${name}`}>{t(`figure.${name}`)}</label>
      <input id={`f-${name}`} name={name} size={9} list="f-periods" value={chosen(name)} {...invalid(fault, name)} />
      {error(name)}
    </p>
  );
  return (
    <form class="comparing figures" action={visit.link("/figures", { at: "", known: "" })} method="get">
      <TimeFields visit={visit} />
      {dataset && <input type="hidden" name="of" value={dataset.id} />}
      <div class="filter">
        {select(
          "dataset",
          datasets.map((one) => one.id),
          (id) => visit.say("dataset", id, "title", catalogue.datasets.get(id)?.title ?? id).text,
          dataset?.id ?? "",
        )}
        {select("picture", PICTURES, (one) => t(`figure.picture-${one}`), chosen("picture"), t("figure.automatic"))}
        {select("scale", SCALES, (one) => t(`figure.scale-${one}`), chosen("scale"))}
        {(view?.asked.scale === "index" || fault?.field === "base") && (
          <p>
            <label for="f-base">{t("figure.base")}</label>
            <input id="f-base" name="base" size={9} list="f-periods" value={chosen("base") || view?.asked.base || ""} {...invalid(fault, "base")} />
            {error("base")}
          </p>
        )}
      </div>
      {dataset && extent && <Measures view={view} extent={extent} fault={fault} error={error} dataset={dataset} visit={visit} />}
      {extent && extent.jurisdictions.length > 0 && (
        <fieldset>
          <legend>{t("figure.places")}</legend>
          {places.map((code) => (
            <label class="tick">
              <input type="checkbox" name="place" value={code} checked /> {code === "all" ? t("figure.all-places") : visit.name(code)}
            </label>
          ))}
          <label for="f-place">{t("figure.add-place")}</label>{" "}
          <input
            id="f-place"
            name="place"
            list="f-places"
            autocomplete="off"
            value={fault?.field === "place" ? chosen("place") : ""}
            {...invalid(fault, "place")}
          />
          <small class="quiet">{t("figure.place-hint")}</small>
          {error("place")}
          <datalist id="f-places">{placeOptions(extent, visit)}</datalist>
          <details open={(view?.asked.group.length ?? 0) > 0 || fault?.field === "group"}>
            <summary>{t("figure.group")}</summary>
            {error("group")}
            <div class="index">
              {groupIds(catalogue).map((id) => (
                <label class="tick">
                  <input type="checkbox" name="group" value={id} checked={view?.asked.group.includes(id) ?? false} /> {groupName(visit, id)}
                </label>
              ))}
            </div>
            <div class="filter">{select("members", MEMBERS, (one) => t(`figure.members-${one}`), chosen("members"))}</div>
          </details>
        </fieldset>
      )}
      {extent && extent.platforms.length > 0 && (
        <fieldset>
          <legend>{t("figure.platforms")}</legend>
          {(view?.asked.platform ?? []).map((one) => (
            <label class="tick">
              <input type="checkbox" name="platform" value={one} checked /> {one}
            </label>
          ))}
          <label for="f-platform">{t("figure.add-platform")}</label>{" "}
          <input
            id="f-platform"
            name="platform"
            list="f-platforms"
            autocomplete="off"
            value={fault?.field === "platform" ? chosen("platform") : ""}
            {...invalid(fault, "platform")}
          />
          {error("platform")}
          <datalist id="f-platforms">{raw(extent.platforms.map((one) => `<option>${escapeText(one)}</option>`).join(""))}</datalist>
        </fieldset>
      )}
      {dataset && extent && keepsCategory(dataset.id) && extent.categories.length > 1 && (
        <fieldset>
          <legend>{t("figure.category")}</legend>
          {extent.categories.map((one) => (
            <label class="tick">
              <input type="checkbox" name="category" value={one} checked={view?.asked.category.includes(one) ?? false} /> {one}
            </label>
          ))}
          {error("category")}
        </fieldset>
      )}
      <div class="filter">
        {period("from")}
        {period("to")}
        {select("every", EVERY, (one) => t(`figure.every-${one}`), chosen("every"), t("figure.automatic"))}
        {select("sort", SORTS, (one) => t(`figure.sort-${one}`), chosen("sort"))}
        {select("status", STATUSES, (one) => t(`figure.status-${one}`), chosen("status"), t("frame.any"))}
        <datalist id="f-periods">
          {(view?.periods ?? []).map((one) => (
            <option>{one}</option>
          ))}
        </datalist>
      </div>
      {["page", "lang"].map(error)}
      <p>
        <button type="submit">{t("figure.show")}</button> <a href={visit.link("/figures")}>{t("frame.clear")}</a>
      </p>
    </form>
  );
}

/** Measures as boxes to tick; folded away where there are many. */
function Measures({
  view,
  extent,
  fault,
  error,
  dataset,
  visit,
}: Omit<FormProps, "extent"> & { readonly extent: Extent; readonly error: (field: string) => unknown; readonly dataset: FigureView["dataset"] }) {
  const { t } = visit;
  const measures = dataset.measures.filter((one) => extent.measures.includes(one.id) && one.unit !== WORDS).map((one) => measureIn(visit, dataset, one.id));
  if (measures.length < 2) return null;
  const order = collator(visit.locale);
  const shown = measures.length > 20 ? measures.sort((a, b) => order.compare(a.label, b.label)) : measures;
  return (
    <details open={fault?.field === "measure"}>
      <summary>{`${t("figure.measure")} ${view?.measure ?? ""}`}</summary>
      {error("measure")}
      <fieldset class="index" aria-describedby={fault?.field === "measure" ? errorId("measure") : undefined}>
        <legend>{t("figure.measure-hint")}</legend>
        {shown.map((one) => (
          <label class="tick">
            <input
              type="checkbox"
              name="measure"
              value={one.id}
              checked={view?.asked.measure.includes(one.id) ?? visit.query.getAll("measure").includes(one.id)}
            />{" "}
            {one.label} <small class="quiet">{one.unit}</small>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** The places of a data set as choices, made once a revision and language. */
const options = new WeakMap<Extent, Map<string, string>>();

function placeOptions(extent: Extent, visit: Visit): unknown {
  const known = options.get(extent) ?? new Map<string, string>();
  options.set(extent, known);
  let html = known.get(visit.locale);
  if (html === undefined) {
    html = [...extent.jurisdictions]
      .sort(byName(visit))
      .map((code) => `<option>${escapeText(visit.name(code))}</option>`)
      .join("");
    known.set(visit.locale, html);
  }
  return raw(html);
}
