import type { Command } from "commander";
import { SERVICE_IDS } from "../analysis/duty.ts";
import { dutyResource } from "../api/duty/resource.ts";
import { DUTY_PARAMETERS, dutyView } from "../api/duty/view.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Download } from "../api/resource.ts";
import { EVENTS } from "../domain/obligation.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { verb } from "./say.ts";

type Options = Asked & { readonly [name in (typeof DUTY_PARAMETERS)[number]]?: string };

/** `atlas obligations`: the duties that meet a service, with deadlines, as the duty finder of the site gives them. */
export function obligationsVerb(program: Command): void {
  askable(
    program
      .command("obligations")
      .description("which duties meet a service, and by when: trigger, recipient, deadline in both zones, provision, source; not legal advice")
      .option("--service <kinds>", `kinds of service, divided by commas: ${SERVICE_IDS.join(", ")} (all)`)
      .option("--place <places>", "codes or names, divided by commas, such as US,GB,France (all)")
      .option("--event <event>", `what just happened: ${EVENTS.join(", ")} (any)`)
      .option("--time <time>", "when it happened, on the clocks of the zone: 2026-11-22T10:30; without it there are no dates")
      .option("--zone <zone>", "time zone, such as Europe/Paris (UTC)")
      .option("--size <users>", "about how many people use the service; shown beside conditions of size, never decided on"),
  ).action(verb((options: Options) => ask(options, query(options), (inquiry) => dutyResource.list(inquiry), words)));
}

function query(options: Options): Array<[string, string]> {
  return DUTY_PARAMETERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as [string, string]]));
}

function words(download: Download, inquiry: Inquiry): string {
  const { asked, gaps } = dutyView(inquiry);
  const when = asked.moment ? `${asked.moment.local} [${asked.zone}]` : inquiry.at;
  const gap = (label: string, names: readonly string[]) => (names.length === 0 ? [] : [`${label}: ${names.join(", ")}.`]);
  return [
    `Duties as of ${when}${inquiry.known ? `, as known at revision ${inquiry.revision.id}` : ""}; data of ${inquiry.catalogue.date}. Not legal advice.`,
    "",
    lines(download.table.rows, [
      "applies",
      "step",
      "jurisdiction",
      "duty",
      "deadline",
      "due",
      "due_there",
      "zone_there",
      "keep_until",
      "recipient",
      "provision",
    ]),
    "",
    ...gap("No duty in the record reaches", gaps.silent),
    ...gap("Only law from above in the record reaches", gaps.above),
    ...gap("Parts with duties of their own that were not chosen", gaps.below),
    ...gap("Kinds of service that no duty of these places names", gaps.unnamed),
    `Left out: ${gaps.ended} that have ended, ${gaps.other} that the event does not set off.`,
    ...(download.caveats ?? []),
  ].join("\n");
}
