import type { Fault } from "../../../api/fault.ts";
import { CHANGES } from "../../../api/history/view.ts";
import { KINDS } from "../../../domain/record.ts";
import { CAUSES } from "../../../store/projection.ts";
import { TimeFields } from "../../part/datebar.tsx";
import { FieldError, invalid } from "../../part/field.tsx";
import type { Visit } from "../../visit.ts";
import { dayOf, wordOr } from "./words.ts";

const CHOICES = { kind: KINDS, cause: CAUSES, change: CHANGES } as const;
const WORDS = { kind: "history.kind-", cause: "history.cause-", change: "history.change-choice-" } as const;
type Name = keyof typeof CHOICES;

/** The filters of a list of changes. `changeset` stays in the form where the list is that of one revision. */
export function ChangeFilterForm({ names, changeset, fault, visit }: { names: readonly Name[]; changeset?: number; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  const away = visit.link("/history", changeset ? { changeset: String(changeset) } : {});
  return (
    <form class="filter" action={visit.link("/history", { at: "", known: "" })} method="get">
      {changeset && <input type="hidden" name="changeset" value={String(changeset)} />}
      {names.map((name) => (
        <p>
          <label for={`f-${name}`}>{t(`history.${name}`)}</label>
          <select id={`f-${name}`} name={name} {...invalid(fault, name)}>
            <option value="">{t("frame.any")}</option>
            {CHOICES[name].map((value) => (
              <option value={value} selected={value === visit.query.get(name)}>
                {wordOr(visit, `${WORDS[name]}${value}`, value)}
              </option>
            ))}
          </select>
          <FieldError fault={fault} field={name} visit={visit} />
        </p>
      ))}
      <TimeFields visit={visit} />
      <p class="act">
        <button type="submit">{t("frame.filter")}</button> <a href={away}>{t("frame.clear")}</a>
      </p>
      <FieldError fault={fault} field="page" visit={visit} />
    </form>
  );
}

/** Says that the history ends where the reader's chosen state of knowledge ends. */
export function KnownThen({ keep, visit }: { keep: Readonly<Record<string, string>>; visit: Visit }) {
  const { t, revision } = visit;
  if (visit.known === "") return <></>;
  return (
    <p class="datebar" role="note">
      {t("history.known-then", { id: revision.id, day: dayOf(visit, revision.recorded) })}{" "}
      <a href={visit.link("/history", { ...keep, at: "", known: "" })}>{t("history.now")}</a>
    </p>
  );
}
