import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { coding, smallRecord } from "../../tests/setup/record.ts";
import { type Coding, spanOf } from "../domain/coding.ts";
import { shiftDay } from "../domain/date.ts";
import { load } from "./load.ts";
import type { Store } from "./open.ts";
import type { Change } from "./projection.ts";
import type { Answer, Reader } from "./reader.ts";
import { answerOn, answerSpan } from "./span.ts";

const PLACES = ["BR", "FR", "EU"];
const START = "1990-01-01";
/** Days on which the histories begin, change and end: 40 years. */
const RANGE = 14_600;

/** The codings of one pair: spans that follow each other, with or without a gap, the last with or without an end. */
const history = fc.array(fc.record({ gap: fc.nat(900), length: fc.integer({ min: 0, max: 2000 }), answer: fc.constantFrom("yes", "no") }), { maxLength: 4 });
const lasting = fc.boolean();

/** One changeset: the pair gets this history in place of the one it had. */
const step = fc.record({ place: fc.constantFrom(...PLACES), history, lasting });

function codingsOf({
  place,
  history: spans,
  lasting: open,
}: {
  place: string;
  history: Array<{ gap: number; length: number; answer: string }>;
  lasting: boolean;
}) {
  const codings: Coding[] = [];
  let day = START;
  for (const [index, one] of spans.entries()) {
    const from = shiftDay(day, one.gap);
    const to = shiftDay(from, one.length);
    const last = index === spans.length - 1;
    const made = coding({ id: `${place.toLowerCase()}-def-csam-${index}`, jurisdiction: place, answer: one.answer, from, to: last && open ? "" : to });
    if (made.kind === "coding") codings.push(made.body);
    day = shiftDay(to, 1);
  }
  return codings;
}

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
  await load(
    store,
    smallRecord().filter((one) => one.kind !== "coding"),
    "frame",
  );
});
afterAll(() => database.drop());

/** What the record says on a day, worked out from its codings one by one. */
function expected(codings: readonly Coding[], day: string): Answer[] {
  return PLACES.flatMap((place) => {
    const own = codings.filter((one) => one.jurisdiction === place).map(answerSpan);
    return own.length > 0 ? [answerOn(own, day)] : [];
  });
}

const inPlaces = (answers: readonly Answer[]): Answer[] => [...answers].sort((a, b) => PLACES.indexOf(a.jurisdiction) - PLACES.indexOf(b.jurisdiction));

test("at any day each pair has exactly one state, and the past of our knowledge never changes", async () => {
  let now: Coding[] = [];
  const known = new Map<number, readonly Coding[]>([[1, []]]);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(RANGE), { minLength: 3, maxLength: 6 }), async (steps, offsets) => {
      for (const one of steps) {
        const next = codingsOf(one);
        const gone: Change[] = now
          .filter((old) => old.jurisdiction === one.place && !next.some((fresh) => fresh.id === old.id))
          .map((old) => ({ kind: "coding", id: old.id, body: null }));
        const written: Change[] = next.map((body) => ({ kind: "coding", id: body.id, body }));
        const { changeset } = await store.publish([...gone, ...written], { role: "editor", reason: "a test", kind: "correction", digest: "" });
        now = [...now.filter((old) => old.jurisdiction !== one.place), ...next];
        if (changeset > 0) known.set(changeset, now);
      }
      const edges = now.flatMap((one) => {
        const span = spanOf(one);
        return span ? [span.from, shiftDay(span.from, -1), ...(span.to ? [span.to, shiftDay(span.to, 1)] : [])] : [];
      });
      const days = [...offsets.map((offset) => shiftDay(START, offset)), ...edges.slice(0, 6)];
      const revisions = [...known.keys()].sort((a, b) => a - b);
      const asked = [1, revisions[Math.floor(revisions.length / 2)] ?? 1, revisions.at(-1) ?? 1];
      for (const day of days) {
        const answers = inPlaces(await store.reader.answersTo(["def-csam"], day));
        expect(answers).toEqual(expected(now, day));
        expect(new Set(answers.map((one) => one.jurisdiction)).size).toBe(answers.length);
        expect(inPlaces(await store.reader.answersIn(PLACES, day)).filter((one) => one.question === "def-csam")).toEqual(answers);
        for (const revision of asked) {
          const past = await asKnown(revision);
          expect(inPlaces(await past.answersTo(["def-csam"], day))).toEqual(expected(known.get(revision) ?? [], day));
        }
      }
      const spans = (await store.reader.spans({ questions: ["def-csam"] })).map((one) => one.coding.id).sort();
      expect(spans).toEqual(now.map((one) => one.id).sort());
    }),
    { numRuns: 15 },
  );
});

test("the record as known at the latest revision is the record", async () => {
  const latest = await store.reader.revision();
  const past = store.reader.asKnown(latest);
  expect(await past.counts()).toEqual(await store.reader.counts());
  expect(await past.coverage()).toEqual(await store.reader.coverage());
  expect(await past.statuses({})).toEqual(await store.reader.statuses({}));
  expect(await past.observations({ dataset: "reports" })).toEqual(await store.reader.observations({ dataset: "reports" }));
  expect(await past.rows("reports", 2, 1)).toEqual(await store.reader.rows("reports", 2, 1));
  expect(await past.spans({})).toEqual(await store.reader.spans({}));
  expect([...(await past.catalogue()).jurisdictions]).toEqual([...(await store.reader.catalogue()).jurisdictions]);
  const [then, now] = await Promise.all([past.place("FR", ["FR", "EU"], "2009-01-01"), store.reader.place("FR", ["FR", "EU"], "2009-01-01")]);
  expect({ ...then, answers: byQuestion(then.answers) }).toEqual({ ...now, answers: byQuestion(now.answers) });
});

test("a day names the revision that stood at its end", async () => {
  const latest = await store.reader.revision();
  expect(await store.reader.revisionOn(latest.recorded.slice(0, 10))).toEqual(latest);
  expect(await store.reader.revisionOn(1)).toMatchObject({ id: 1, digest: "frame" });
  expect(await store.reader.revisionOn("2020-01-01")).toBeNull();
  expect(await store.reader.revisionOn(latest.id + 1)).toBeNull();
});

async function asKnown(revision: number): Promise<Reader> {
  const found = await store.reader.revisionOn(revision);
  if (!found) throw new Error(`revision ${revision} is gone`);
  return store.reader.asKnown(found);
}

function byQuestion(answers: readonly Answer[]): Answer[] {
  const key = (one: Answer): string => `${one.jurisdiction} ${one.question}`;
  return [...answers].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
