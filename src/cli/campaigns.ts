import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { campaignResource } from "../api/campaign/resource.ts";
import { csvOf } from "../api/csv.ts";
import { countSignatures, exportSignatures } from "../store/desk/signature.ts";
import { StoreProblem } from "../store/problem.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { newCampaignVerb } from "./campaign-new.ts";
import { atDesk } from "./desk.ts";
import { EXIT, note, PLACE_HELP, result, verb } from "./say.ts";

const HELP = `${PLACE_HELP}  ATLAS_SECRET  secret of the site, where DATABASE_URL is set

Exit codes:
  0  done
  1  there is no such campaign, or the new entry has problems; nothing was changed
  2  wrong use of the command line
  3  the database, its folder or the environment is not as needed`;

/** `atlas campaigns`: calls to act, a new one, and what was signed. */
export function campaignsVerb(program: Command): void {
  const campaigns = program
    .command("campaigns")
    .description("calls to act: list them, write a new one, hand signatures to their sender")
    .addHelpText("after", HELP);
  askable(campaigns.command("list").description("all campaigns, and where they stand today")).action(
    verb((options: Asked) =>
      ask(
        options,
        [],
        (inquiry) => campaignResource.list(inquiry),
        ({ table }) => lines(table.rows, ["campaign", "standing", "opens", "closes", "title"]),
      ),
    ),
  );
  newCampaignVerb(campaigns);
  campaigns
    .command("signatures <id>")
    .description("the confirmed signatures of a campaign as CSV, for its sender")
    .requiredOption("--out <file>", "file to write; it must not exist, and only you can read it")
    .option("--addresses", "with the e-mail addresses of those who signed")
    .option("--json", "say as JSON what was written")
    .addHelpText("after", HELP)
    .action((id: string, options: Exported) => verb(() => signatures(id, options))(options));
}

interface Exported {
  readonly out: string;
  readonly addresses?: boolean;
  readonly json?: boolean;
}

async function signatures(id: string, { out, addresses = false, json = false }: Exported): Promise<number> {
  return atDesk(async (desk, store) => {
    const campaign = (await store.reader.catalogue()).campaigns.get(id);
    // What was signed outlives its campaign: it may have been taken out of the record since.
    const rows = await exportSignatures(desk, id, addresses);
    if (!campaign && rows.length === 0) throw new StoreProblem("refused", `There is no campaign “${id.slice(0, 80)}”. \`atlas campaigns list\` shows them.`);
    const columns = ["what", "signer", "name", "office", "place", "shown", "date", ...(addresses ? ["address"] : [])];
    const file = resolve(out);
    const cells = rows.map((row) => ({ ...row, shown: row.shown ? "yes" : "no", confirmed: "yes" }));
    try {
      await writeFile(file, csvOf({ columns, rows: cells }), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      throw new StoreProblem("environment", `The file ${file} exists. Name another one with --out: nothing is written over.`);
    }
    const counts = { letter: (await countSignatures(desk.sql, id, "letter")).confirmed, petition: (await countSignatures(desk.sql, id, "petition")).confirmed };
    if (addresses) note("The file holds e-mail addresses. Hand it to the sender of the campaign only, and delete it then.");
    result(json, { ok: true, file, ...counts }, `${rows.length} confirmed signatures written to ${file}.`);
    return EXIT.ok;
  });
}
