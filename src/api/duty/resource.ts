import type { FoundDuty } from "../../analysis/duty.ts";
import type { Day } from "../../domain/date.ts";
import { statusOn } from "../../domain/life.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { calendarOf } from "./calendar.ts";
import { type DutyView, dutyDay, dutyView } from "./view.ts";

const COLUMNS = [
  "obligation",
  "jurisdiction",
  "jurisdiction_name",
  "places",
  "instrument",
  "instrument_title",
  "instrument_status",
  "duty",
  "services",
  "actors",
  "applies",
  "step",
  "events",
  "trigger",
  "deadline",
  "counted",
  "due_utc",
  "due",
  "zone",
  "due_there",
  "zone_there",
  "zone_there_is",
  "keep_until",
  "no_date_because",
  "recipient",
  "condition",
  "limits",
  "penalty",
  "from",
  "to",
  "provision",
  "confidence",
  "review",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Why there is no date although, or because of what, the law says about time. */
const NO_DATE = {
  words: "the law names no time",
  "no-time": "no time was given",
  "not-applying": "the duty is not known to apply then",
  period: "comes round again; the record holds no calendar of it",
  start: "ran from the law's own start",
} as const;

const CAVEATS = [
  "Not legal advice. No duty has been checked by a lawyer; ask one who is admitted in the place.",
  "Hours and minutes are elapsed time. Days, months and years follow the calendar of the zone of the question. Rules of a law on how days are counted are not applied.",
  "The size of a service is not held against a duty: the record has conditions in words. Where limits holds “size” or “designation”, check the condition.",
  "The record does not hold every duty. A place or a kind of service without a duty here is not without duties.",
];

const AS_IF = "No event was named: dates are worked out as if each duty were set off at the time given.";

/** The duties that meet a service, with deadlines. Parameters as of the page; see dutyView. */
export const dutyResource: Resource = {
  name: "duties",
  async list(inquiry) {
    const view = dutyView(inquiry);
    const rows = [...view.now, ...view.next, ...view.soon, ...view.unknown].map((found) => rowOf(inquiry, found, dutyDay(inquiry, view)));
    const asIf = view.asked.moment && !view.asked.event ? [AS_IF] : [];
    return {
      table: { columns: COLUMNS, rows },
      data: { question: questionOf(view), rule: view.rule, duties: rows, not_covered: view.gaps },
      caveats: [...CAVEATS, ...asIf],
    };
  },
  calendar: async (inquiry) => calendarOf(inquiry, dutyView(inquiry)),
};

function questionOf({ asked }: DutyView): object {
  const { services, places, event, moment, zone, size } = asked;
  return {
    services,
    places,
    event: event || null,
    time: moment && { written: moment.wall, zone, local: moment.local, utc: moment.instant, clock: moment.clock },
    size,
  };
}

function rowOf(inquiry: Inquiry, found: FoundDuty, day: Day): Record<string, Cell> {
  const { obligation, due } = found;
  const instrument = inquiry.catalogue.instruments.get(obligation.instrument);
  const said = (field: "trigger" | "recipient" | "condition" | "penalty" | "doubt") => saidCell(inquiry, "obligation", obligation.id, field, obligation[field]);
  const moment = due.kind === "moment" ? due : null;
  // Versions recorded before these fields were there have none.
  const { events = [], limits = [] }: Partial<typeof obligation> = obligation;
  return {
    obligation: obligation.id,
    jurisdiction: obligation.jurisdiction,
    jurisdiction_name: inquiry.name(obligation.jurisdiction),
    places: found.places.join(";"),
    instrument: obligation.instrument,
    instrument_title: instrument ? saidCell(inquiry, "instrument", instrument.id, "title", instrument.title) : null,
    instrument_status: instrument ? statusOn(instrument, day, inquiry.today) : null,
    duty: obligation.duty,
    services: found.services.join(";"),
    actors: obligation.actors.join(";"),
    applies: found.applies,
    step: found.step,
    events: events.join(";") || null,
    trigger: said("trigger"),
    deadline: obligation.deadline,
    counted: obligation.counted || null,
    due_utc: moment?.asked.instant ?? null,
    due: moment?.asked.local ?? null,
    zone: moment?.asked.zone ?? null,
    due_there: moment?.there.local ?? null,
    zone_there: moment?.there.zone ?? null,
    zone_there_is: moment && (moment.oneTime ? "zone of the law's place" : "UTC, because the law's place has no one time zone"),
    keep_until: moment && obligation.duty === "preserve" ? moment.asked.day : null,
    no_date_because: due.kind === "moment" ? null : NO_DATE[due.kind === "words" ? "words" : due.why],
    recipient: said("recipient"),
    condition: said("condition"),
    limits: limits.join(";") || null,
    penalty: said("penalty"),
    from: obligation.from || null,
    to: obligation.to || null,
    provision: obligation.provision || null,
    confidence: obligation.confidence,
    review: obligation.review,
    flags: obligation.flags.join(";") || null,
    doubt: said("doubt"),
    ...citedCells(inquiry, obligation.citations),
  };
}
