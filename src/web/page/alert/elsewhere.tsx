import { type WatchParameters, watchQuery } from "../../../domain/watch.ts";
import type { Visit } from "../../visit.ts";

/** The ways without an address: feeds and calendars of the same. */
export function Elsewhere({ parameters, visit }: { parameters: WatchParameters; visit: Visit }) {
  const { t } = visit;
  const query = watchQuery(parameters);
  const address = (path: string, lang = "") => `${path}?${[query, lang].filter(Boolean).join("&")}`;
  return (
    <section aria-labelledby="without">
      <h2 id="without">{t("alert.without")}</h2>
      <p>{t("alert.without-text")}</p>
      <ul>
        <li>
          <a href={address("/api/updates.atom", `lang=${visit.locale}`)} type="application/atom+xml">
            {t("frame.nav-updates")} (Atom)
          </a>
        </li>
        <li>
          <a href={visit.link("/consultations", { place: parameters.place, topic: parameters.topic })}>{t("frame.nav-consultations")}</a>
        </li>
      </ul>
    </section>
  );
}
