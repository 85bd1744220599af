import { byName } from "../../api/order.ts";
import type { Visit } from "../visit.ts";
import { TimeFields } from "./datebar.tsx";

/** One choice of a filter form. An empty value is "any". */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One field of a filter form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "choice" | "day" | "words";
  readonly choices?: readonly Choice[];
}

/** A form that filters the list below it; it works without script and keeps the view in the address. */
export function FilterForm({ fields, path, visit }: { fields: readonly Field[]; path: string; visit: Visit }) {
  return (
    <form class="filter" action={visit.link(path, { at: "", known: "" })} method="get">
      {fields.map((field) => {
        const id = `f-${field.name}`;
        const value = visit.query.get(field.name) ?? "";
        return (
          <p>
            <label for={id}>{field.label}</label>
            {field.kind === "choice" ? (
              <select id={id} name={field.name}>
                <option value="">{visit.t("frame.any")}</option>
                {(field.choices ?? []).map((choice) => (
                  <option value={choice.value} selected={choice.value === value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            ) : (
              <input id={id} name={field.name} type={field.kind === "day" ? "date" : "search"} value={value} />
            )}
          </p>
        );
      })}
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{visit.t("frame.filter")}</button> <a href={visit.link(path)}>{visit.t("frame.clear")}</a>
      </p>
    </form>
  );
}

/** The filters of the address that are in force, for links that must keep the view. */
export function kept(visit: Visit, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (visit.query.get(name)?.trim() ? [[name, visit.query.get(name)?.trim() ?? ""]] : [])));
}

/** Places as the options of a select, in the order of their names. */
export function PlaceOptions({ codes, chosen, visit }: { codes: readonly string[]; chosen: string; visit: Visit }) {
  return (
    <>
      {[...codes].sort(byName(visit)).map((code) => (
        <option value={code} selected={code === chosen}>
          {visit.name(code)}
        </option>
      ))}
    </>
  );
}

/** Jurisdictions as choices, in the order given. */
export function placeChoices(visit: Visit, codes: readonly string[]): Choice[] {
  return codes.map((code) => ({ value: code, label: visit.name(code) }));
}

/** Topics that occur among the given ones as choices, in the order of the tree. */
export function topicChoices(visit: Visit, used: Iterable<string>): Choice[] {
  const wanted = new Set(used);
  return [...visit.catalogue.topics.values()]
    .filter((topic) => wanted.has(topic.id))
    .map((topic) => ({ value: topic.id, label: visit.say("topic", topic.id, "title", topic.title).text }));
}
