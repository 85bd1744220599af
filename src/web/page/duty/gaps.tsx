import { type DutyView, dutyParameters } from "../../../api/duty/view.ts";
import { PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";

/** What the record does not cover, or the question left out. */
export function Gaps({ view, visit }: { view: DutyView; visit: Visit }) {
  const { t } = visit;
  const { gaps, asked } = view;
  const { event: _event, ...rest } = dutyParameters(asked);
  return (
    <>
      <h3>{t("duty.gaps")}</h3>
      <ul>
        {gaps.silent.length > 0 && (
          <li>
            {t("duty.gap-silent")} <PlaceLinks codes={gaps.silent} visit={visit} />
          </li>
        )}
        {gaps.above.length > 0 && (
          <li>
            {t("duty.gap-above")} <PlaceLinks codes={gaps.above} visit={visit} />
          </li>
        )}
        {gaps.below.length > 0 && (
          <li>
            {t("duty.gap-below")}{" "}
            <a href={visit.link("/duties", { ...dutyParameters(asked), place: [...asked.places, ...gaps.below].join(",") })}>
              {gaps.below.map((code) => visit.name(code)).join(punctuation(visit.locale).comma)}
            </a>
          </li>
        )}
        {gaps.unnamed.length > 0 && (
          <li>
            {t("duty.gap-unnamed")} {gaps.unnamed.map((one) => t(`obligation.actor-${one === "access" ? "isp" : one}`)).join(punctuation(visit.locale).comma)}
          </li>
        )}
        {gaps.other > 0 && (
          <li>
            <a href={visit.link("/duties", rest)}>{t("duty.gap-other", { count: gaps.other })}</a>
          </li>
        )}
        {gaps.ended > 0 && <li>{t("duty.gap-ended", { count: gaps.ended })}</li>}
        <li>{t("duty.gap-always")}</li>
      </ul>
    </>
  );
}
