import { periodName } from "../../../analysis/event/period.ts";
import type { LineProblem } from "../../../analysis/event/series.ts";
import type { Interval } from "../../../analysis/event/study.ts";
import type { EventView } from "../../../api/event/view.ts";
import { intlTag, type SiteLocale } from "../../../domain/locale.ts";
import type { Translate } from "../../message/translate.ts";

/** A factor with three decimals, in the reader’s language. */
export function factorText(value: number, locale: SiteLocale): string {
  return format(locale, "factor", FACTOR).format(value);
}

const FACTOR = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const;
const SHARE = { style: "percent", maximumFractionDigits: 1 } as const;
const SIGNED = { ...SHARE, signDisplay: "always" } as const;
const formats = new Map<string, Intl.NumberFormat>();

function format(locale: SiteLocale, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(intlTag(locale), options);
  formats.set(key, known);
  return known;
}

/** A share of one in percent, with a sign where it is asked for. */
function percentText(value: number, locale: SiteLocale, sign = false): string {
  // A minus sign is as wide as a plus; Intl writes a hyphen in most languages.
  return sign ? format(locale, "signed", SIGNED).format(value).replace("-", "−") : format(locale, "share", SHARE).format(Math.abs(value));
}

/** A share of one in percent, such as a share of dates. */
export function shareText(value: number, locale: SiteLocale): string {
  return percentText(value, locale);
}

/** What was found, and what it cannot show: a sentence each, in plain words. */
export function resultWords(view: EventView, t: Translate, locale: SiteLocale): string[] {
  const { result, series, options } = view;
  if (result.kind === "refused") return [t(`event.refused-${result.reason}`)];
  const cannot = [t("event.cannot"), ...(series ? [t("event.cannot-reports")] : [])];
  const period = periodName(options.period, result.turn.first);
  if (result.kind === "few") {
    const { ratio, interval, before, after } = result;
    const values = { period, before, after, ratio: ratio === null ? "" : factorText(ratio, locale) };
    const first =
      ratio === null
        ? t("event.few-nothing")
        : interval
          ? t("event.few-result", { ...values, from: factorText(interval[0], locale), to: factorText(interval[1], locale) })
          : t("event.few-bare", values);
    return [first, t("event.few-refusal", { before, after }), ...cannot];
  }
  const { ratio, stated } = result.step;
  const changed = (value: number): string => percentText(value - 1, locale, true);
  const found = t("event.study", {
    period,
    label: series?.label ?? t("event.own-label"),
    percent: percentText(ratio - 1, locale),
    dir: ratio >= 1 ? "up" : "down",
    from: changed(stated[0]),
    to: changed(stated[1]),
  });
  return [`${found} ${t(holdsNone(stated) ? "event.study-none" : "event.study-some")}`, ...cannot];
}

/** Whether an interval of a factor holds 1. */
export function holdsNone([from, to]: Interval): boolean {
  return from <= 1 && to >= 1;
}

/** What must be read with the result, a sentence each. */
export function warningWords(view: EventView, t: Translate): string[] {
  return view.warnings.map(({ code, values }) =>
    t(`event.warn-${code}`, code === "straddle" ? { ...values, after: t("event.after"), before: t("event.before") } : values),
  );
}

/** What is wrong with a line of a series. */
export function problemWords({ line, code, value }: LineProblem, t: Translate): string {
  const problem = t(`event.line-${code}`, { value });
  return line === 0 ? problem : t("event.line", { line, problem });
}
