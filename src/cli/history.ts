import type { Command } from "commander";
import { historyResource } from "../api/history/resource.ts";
import type { Cell, Download } from "../api/resource.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { verb } from "./say.ts";

interface Options extends Asked {
  readonly kind?: string;
  readonly id?: string;
  readonly changeset?: string;
  readonly cause?: string;
  readonly change?: string;
}

/** `atlas history`: every version of a record; the records of a revision; without either all revisions. */
export function historyVerb(program: Command): void {
  askable(
    program
      .command("history")
      .description("who changed what in which role, why, and what is different: of one record, of one revision, or all revisions")
      .option("--kind <kind>", "kind of the record, such as coding, instrument or row")
      .option("--id <id>", "the record, such as br-def-csam")
      .option("--changeset <number>", "the records of this revision")
      .option("--cause <cause>", "only revisions of this sort: release, correction, amendment or translation")
      .option("--change <change>", "only what the law changed (amendment), or what was read again (recoding)"),
  ).action(verb((options: Options) => ask(options, asked(options), (inquiry) => historyResource.list(inquiry), words)));
}

function asked(options: Options): Array<readonly [string, string]> {
  const names = ["kind", "id", "changeset", "cause", "change"] as const;
  return names.flatMap((name) => (options[name] ? [[name, options[name]] as const] : []));
}

function words({ table }: Download): string {
  if (table.columns.includes("field")) return versions(table.rows);
  if (table.columns.includes("record")) return lines(table.rows, ["record_kind", "record", "action", "change"]);
  return lines(table.rows, ["changeset", "recorded", "role", "cause", "added", "changed", "removed", "reason"]);
}

/** Every version in a line, with the fields that differ below it. */
function versions(rows: Download["table"]["rows"]): string {
  const said: string[] = [];
  let last: Cell | undefined;
  for (const row of rows) {
    const { changeset, recorded, role, cause, action, change, reason, field, before, after } = row;
    if (changeset !== last)
      said.push(
        ...(said.length > 0 ? [""] : []),
        `revision ${changeset}, ${recorded}: ${action} by ${role}, ${cause}${change ? `; ${change}` : ""}. ${reason}`,
      );
    last = changeset;
    if (field) said.push(`  ${field}: ${action === "changed" ? `${before ?? "–"} → ${after ?? "–"}` : (after ?? before ?? "–")}`);
  }
  return said.join("\n");
}
