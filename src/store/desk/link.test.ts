import { expect, test } from "vitest";
import { MANAGE_DAYS, manageLink, readManage, readUnsubscribe, UNSUBSCRIBE_DAYS, unsubscribeLink } from "./link.ts";
import { sealWith } from "./seal.ts";

const seal = sealWith("a secret of a site that is used in tests only");
const now = new Date("2026-11-22T12:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const person = { id: 7, epoch: 2, locale: "ar" } as const;
const fields = (link: string): Record<string, string> => Object.fromEntries(new URL(link).searchParams);

test("a link is read as what it was made for, until its last day", () => {
  const link = manageLink(seal, "https://atlas.example", person, now);
  expect(link).toMatch(/^https:\/\/atlas\.example\/ar\/alerts\/manage\?person=7&epoch=2&until=\d+&sign=[\w-]{32}$/);
  expect(readManage(seal, fields(link), now)).toEqual({ ok: true, link: { person: 7, epoch: 2, watch: 0 } });
  expect(readManage(seal, fields(link), later(MANAGE_DAYS))).toMatchObject({ ok: true });
  expect(readManage(seal, fields(link), later(MANAGE_DAYS + 2))).toEqual({ ok: false, why: "expired" });
  const end = unsubscribeLink(seal, "https://atlas.example", person, now, 31);
  expect(readUnsubscribe(seal, fields(end), later(UNSUBSCRIBE_DAYS))).toEqual({ ok: true, link: { person: 7, epoch: 2, watch: 31 } });
});

test("a link with anything changed, or for another purpose, is forged", () => {
  const right = fields(unsubscribeLink(seal, "https://atlas.example", person, now, 31));
  const other = sealWith("another secret of a site, used in tests only");
  for (const change of [
    { person: "8" },
    { epoch: "3" },
    { until: "99999999999" },
    { sign: "" },
    { sign: "x".repeat(32) },
    { watch: "0" },
    { watch: "" },
    { person: "7.0" },
    { person: "-7" },
  ])
    expect(readUnsubscribe(seal, { ...right, ...change }, now)).toEqual({ ok: false, why: "forged" });
  expect(readManage(seal, right, now)).toEqual({ ok: false, why: "forged" });
  expect(readUnsubscribe(other, right, now)).toEqual({ ok: false, why: "forged" });
  expect(readUnsubscribe(seal, {}, now)).toEqual({ ok: false, why: "forged" });
});
