import type { Refusal } from "../guard.ts";
import type { Visit } from "../visit.ts";

/**
 * The hidden fields of a form that anyone may fill in: its stamp, the proof of work where script runs, and a field that only
 * programs fill in. The page must be `fresh`. Nothing where the site has no place for what readers leave.
 */
export function GuardFields({ form, visit }: { form: string; visit: Visit }) {
  if (!visit.part) return <></>;
  const { stamp, trap, bits } = visit.part.guard.stamp(form, visit.now);
  const id = `${form}-${trap}`;
  return (
    <>
      <input type="hidden" name="stamp" value={stamp} />
      <atlas-work data-bits={String(bits)} data-on={stamp.slice(stamp.lastIndexOf(".") + 1)}>
        <input type="hidden" name="work" value="" />
      </atlas-work>
      <div class="trap" aria-hidden="true">
        <label for={id}>{visit.t("guard.leave-empty")}</label>
        <input id={id} name={trap} type="text" tabindex={-1} autocomplete="off" />
      </div>
    </>
  );
}

/** What a reader whose form was not taken is told to do. */
export function refusalWords(refusal: Refusal, visit: Visit): string {
  return visit.t(`guard.${refusal}`);
}

/** The status of the answer to a form that was not taken. */
export function refusalStatus(refusal: Refusal): 400 | 429 {
  return refusal === "busy" ? 429 : 400;
}
