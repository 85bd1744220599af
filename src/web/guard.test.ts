import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sealWith } from "../store/desk/seal.ts";
import { packageRoot } from "../store/root.ts";
import type { Sql } from "../store/sql.ts";
import { LIMITS, makeGuard, networkOf } from "./guard.ts";
import { headOf } from "./island/digest.ts";

/** What the guard asks of a database, kept in memory. */
function memory(): Sql {
  const counts = new Map<string, number>();
  const spent = new Set<string>();
  return {
    async all<Row extends object>(statement: unknown, values: readonly unknown[] = []): Promise<Row[]> {
      const key = Buffer.from(values[0] as Uint8Array).toString("hex");
      if (String(statement).includes("INSERT INTO desk.tally")) {
        const count = (counts.get(key + values[1]) ?? 0) + 1;
        counts.set(key + values[1], count);
        return [{ count }] as unknown as Row[];
      }
      if (!String(statement).includes("INSERT INTO desk.spent") || spent.has(key)) return [];
      spent.add(key);
      return [{}] as Row[];
    },
  };
}

const seal = sealWith("a secret of a site that is used in tests only");
const NOW = new Date("2026-11-22T12:00:00Z");
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const fields = (stamp: string, more: Record<string, string> = {}) => new URLSearchParams({ stamp, work: "", website: "", ...more });

/** The work as the browser does it. */
function worked(stamp: string): string {
  const signature = stamp.slice(stamp.lastIndexOf(".") + 1);
  for (let number = 0; ; number += 1) if (Math.clz32(headOf(`${signature}:${number}`)) >= LIMITS.bits) return String(number);
}

test("a form is taken once, not at once and not after hours", async () => {
  const guard = makeGuard({ seal, sql: memory() });
  const { stamp } = guard.stamp("feedback", NOW);
  expect(await guard.judge("feedback", fields(stamp), "192.0.2.1", later(2))).toBe("early");
  expect(await guard.judge("feedback", fields(stamp), "192.0.2.1", later(4 * 3600 + 1))).toBe("late");
  expect(await guard.judge("feedback", fields(stamp), "192.0.2.1", later(3))).toBe(null);
  expect(await guard.judge("feedback", fields(stamp), "192.0.2.1", later(4))).toBe("spent");
});

test("a stamp of another form, of another site or of nobody is not taken, nor one with another time", async () => {
  const guard = makeGuard({ seal, sql: memory() });
  const other = makeGuard({ seal: sealWith("another secret of a site, used in tests only"), sql: memory() });
  const { stamp } = guard.stamp("feedback", NOW);
  const changed = stamp.replace(/^\w+/, later(-60).getTime().toString(36));
  for (const one of [guard.stamp("alert", NOW).stamp, other.stamp("feedback", NOW).stamp, "", "x", changed, `${stamp}x`])
    expect(await guard.judge("feedback", fields(one), "192.0.2.1", later(10))).toBe("forged");
});

test("the trap, and work that is none, are noticed", async () => {
  const guard = makeGuard({ seal, sql: memory() });
  const { stamp, trap } = guard.stamp("feedback", NOW);
  expect(await guard.judge("feedback", fields(stamp, { [trap]: "x" }), "192.0.2.1", later(10))).toBe("trap");
  for (const work of ["-1", "x", "1e3", "99999999999"]) expect(await guard.judge("feedback", fields(stamp, { work }), "192.0.2.1", later(10))).toBe("work");
});

test("an address and the whole site have a limit, which is wider with work", async () => {
  const guard = makeGuard({ seal, sql: memory() });
  const send = (from: string, now = later(10)) => guard.judge("feedback", fields(guard.stamp("feedback", NOW).stamp), from, now);
  for (let count = 0; count < LIMITS.address.plain; count += 1) expect(await send("2001:db8:1:2::3")).toBe(null);
  expect(await send("2001:db8:1:2:ffff::9")).toBe("busy");
  const { stamp } = guard.stamp("feedback", NOW);
  expect(await guard.judge("feedback", fields(stamp, { work: worked(stamp) }), "2001:db8:1:2::3", later(10))).toBe(null);
  expect(await send("2001:db8:1:2::3", later(3600))).toBe(null);
  const taken: Array<string | null> = [];
  for (let count = 0; count < LIMITS.site.plain; count += 1) taken.push(await send(`192.0.2.${count}`));
  expect(taken.filter((one) => one === null)).toHaveLength(LIMITS.site.plain - LIMITS.address.plain);
  expect(new Set(taken)).toEqual(new Set([null, "busy"]));
});

test("nobody's mailbox is filled", async () => {
  const guard = makeGuard({ seal, sql: memory() });
  for (let count = 0; count < LIMITS.mails; count += 1) expect(await guard.mayMail("a@example.org", NOW)).toBe(true);
  expect(await guard.mayMail(" A@Example.org", NOW)).toBe(false);
  // A label behind a plus sign leads to the same mailbox.
  expect(await guard.mayMail("a+other@example.org", NOW)).toBe(false);
  expect(await guard.mayMail("b@example.org", NOW)).toBe(true);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:50123", "192.0.2.7"],
  ["[2001:db8:1:2::9]:50123", "2001:db8:1:2"],
  ["2001:0db8::1", "2001:db8:0:0"],
  ["[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["", ""],
])("%s counts as %s", (from, network) => {
  expect(networkOf(from)).toBe(network);
});

test("the limits stand in docs/threats.md as they are", () => {
  const text = readFileSync(join(packageRoot(), "docs", "threats.md"), "utf8");
  const { youngest, oldest, bits, address, site, mails } = LIMITS;
  for (const words of [
    `${youngest / 1000} seconds to ${oldest / 3_600_000} hours`,
    `${bits} zero bits`,
    `${address.plain} in an hour; ${address.worked} with`,
    `${site.plain} in an hour; ${site.worked.toLocaleString("en")} with`,
    `${mails} in a day`,
  ])
    expect(text).toContain(words);
});
