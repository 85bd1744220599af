import type { CommitmentLine } from "../../../api/commitment/view.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Commitments in one line each: who, what, and what became of it; with a heading, and nothing where there are none. */
export function CommitmentLinks({ lines, visit }: { lines: readonly CommitmentLine[]; visit: Visit }) {
  const { t } = visit;
  if (lines.length === 0) return <></>;
  return (
    <>
      <h2>{t("commitment.title")}</h2>
      <ul>
        {lines.map(({ commitment, standing }) => (
          <li>
            <a href={visit.link(`/commitments/${commitment.id}`)}>
              <Say said={visit.say("commitment", commitment.id, "title", commitment.title)} visit={visit} />
            </a>{" "}
            <span class="meta">
              <bdi>{commitment.company}</bdi> · {t(`commitment.record-${standing}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
