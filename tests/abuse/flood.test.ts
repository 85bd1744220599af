import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../../src/web/guard.ts";
import { FORMS, type OpenForm, type OpenSite, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.database.drop());

/** How a program fills a form in; `no` makes each of them different. */
type Ruse = (form: OpenForm, no: number) => { readonly stamp?: string; readonly work?: string; readonly website?: string; readonly from?: string };

const forged = (stamp: string, no: number): string => stamp.slice(0, -6) + String(no).padStart(6, "A");
const others = new Map(FORMS.map((form, index) => [form, FORMS[(index + 1) % FORMS.length]?.name ?? ""]));
/** Each of these fills a form in that must not be taken, from another address each time. */
const RUSES: Readonly<Record<string, Ruse>> = {
  "without a stamp": () => ({}),
  "with a stamp of its own making": (_, no) => ({ stamp: `${no.toString(36)}.${"x".repeat(16)}.${"y".repeat(32)}` }),
  "with a signature that was changed": ({ name }, no) => ({ stamp: forged(site.stamp(name), no) }),
  "with a later time than was signed": ({ name }) => ({ stamp: site.stamp(name, 5 * 3600).replace(/^\w+/, (site.now - 60_000).toString(36)) }),
  "with the stamp of another form": (form) => ({ stamp: site.stamp(others.get(form) ?? "") }),
  "at once": ({ name }, no) => ({ stamp: site.stamp(name, (no % 29) / 10) }),
  "too late": ({ name }, no) => ({ stamp: site.stamp(name, 4 * 3600 + 1 + no) }),
  "with the trap filled in": ({ name }) => ({ stamp: site.stamp(name), website: "https://spam.example" }),
  "with work that is none": ({ name }, no) => ({ stamp: site.stamp(name), work: String(no) }),
};

async function flood(count: number, one: (no: number) => Promise<{ status: number }>): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const { status } = await one(next);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return statuses;
}

const kept = async (): Promise<number[]> => Promise.all([...FORMS.map(({ table }) => site.count(table)), site.count("mail"), site.count("token")]);
/** How many each ruse sends to each form: fewest to the one whose page takes longest to make. */
const EACH: Readonly<Record<string, number>> = { feedback: 240, alert: 100, sign: 440 };
const PATIENCE = 120_000;

test(
  "7,020 forms that a program filled in are all refused, and nothing is kept of them",
  async () => {
    const wrong: string[] = [];
    for (const [words, ruse] of Object.entries(RUSES))
      for (const form of FORMS) {
        const each = EACH[form.name] ?? 0;
        const statuses = await flood(each, (no) => {
          const { from = `10.${no % 250}.${no % 7}.1`, ...hidden } = ruse(form, no);
          return site.post(form.path, { ...form.fields, [form.address]: `a${no}@example.org`, ...hidden }, from);
        });
        if (statuses.get(400) !== each) wrong.push(`${form.name} ${words}: ${[...statuses].join("; ")}`);
      }
    expect(wrong).toEqual([]);
    expect(await kept()).toEqual([0, 0, 0, 0, 0]);
    expect(await site.count("tally")).toBe(0);
  },
  PATIENCE,
);

test(
  "of 2,000 forms with one right stamp, one is taken; of 980 right ones from one household, as many as the limit says",
  async () => {
    const [feedback, alert, sign] = FORMS as [OpenForm, OpenForm, OpenForm];
    const stamp = site.stamp(sign.name);
    const statuses = await flood(2000, (no) => site.post(sign.path, { ...sign.fields, stamp }, `10.${no % 250}.${no % 200}.2`));
    expect(statuses).toEqual(
      new Map([
        [200, 1],
        [400, 1999],
      ]),
    );
    expect(await site.count("signature")).toBe(1);
    for (const [form, count] of [
      [feedback, 890],
      [alert, 90],
    ] as const) {
      const household = await flood(count, (no) =>
        site.post(form.path, { ...form.fields, [form.address]: `b${no}@example.org`, stamp: site.stamp(form.name) }, `2001:db8:1:2:${no.toString(16)}::1`),
      );
      expect([form.name, household]).toEqual([
        form.name,
        new Map([
          [200, LIMITS.address.plain],
          [429, count - LIMITS.address.plain],
        ]),
      ]);
      expect(await site.count(form.table)).toBe(LIMITS.address.plain);
    }
  },
  PATIENCE,
);

test(
  "from everywhere at once no more is taken in an hour than the site's limit, and the next hour begins anew",
  async () => {
    const form = FORMS[0] as OpenForm;
    site.now += 3_600_000;
    const before = await site.count("feedback");
    const statuses = await flood(LIMITS.site.plain + 40, (no) =>
      site.post(form.path, { ...form.fields, stamp: site.stamp(form.name) }, `10.${no >> 8}.${no & 255}.3`),
    );
    expect(statuses).toEqual(
      new Map([
        [200, LIMITS.site.plain],
        [429, 40],
      ]),
    );
    expect((await site.count("feedback")) - before).toBe(LIMITS.site.plain);
    site.now += 25 * 3_600_000;
    expect((await site.post(form.path, { ...form.fields, stamp: site.stamp(form.name) })).status).toBe(200);
    // Counts and used stamps are forgotten by then, but for those of the form that was just taken.
    expect([await site.count("tally"), await site.count("spent")]).toEqual([2, 1]);
  },
  PATIENCE,
);

test("one mailbox gets few mails that nobody asked for, whatever network the forms come from", async () => {
  site.now += 3_600_000;
  const before = await site.count("mail");
  for (const form of FORMS.slice(1))
    await flood(20, (no) => site.post(form.path, { ...form.fields, [form.address]: "victim@example.org", stamp: site.stamp(form.name) }, `10.9.${no}.4`));
  expect((await site.count("mail")) - before).toBe(LIMITS.mails);
});
