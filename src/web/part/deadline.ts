import type { Obligation } from "../../domain/obligation.ts";
import type { Visit } from "../visit.ts";

const UNITS = ["years", "months", "days", "hours", "minutes"] as const;

/**
 * A deadline in words. A law that names no time gets no number; a time of keeping is not a time limit; what comes round again
 * or ran from the law's own start is said so. `counted` is missing in versions recorded before the field was there.
 */
export function deadlineText(visit: Pick<Visit, "t">, obligation: Pick<Obligation, "deadline" | "duty"> & Partial<Pick<Obligation, "counted">>): string {
  const { t } = visit;
  const { deadline, duty, counted } = obligation;
  if (deadline === "as-soon-as-reasonably-possible") return t(duty === "preserve" ? "obligation.no-time-kept" : "obligation.no-time");
  const time = durationText(visit, deadline);
  if (duty === "preserve") return t("obligation.kept", { time });
  if (counted === "period") return t("obligation.each", { time });
  if (counted === "start") return t("obligation.start-counted", { time });
  return t("obligation.within", { time });
}

/** An ISO 8601 duration in words: `PT24H` gives “24 hours”. */
export function durationText(visit: Pick<Visit, "t">, duration: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!match) return duration;
  return UNITS.flatMap((unit, index) => {
    const count = match[index + 1];
    return count === undefined ? [] : [visit.t(`obligation.${unit}`, { count: Number(count) })];
  }).join(" ");
}
