import { DUTIES, type Obligation } from "../../domain/obligation.ts";
import type { Translate } from "../inquiry.ts";

/** The few words of a calendar file, which stands outside of the site. */
export interface CalendarWords {
  readonly name: string;
  readonly duties: Readonly<Record<Obligation["duty"], string>>;
  readonly keepUntil: string;
  readonly trigger: string;
  readonly counted: string;
  readonly there: string;
  readonly recipient: string;
  readonly condition: string;
  readonly penalty: string;
  readonly provision: string;
  readonly source: string;
  readonly limits: string;
  readonly advice: string;
}

/** The words in a reader's language, from the messages `calendar.*`. */
export function calendarWords(t: Translate): CalendarWords {
  return {
    name: t("calendar.name"),
    duties: Object.fromEntries(DUTIES.map((duty) => [duty, t(`calendar.duty-${duty}`)])) as CalendarWords["duties"],
    keepUntil: t("calendar.keep-until"),
    trigger: t("calendar.trigger"),
    counted: t("calendar.counted"),
    there: t("calendar.there"),
    recipient: t("calendar.recipient"),
    condition: t("calendar.condition"),
    penalty: t("calendar.penalty"),
    provision: t("calendar.provision"),
    source: t("calendar.source"),
    limits: t("calendar.limits"),
    advice: t("calendar.advice"),
  };
}
