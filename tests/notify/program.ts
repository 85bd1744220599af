// A program that sends what is due again and again, for tests to kill. It says "ready" and begins when it is told to by SIGUSR2.
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { runOnce } from "../../src/notify/run.ts";
import { smtpTransport } from "../../src/notify/smtp.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { openStore } from "../../src/store/open.ts";

const [databaseUrl = "", url = "", secret = "", address = "", origin = ""] = process.argv.slice(2);
const store = await openStore({ databaseUrl, dir: "", connections: 3, migrate: false });
const setup = { url, origin, reply: null, from: { name: "Safeguard Atlas", address } };
const transport = smtpTransport(setup, { connect: 500, greet: 500, silent: 400, whole: 1000 });
const retry = { first: 0.05, longest: 0.5, refused: 0.05, refusals: 1000, days: 1 };
// Waiting for a signal alone would not keep a program running.
const running = setInterval(() => {}, 1000);
const begin = once(process, "SIGUSR2");
process.stdout.write("ready\n");
await begin;
clearInterval(running);
for (;;) {
  await runOnce({
    desk: store.desk(sealWith(secret)),
    setup,
    transport,
    catalogue: () => store.reader.catalogue(),
    clock: () => new Date(),
    log: () => {},
    retry,
  });
  await wait(20);
}
