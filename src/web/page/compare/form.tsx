import { raw } from "hono/html";
import { CompareFault, comparedTopics, isPlace, MOST_PLACES, placesOf } from "../../../api/compare/asked.ts";
import type { Suggestion } from "../../../api/compare/suggestion.ts";
import type { Fault } from "../../../api/fault.ts";
import { listed } from "../../../api/inquiry.ts";
import { byName } from "../../../api/order.ts";
import type { Catalogue } from "../../../store/catalogue.ts";
import { errorId, FieldError, invalid } from "../../part/field.tsx";
import { Say } from "../../part/said.tsx";
import { escapeText } from "../../render.ts";
import type { Visit } from "../../visit.ts";

/** The form of a comparison: chosen places to keep or drop, a field to add more, topics, days, and what could stand beside them. */
export function CompareForm({
  places,
  fault,
  suggestions,
  visit,
}: {
  places: readonly string[];
  fault: Fault | null;
  suggestions: readonly Suggestion[];
  visit: Visit;
}) {
  const { t, query } = visit;
  const full = places.length >= MOST_PLACES;
  const { unknown } = placesOf(visit);
  const chosen = listed(query, "topic");
  const days = query.has("to") || fault?.field === "to" || visit.at !== visit.today;
  const error = (field: string) => <FieldError fault={fault} field={field} words={wordsOf(fault, visit)} visit={visit} />;
  const question = query.get("question") ?? "";
  return (
    <form class="comparing" action={visit.link("/compare", { at: "", known: "" })}>
      {visit.known && <input type="hidden" name="known" value={visit.known} />}
      {question && <input type="hidden" name="question" value={question} />}
      <fieldset>
        <legend>{t("compare.places")}</legend>
        {places.map((code) => (
          <label class="tick">
            <input type="checkbox" name="place" value={code} checked /> {visit.name(code)}
          </label>
        ))}
        <label for="add">{t(places.length > 0 ? "compare.add" : "compare.first")}</label>
        <input id="add" name="place" list={full ? undefined : "places"} autocomplete="off" value={unknown.join(", ")} {...invalid(fault, "place")} />{" "}
        <small class="quiet">{t("compare.places-hint")}</small>
        {error("place")}
        {!full && <datalist id="places">{placeOptions(visit)}</datalist>}
      </fieldset>
      <details open={fault?.field === "topic"}>
        <summary>{chosen.length > 0 ? t("compare.topics-some", { count: chosen.length }) : t("compare.topics")}</summary>
        <fieldset class="index" aria-describedby={fault?.field === "topic" ? errorId("topic") : undefined}>
          <legend>{t("compare.topics-hint")}</legend>
          {error("topic")}
          {comparedTopics(visit.catalogue).map((id) => (
            <label class="tick">
              <input type="checkbox" name="topic" value={id} checked={chosen.includes(id)} />{" "}
              <Say said={visit.say("topic", id, "title", visit.catalogue.topics.get(id)?.title ?? id)} visit={visit} />
            </label>
          ))}
        </fieldset>
      </details>
      <details open={days}>
        <summary>{t("compare.when")}</summary>
        <div class="filter">
          <p>
            <label for="day">{t("compare.at")}</label>
            <input id="day" name="at" type="date" value={visit.at === visit.today ? "" : visit.at} />
          </p>
          <p>
            <label for="to">{t("compare.to")}</label>
            <input id="to" name="to" type="date" value={query.get("to") ?? ""} {...invalid(fault, "to")} />
            {error("to")}
          </p>
        </div>
      </details>
      <p>
        <button type="submit">{t("compare.show")}</button>
      </p>
      {!full && !query.get("to") && <Suggestions suggestions={suggestions} chosen={places.length} visit={visit} />}
    </form>
  );
}

/** What is wrong, in the language of the page; nothing for a fault that is not of the comparison itself. */
function wordsOf(fault: Fault | null, visit: Visit): string {
  return fault instanceof CompareFault ? visit.t(`compare.fault-${fault.sort}`, { value: fault.value }) : (fault?.message ?? "");
}

/**
 * Buttons, not links: each combination of places would be an address of its own, and whoever follows links would follow
 * them without end. Where no place is chosen yet, one alone could not be compared: several can be ticked instead.
 */
function Suggestions({ suggestions, chosen, visit }: { suggestions: readonly Suggestion[]; chosen: number; visit: Visit }) {
  const { t } = visit;
  if (suggestions.length === 0) return <></>;
  return (
    <details class="suggested" open={chosen < 2}>
      <summary>{t("compare.also")}</summary>
      {suggestions.map((one) => (
        <details open={one.why === "law" || one.why === "yes"}>
          <summary>{headingOf(one, visit)}</summary>
          {one.places.length === 0 && <p>{t("compare.also-none")}</p>}
          {one.places.map((code) =>
            chosen > 0 ? (
              <button type="submit" name="place" value={code}>
                {visit.name(code)}
              </button>
            ) : (
              <label class="tick">
                <input type="checkbox" name="place" value={code} /> {visit.name(code)}
              </label>
            ),
          )}
        </details>
      ))}
    </details>
  );
}

function headingOf({ why, of }: Suggestion, visit: Visit): string {
  const { catalogue, t } = visit;
  if (why === "law") return t("compare.also-law");
  if (why === "region") return t("compare.also-region", { name: visit.name(of) });
  if (why === "group") return t("compare.also-group", { name: visit.say("group", of, "name", catalogue.groups.get(of)?.name ?? of).text });
  return t("compare.also-yes", { question: visit.say("question", of, "wording", catalogue.questions.get(of)?.wording ?? of).text });
}

/** Every jurisdiction as a choice of the text field, made once a catalogue and language: it is the same on every page. */
const options = new WeakMap<Catalogue, Map<string, string>>();

function placeOptions(visit: Visit): unknown {
  const known = options.get(visit.catalogue) ?? new Map<string, string>();
  options.set(visit.catalogue, known);
  let html = known.get(visit.locale);
  if (html === undefined) {
    html = [...visit.catalogue.jurisdictions.keys()]
      .filter((code) => isPlace(visit.catalogue, code))
      .sort(byName(visit))
      .map((code) => `<option>${escapeText(visit.name(code))}</option>`)
      .join("");
    known.set(visit.locale, html);
  }
  return raw(html);
}
