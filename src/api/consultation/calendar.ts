import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { type Day, shiftDay } from "../../domain/date.ts";
import type { Inquiry } from "../inquiry.ts";
import type { ConsultationLine } from "./view.ts";

/** How often a calendar program should ask again, in seconds. */
const REFRESH = 12 * 60 * 60;

/**
 * The first and the last days of consultations as a calendar (RFC 5545) to subscribe to: events of whole days, since the record
 * holds no hours. A day is the same day wherever the reader is; the zone in which the body counts it is said in words. The same
 * day of the same consultation always has the same UID; SEQUENCE rises with the revision of the record.
 */
export function consultationCalendar(inquiry: Inquiry, lines: readonly ConsultationLine[], origin: string): string {
  const { t, locale, revision } = inquiry;
  const recorded = new Date(revision.recorded);
  const calendar = ical({
    prodId: { company: "Safeguard Atlas", product: "Consultations", language: locale.toUpperCase() },
    name: t("consultation.calendar-name"),
    description: t("consultation.calendar-about"),
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH,
  });
  for (const line of lines) {
    const { update } = line;
    const title = inquiry.say("update", update.id, "title", update.title).text;
    for (const what of ["opens", "closes"] as const) {
      const day = update[what];
      if (!day) continue;
      calendar.createEvent({
        id: `${update.id}.${what}@safeguard-atlas`,
        stamp: recorded,
        lastModified: recorded,
        sequence: revision.id,
        ...wholeDay(day),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: t(`consultation.day-${what}`, { title }),
        description: describe(inquiry, line, origin),
        url: `${origin}/${locale}/updates/${update.id}`,
        categories: update.topics.map((id) => ({ name: inquiry.say("topic", id, "title", inquiry.catalogue.topics.get(id)?.title ?? id).text })),
      });
    }
  }
  // Every line ends, the last one too; the library leaves that out.
  return `${calendar.toString()}\r\n`;
}

/** A day without hours, as the library reads it: by its UTC date. The end of an event of whole days is the day after. */
function wholeDay(day: Day): { start: Date; end: Date } {
  return { start: new Date(`${day}T00:00:00Z`), end: new Date(`${shiftDay(day, 1)}T00:00:00Z`) };
}

function describe(inquiry: Inquiry, { update, counted }: ConsultationLine, origin: string): string {
  const { t, catalogue, locale } = inquiry;
  const respondents = update.respondents ? inquiry.say("update", update.id, "respondents", update.respondents).text : t("consultation.not-said");
  return [
    inquiry.say("update", update.id, "summary", update.summary).text,
    `${t("update.where")}: ${update.jurisdictions.map(inquiry.name).join(", ")}`,
    `${t("consultation.who")}: ${respondents}`,
    counted ? t(`consultation.zone-${counted.from}`, { zone: counted.zone }) : t("consultation.zone-unknown"),
    ...update.links.flatMap((link) => catalogue.sources.get(link.source)?.url ?? []),
    `${origin}/${locale}/updates/${update.id}`,
  ].join("\n");
}
