import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import type { Due, FoundDuty } from "../../analysis/duty.ts";
import type { Inquiry } from "../inquiry.ts";
import type { DutyView } from "./view.ts";
import { type CalendarWords, calendarWords } from "./words.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long before a deadline to ring, in seconds, by how long the deadline is. */
const ALARMS: ReadonlyArray<{ readonly upTo: number; readonly before: readonly number[] }> = [
  { upTo: 4 * HOUR, before: [30 * MINUTE] },
  { upTo: 3 * DAY, before: [4 * HOUR, HOUR] },
  { upTo: 45 * DAY, before: [3 * DAY, DAY] },
  { upTo: Number.POSITIVE_INFINITY, before: [30 * DAY, 7 * DAY] },
];

/**
 * The deadlines of a view as a calendar (RFC 5545), with alarms. Only duties that have a date are in it; the law names no
 * time for the others. The same duty and the same moment always give the same UID, so that a second import changes nothing.
 */
export function calendarOf(inquiry: Inquiry, view: DutyView): string {
  const words = calendarWords(inquiry.t);
  const calendar = ical({
    prodId: { company: "Safeguard Atlas", product: "Duties", language: inquiry.locale.toUpperCase() },
    name: words.name,
    description: words.advice,
    method: ICalCalendarMethod.PUBLISH,
  });
  const begun = view.asked.moment?.instant ?? "";
  for (const found of [...view.now, ...view.next]) {
    if (found.due.kind !== "moment") continue;
    const { obligation, due } = found;
    const keeps = obligation.duty === "preserve";
    const what = `${keeps ? `${words.keepUntil} ${due.asked.day} · ` : ""}${words.duties[obligation.duty]} (${inquiry.name(obligation.jurisdiction)})`;
    const event = calendar.createEvent({
      id: `${obligation.id}.${begun.replace(/[-:]/g, "")}@safeguard-atlas`,
      stamp: new Date(inquiry.revision.recorded),
      start: new Date(due.asked.instant),
      summary: what,
      description: describe(inquiry, found, due, begun, words),
      url: inquiry.catalogue.sources.get(obligation.citations[0]?.source ?? "")?.url ?? null,
      categories: [{ name: words.name }],
    });
    const length = (Date.parse(due.asked.instant) - Date.parse(begun)) / 1000;
    for (const before of ALARMS.find((one) => length <= one.upTo)?.before ?? [])
      if (before < length) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: before, description: what });
  }
  return calendar.toString();
}

function describe(inquiry: Inquiry, { obligation }: FoundDuty, due: Extract<Due, { kind: "moment" }>, begun: string, words: CalendarWords): string {
  const say = (field: "trigger" | "recipient" | "condition" | "penalty") => inquiry.say("obligation", obligation.id, field, obligation[field]).text;
  const instrument = inquiry.catalogue.instruments.get(obligation.instrument);
  const title = instrument ? inquiry.say("instrument", instrument.id, "title", instrument.title).text : obligation.instrument;
  const line = (label: string, text: string) => (text === "" ? [] : [`${label}${text}`]);
  return [
    ...line(words.trigger, say("trigger")),
    ...line(words.counted, `${begun} + ${obligation.deadline} = ${due.asked.local} [${due.asked.zone}]`),
    ...line(words.there, `${due.there.local} [${due.there.zone}]`),
    ...line(words.recipient, say("recipient")),
    ...line(words.condition, say("condition")),
    ...(obligation.limits?.length > 0 ? [words.limits] : []),
    ...line(words.penalty, say("penalty")),
    ...line(words.provision, [title, obligation.provision].filter((one) => one !== "").join(", ")),
    ...obligation.citations.flatMap((one) => line(words.source, inquiry.catalogue.sources.get(one.source)?.url ?? one.source)),
    words.advice,
  ].join("\n");
}
