import { briefPlaces, MOST_TOPICS } from "../../../api/brief/asked.ts";
import type { Fault } from "../../../api/fault.ts";
import type { Topic } from "../../../domain/topic.ts";
import { FieldError, invalid } from "../../part/field.tsx";
import { PlaceOptions } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** The choice of a brief: a jurisdiction, topics, a position, a day. It works without script and keeps everything in the address. */
export function BriefForm({ fault = null, visit }: { fault?: Fault | null; visit: Visit }) {
  const { t, catalogue, query } = visit;
  const place = query.get("place")?.trim() ?? "";
  const position = query.get("position")?.trim() ?? "";
  const topics = new Set(query.getAll("topic").flatMap((one) => one.split(",").map((id) => id.trim())));
  const organisations = new Set([...catalogue.positions.values()].map((one) => one.organisation));
  return (
    <form class="ask-brief" action={visit.link("/brief", { at: "", known: "" })} method="get">
      <p>
        <label for="f-place">{t("brief.place")}</label>
        <select id="f-place" name="place" required {...invalid(fault, "place")}>
          <option value="">{t("brief.choose")}</option>
          <PlaceOptions codes={briefPlaces(catalogue)} chosen={place} visit={visit} />
        </select>
        <FieldError fault={fault} field="place" words={t(place ? "brief.no-place" : "brief.place-missing")} visit={visit} />
      </p>
      <p>
        <label for="f-position">{t("brief.position")}</label>
        <select id="f-position" name="position" {...invalid(fault, "position")}>
          <option value="">{t("brief.none")}</option>
          {[...organisations].map((organisation) => (
            <optgroup label={organisation}>
              {[...catalogue.positions.values()]
                .filter((one) => one.organisation === organisation)
                .map((one) => (
                  <option value={one.id} selected={one.id === position}>
                    {visit.say("position", one.id, "title", one.title).text}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <FieldError fault={fault} field="position" words={t("brief.no-position")} visit={visit} />
      </p>
      <p>
        <label for="f-at">{t("question.day")}</label>
        <input id="f-at" name="at" type="date" value={visit.at === visit.today ? "" : visit.at} />
      </p>
      <fieldset {...invalid(fault, "topic")}>
        <legend>{t("brief.topics", { most: MOST_TOPICS })}</legend>
        <FieldError fault={fault} field="topic" words={t(topics.size > 0 ? "brief.no-topic" : "brief.topic-missing", { most: MOST_TOPICS })} visit={visit} />
        <ul class="plain boxes">
          {[...catalogue.topics.values()].map((topic) => (
            <Box topic={topic} checked={topics.has(topic.id)} visit={visit} />
          ))}
        </ul>
      </fieldset>
      {visit.known && <input type="hidden" name="known" value={visit.known} />}
      <p class="act">
        <button type="submit">{t("brief.make")}</button>
      </p>
    </form>
  );
}

function Box({ topic, checked, visit }: { topic: Topic; checked: boolean; visit: Visit }) {
  return (
    <li class={topic.parent ? "part" : undefined}>
      <label>
        <input type="checkbox" name="topic" value={topic.id} checked={checked} />{" "}
        <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} />
      </label>
    </li>
  );
}
