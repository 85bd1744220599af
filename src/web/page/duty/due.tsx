import type { Moment } from "../../../analysis/deadline.ts";
import type { FoundDuty } from "../../../analysis/duty.ts";
import { intlTag } from "../../../domain/locale.ts";
import { dateText } from "../../part/date.ts";
import { deadlineText } from "../../part/deadline.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { SiteLocale, Visit } from "../../visit.ts";

const weekdays = new Map<SiteLocale, Intl.DateTimeFormat>();

/** A moment in words, as the clocks of its zone show it. */
export function Clock({ moment, visit }: { moment: Moment; visit: Visit }) {
  const { t, locale } = visit;
  const [hour = "", minute = ""] = moment.local.slice(11, 16).split(":");
  return (
    <time datetime={moment.local}>
      {t("duty.clock", { weekday: weekday(moment, locale), day: dateText(moment.day, locale), hour, minute, zone: moment.zone.replaceAll("_", " ") })}
    </time>
  );
}

function weekday(moment: Moment, locale: SiteLocale): string {
  let format = weekdays.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTag(locale), { weekday: "long", timeZone: "UTC" });
    weekdays.set(locale, format);
  }
  return format.format(Date.parse(`${moment.day}T00:00:00Z`));
}

/** When a duty falls due on the asker's clocks; in words where the law names no time or no date can be said. */
export function DueHere({ found, visit }: { found: FoundDuty; visit: Visit }) {
  const { t } = visit;
  const { due, obligation } = found;
  if (due.kind === "words") return <>{deadlineText(visit, obligation)}</>;
  if (due.kind === "span")
    return (
      <>
        {deadlineText(visit, obligation)}
        {due.why === "no-time" && obligation.counted && <span class="meta"> · {t(`duty.from-${obligation.counted}`)}</span>}
      </>
    );
  return (
    <>
      <strong>
        {t(obligation.duty === "preserve" ? "duty.keep-until" : "duty.by")} <Clock moment={due.asked} visit={visit} />
      </strong>
      <br />
      <span class="meta">
        {deadlineText(visit, obligation)}
        {punctuation(visit.locale).comma}
        {t(`duty.from-${obligation.counted}`)}
      </span>
    </>
  );
}

/** The same moment at the place of the law. Nothing where there is no moment. */
export function DueThere({ found, visit }: { found: FoundDuty; visit: Visit }) {
  const { due } = found;
  if (due.kind !== "moment") return <></>;
  return (
    <>
      <Clock moment={due.there} visit={visit} />
      {!due.oneTime && (
        <>
          <br />
          <span class="meta">{visit.t("duty.no-one-time", { place: visit.name(found.obligation.jurisdiction) })}</span>
        </>
      )}
    </>
  );
}
