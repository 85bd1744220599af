import type { Confidence, Review } from "../../domain/id.ts";
import type { Kind } from "../../domain/record.ts";
import type { Visit } from "../visit.ts";
import { Flags } from "./flag.tsx";
import { Say } from "./said.tsx";

/** A record that says how well it was read and who has checked it. */
export interface Reviewed {
  readonly id: string;
  readonly confidence: Confidence;
  readonly review: Review;
  readonly flags: readonly string[];
}

/** How well a record was read, whether a lawyer has checked it, and its doubts of a known sort. */
export function ReviewLine({ of, visit }: { of: Reviewed; visit: Visit }) {
  return (
    <p class="meta">
      {visit.t(`answer.confidence-${of.confidence}`)}
      {" · "}
      <span class="flag">{visit.t(`answer.${of.review}`)}</span>
      <Flags flags={of.flags} visit={visit} />
    </p>
  );
}

/** What is open about a record, in its own words. Nothing when nothing is open. */
export function Doubt({ kind, id, doubt, visit }: { kind: Kind; id: string; doubt: string; visit: Visit }) {
  if (!doubt) return <></>;
  return (
    <p class="doubt">
      <strong>{visit.t("answer.doubt")}</strong> <Say said={visit.say(kind, id, "doubt", doubt)} visit={visit} />
    </p>
  );
}
