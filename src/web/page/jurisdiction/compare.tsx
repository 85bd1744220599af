import type { Visit } from "../../visit.ts";

/** Leads to the comparison that starts from the jurisdiction. */
export function CompareLink({ code, name, visit }: { code: string; name: string; visit: Visit }) {
  return (
    <p>
      <a href={visit.link("/compare", { with: code })}>{visit.t("compare.start", { name })}</a>
    </p>
  );
}
