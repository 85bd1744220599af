import type { Command } from "commander";
import { addressFault } from "../notify/outside.ts";
import { deliver } from "../notify/webhook.ts";
import { readWatch } from "../search/watch.ts";
import { addWebhook, deliveriesOf, listWebhooks, queuePing, removeWebhook } from "../store/desk/webhook.ts";
import { StoreProblem } from "../store/problem.ts";
import { lines } from "./ask.ts";
import { atDesk, plainly } from "./desk.ts";
import { EXIT, note, PLACE_HELP, result, verb } from "./say.ts";

const HELP = `
A message is a POST with JSON, signed as the Standard Webhooks specification says: webhook-id, webhook-timestamp and
webhook-signature (v1, HMAC-SHA-256). It is tried eight times within a day and a quarter. Messages are sent by \`atlas notify\`.
${PLACE_HELP}  ATLAS_SECRET  secret of the site, where DATABASE_URL is set

Exit codes:
  0  done; the ping was taken
  1  there is no such webhook or record, the address is refused, or the ping was not taken
  2  wrong use of the command line
  3  the database, its folder or the environment is not as needed`;

interface Added {
  readonly json?: boolean;
  readonly place?: string;
  readonly topic?: string;
  readonly question?: string;
  readonly instrument?: string;
  readonly recodings?: boolean;
}

/** `atlas webhooks`: programs elsewhere that are told of changes. */
export function webhooksVerb(program: Command): void {
  const webhooks = program
    .command("webhooks")
    .description("programs elsewhere that are told of amendments: add, list, ping, remove, log")
    .addHelpText("after", HELP);
  webhooks
    .command("add <url>")
    .description("add a receiver; its secret is shown once. Without a choice it is told of every amendment")
    .option("--place <code>", "only of this jurisdiction, such as BR")
    .option("--topic <id>", "only of this topic")
    .option("--question <id>", "only of this question")
    .option("--instrument <id>", "only of this law, bill or treaty")
    .option("--recodings", "also when the record was read again or mended, while the law stayed the same")
    .option("--json", "as JSON")
    .action((url: string, options: Added) => verb(() => add(url, options))(options));
  webhooks.command("list").description("all receivers").option("--json", "as JSON").action(verb(list));
  webhooks
    .command("ping <id>")
    .description("send a receiver a message of the type ping, now")
    .option("--json", "as JSON")
    .action((id: string, options: { json?: boolean }) => verb(() => ping(id, options))(options));
  webhooks
    .command("remove <id>")
    .description("remove a receiver and what waits for it")
    .option("--json", "as JSON")
    .action((id: string, options: { json?: boolean }) => verb(() => remove(id, options))(options));
  webhooks
    .command("log <id>")
    .description("the last 50 messages to a receiver, and what came of them")
    .option("--json", "as JSON")
    .action((id: string, options: { json?: boolean }) => verb(() => log(id, options))(options));
}

async function add(url: string, { json, recodings, place, topic, question, instrument }: Added): Promise<number> {
  const fault = addressFault(url);
  if (fault) throw new StoreProblem("refused", fault);
  return atDesk(async (desk, store) => {
    const asked = { place, topic, question, instrument };
    const { watches, unknown } = readWatch(await store.reader.catalogue(), asked, "en");
    if (unknown.length > 0)
      throw new StoreProblem("refused", `The record does not hold this ${unknown.join(" and this ")}. \`atlas read\` lists what it holds.`);
    const [watch] = watches;
    const made = await addWebhook(desk, { url: new URL(url).href, query: watch?.query ?? "", needs: watch?.needs ?? [], recodings: recodings === true });
    result(json === true, made, `${made.id}\nsecret ${made.secret}\nThe secret is shown this once. \`atlas webhooks ping ${made.id}\` tries it out.`);
    return EXIT.ok;
  });
}

async function list({ json }: { json?: boolean }): Promise<number> {
  return atDesk(async ({ sql }) => {
    const found = plainly(await listWebhooks(sql));
    const rows = found.map((one) => ({
      ...one,
      watches: one.query || "everything",
      active: one.active ? "yes" : "no",
      recodings: one.recodings ? "yes" : "no",
    }));
    result(json === true, found, rows.length === 0 ? "none" : lines(rows as never, ["id", "active", "recodings", "watches", "url"]));
    return EXIT.ok;
  });
}

async function ping(id: string, { json }: { json?: boolean }): Promise<number> {
  return atDesk(async (desk) => {
    const now = new Date();
    const no = await queuePing(desk.sql, id, now);
    await deliver(desk);
    const made = plainly((await deliveriesOf(desk.sql, id)).find((one) => one.id === no) ?? null);
    const taken = made?.state === "sent";
    result(
      json === true,
      { ok: taken, ...made },
      taken ? `The ping was taken, with status ${made.status}.` : `The ping was not taken: ${made?.fault ?? "it is gone"}.`,
    );
    return taken ? EXIT.ok : EXIT.problems;
  });
}

async function remove(id: string, { json }: { json?: boolean }): Promise<number> {
  return atDesk(async ({ sql }) => {
    await removeWebhook(sql, id);
    result(json === true, { ok: true, id }, `${id} is removed.`);
    return EXIT.ok;
  });
}

async function log(id: string, { json }: { json?: boolean }): Promise<number> {
  return atDesk(async ({ sql }) => {
    const found = plainly(await deliveriesOf(sql, id));
    result(json === true, found, found.length === 0 ? "nothing yet" : lines(found as never, ["id", "created", "state", "attempts", "status", "fault"]));
    if (found.some((one) => one.state === "queued")) note("What is queued is sent by `atlas notify`.");
    return EXIT.ok;
  });
}
