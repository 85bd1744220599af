import { type Gap, type GapRow, gapView } from "../../../api/position/gap.ts";
import { stepsFor, unknownOf } from "../../../api/step.ts";
import { AnswerChip } from "../../part/answer.tsx";
import { Chip } from "../../part/chip.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { attempt, FieldError } from "../../part/field.tsx";
import { FilterForm, kept } from "../../part/filter.tsx";
import { Flags } from "../../part/flag.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";
import { When, Where } from "../position/aligned.tsx";
import { askPath } from "../position/ask.tsx";
import { ruleWords } from "../position/rule.ts";

/** `/jurisdictions/{code}/positions`: one jurisdiction beside every position, ask by ask. There is no score. */
export const jurisdictionPositionsPage: Page = async (visit) => {
  const code = visit.params.code ?? "";
  const asked = await attempt(() => gapView(visit, code));
  const view = asked.fault ? await gapView({ ...visit, query: new URLSearchParams() }, code) : asked.value;
  if (!view || view.jurisdiction.kind === "statistical") return null;
  const { t, catalogue } = visit;
  const answers = view.gaps.flatMap((gap) => gap.rows.flatMap((row) => row.answer ?? []));
  const steps = await stepsFor(visit, answers, { jurisdictions: [code] });
  const name = visit.name(code);
  const title = t("position.gap-title", { name });
  return {
    title,
    description: t("position.gap-description", { name }),
    crumbs: [
      { href: visit.link("/jurisdictions"), label: t("frame.nav-jurisdictions") },
      { href: visit.link(`/jurisdictions/${code}`), label: name },
    ],
    data: `/alignments/${code}`,
    method: "alignment",
    keep: asked.fault ? {} : kept(visit, ["position"]),
    place: code,
    wide: true,
    ...(asked.fault ? { status: 400 } : {}),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("position.gap-lead", { name })}</p>
        <p>{t("position.gap-blanks", { asks: view.asks, blanks: view.blanks })}</p>
        <DateBar visit={visit} steps={steps} unknown={unknownOf(answers)} />
        <FilterForm
          path={`/jurisdictions/${code}/positions`}
          visit={visit}
          fields={[
            {
              name: "position",
              label: t("position.one"),
              kind: "choice",
              choices: [...catalogue.positions.values()].map((one) => ({ value: one.id, label: visit.say("position", one.id, "title", one.title).text })),
            },
          ]}
        />
        <FieldError fault={asked.fault} field="position" words={t("position.no-position")} visit={visit} />
        {view.gaps.map((gap) => (
          <GapTable gap={gap} code={code} visit={visit} />
        ))}
      </>
    ),
  };
};

/** One position: a row an ask, with the rule under its wording. */
function GapTable({ gap, code, visit }: { gap: Gap; code: string; visit: Visit }) {
  const { t } = visit;
  const { position, rows, blanks } = gap;
  const title = visit.say("position", position.id, "title", position.title);
  return (
    <section aria-labelledby={`p-${position.id}`}>
      <h2 id={`p-${position.id}`}>
        <a href={visit.link(`/positions/${position.id}`)}>
          <Say said={title} visit={visit} />
        </a>
      </h2>
      <p class="meta">
        <bdi>{position.organisation}</bdi> · {t("position.gap-count", { asks: rows.length, blanks })} ·{" "}
        <a href={visit.link("/brief", { place: code, position: position.id })}>{t("position.gap-brief")}</a>
      </p>
      <DataTable
        caption={t("position.gap-table", { position: title.text })}
        rows={rows}
        columns={[
          { head: t("position.ask"), row: true, cell: (row) => <AskCell row={row} visit={visit} /> },
          { head: t("position.alignment"), cell: (row) => t(`position.alignment-${row.alignment}`) },
          { head: t("position.answer"), cell: (row) => <AnswerCell row={row} visit={visit} /> },
          { head: t("position.provision"), cell: (row) => row.answer?.coding && <Where answer={row.answer} visit={visit} /> },
        ]}
      />
    </section>
  );
}

function AskCell({ row, visit }: { row: GapRow; visit: Visit }) {
  const { t } = visit;
  const { ask, counted } = row;
  return (
    <>
      <a href={visit.link(askPath(ask.position, ask.id))}>
        <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} />
      </a>
      <br />
      <small class="quiet">
        {t("position.rule")} {ruleWords(visit, ask, counted)}
      </small>
    </>
  );
}

function AnswerCell({ row, visit }: { row: GapRow; visit: Visit }) {
  const { t } = visit;
  const { answer, counted, reach } = row;
  return (
    <>
      {answer ? (
        <>
          <AnswerChip answer={answer} question={counted} visit={visit} />{" "}
          <small>
            <When answer={answer} visit={visit} />
            {answer.coding && <Flags flags={answer.coding.flags} visit={visit} />}
          </small>
        </>
      ) : (
        <Chip standing="not-coded" words={t("answer.not-coded")} />
      )}
      {reach.map((one) => (
        <>
          <br />
          <small>
            {t("position.gap-reach", { name: visit.name(one.from), alignment: t(`position.alignment-${one.alignment}`) })}{" "}
            <Where answer={one.answer} visit={visit} />
          </small>
        </>
      ))}
    </>
  );
}
