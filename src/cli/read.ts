import type { Command } from "commander";
import { Fault } from "../api/fault.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Download } from "../api/resource.ts";
import { RESOURCES } from "../api/resources.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { verb } from "./say.ts";

interface Options extends Asked {
  readonly filter?: readonly string[];
}

/** Columns that are shown to people; JSON and CSV hold all of them. */
const SHOWN = 6;

/** `atlas read`: any list of the record, or one of its entries, as the API gives it. */
export function readVerb(program: Command): void {
  askable(
    program
      .command("read <list> [id]")
      .description(`a list of the record on a day, or one of its entries: ${RESOURCES.map((one) => one.name).join(", ")}`)
      .option("--filter <name=value...>", "filters of the list, such as group=eu or status=in-force"),
  ).action((list: string, id: string | undefined, options: Options) =>
    verb((given: Options) => ask(given, filtersOf(given), (inquiry) => read(inquiry, list, id), words))(options),
  );
}

function filtersOf(options: Options): Array<readonly [string, string]> {
  return (options.filter ?? []).map((one) => {
    const end = one.indexOf("=");
    return end < 0 ? [one, ""] : [one.slice(0, end), one.slice(end + 1)];
  });
}

async function read(inquiry: Inquiry, list: string, id: string | undefined): Promise<Download | null> {
  const names = RESOURCES.map((one) => one.name);
  const resource = RESOURCES.find((one) => one.name === list);
  if (!resource) throw new Fault(400, "list", `“${list.slice(0, 40)}” is not a list of the record.`, names);
  if (id === undefined) return resource.list(inquiry);
  return (await resource.one?.(inquiry, id)) ?? null;
}

function words({ table }: Download): string {
  return lines(table.rows, table.columns.slice(0, SHOWN));
}
