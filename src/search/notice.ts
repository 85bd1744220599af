import type { Coding } from "../domain/coding.ts";
import type { Instrument } from "../domain/instrument.ts";
import type { Kinds } from "../domain/record.ts";
import type { Citation } from "../domain/source.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Notice, NoticeChange, Said } from "../store/desk/notice.ts";
import type { Cause } from "../store/projection.ts";
import { featuresOf, type Watchable } from "./feature.ts";

/** A record that a changeset touched. At least one of the two bodies is there. */
export interface Touched {
  readonly kind: Watchable["kind"];
  readonly id: string;
  readonly before: Watchable["body"] | null;
  readonly after: Watchable["body"] | null;
}

/**
 * The notices of a changeset. The first load and translations make none: the caller leaves them out. An answer that only
 * ends because another one takes its place is told with that one.
 */
export function noticesOf(catalogue: Catalogue, touched: readonly Touched[], cause: Cause): Notice[] {
  const codings = touched.flatMap((one) => (one.kind === "coding" ? [{ before: one.before as Coding | null, after: one.after as Coding | null }] : []));
  const pairs = pairsOf(codings);
  const notices: Notice[] = [];
  for (const one of touched) {
    const change = changeOf(one, cause, pairs);
    const body = one.after ?? one.before;
    if (change === null || body === null) continue;
    const record = { kind: one.kind, id: one.id, body } as Watchable;
    notices.push({ change, kind: one.kind, id: one.id, features: featuresOf(catalogue, record), said: saidOf(catalogue, record, one, pairs) });
  }
  return notices;
}

/** The answers that a changeset ended, and the pairs of place and question to which it gave new ones. */
interface Pairs {
  readonly ended: ReadonlyMap<string, Coding>;
  readonly begun: ReadonlySet<string>;
}

const pairKey = (one: Coding): string => `${one.jurisdiction} ${one.question}`;

function pairsOf(codings: ReadonlyArray<{ before: Coding | null; after: Coding | null }>): Pairs {
  const ended = new Map<string, Coding>();
  const begun = new Set<string>();
  for (const { before, after } of codings) {
    if (before === null && after) begun.add(pairKey(after));
    if (before && (after === null || onlyEnds(before, after))) ended.set(pairKey(before), before);
  }
  return { ended, begun };
}

function onlyEnds(before: Coding, after: Coding): boolean {
  return before.to === "" && after.to !== "" && before.answer === after.answer && before.from === after.from;
}

/** What sort of change it is; null when nobody is told of it. */
function changeOf({ kind, before, after }: Touched, cause: Cause, pairs: Pairs): NoticeChange | null {
  if (cause === "translation") return null;
  switch (kind) {
    case "coding":
      return codingChange(before as Coding | null, after as Coding | null, cause, pairs);
    case "instrument":
      return instrumentChange(before as Instrument | null, after as Instrument | null, cause);
    case "treaty-status":
    case "obligation":
      return cause === "amendment" ? "amendment" : "recoding";
    case "update":
    case "testimony":
    case "campaign":
      // What was only mended is no news.
      if (after === null) return null;
      return before !== null && cause === "correction" ? "recoding" : "update";
  }
}

function codingChange(before: Coding | null, after: Coding | null, cause: Cause, pairs: Pairs): NoticeChange | null {
  const one = after ?? before;
  if (one === null) return null;
  const followed = before !== null && (after === null || onlyEnds(before, after)) && pairs.begun.has(pairKey(one));
  if (followed) return null;
  if (cause === "amendment") return "amendment";
  if (after === null || after.change !== "amendment") return "recoding";
  // An amendment that was told of before is read again when anything else of it changes.
  const told = before !== null && before.change === "amendment" && before.answer === after.answer && before.from === after.from;
  return told ? "recoding" : "amendment";
}

function instrumentChange(before: Instrument | null, after: Instrument | null, cause: Cause): NoticeChange {
  if (cause === "amendment") return "amendment";
  if (after === null) return "recoding";
  if (before === null) return cause === "correction" ? "recoding" : "update";
  if (cause === "correction") return "recoding";
  return newStage(before, after) || before.status !== after.status ? "amendment" : "recoding";
}

/** The last step that an instrument did not have before. */
function newStage(before: Instrument | null, after: Instrument): Instrument["stages"][number] | undefined {
  const had = new Set(before?.stages.map((one) => `${one.date} ${one.stage}`));
  return after.stages.findLast((one) => !had.has(`${one.date} ${one.stage}`));
}

function saidOf(catalogue: Catalogue, record: Watchable, touched: Touched, pairs: Pairs): Said {
  const gone = touched.after === null;
  switch (record.kind) {
    case "coding": {
      const { body } = record;
      const before = (touched.before as Coding | null) ?? (pairs.begun.has(pairKey(body)) ? pairs.ended.get(pairKey(body)) : undefined);
      const ends = !gone && touched.before !== null && onlyEnds(touched.before as Coding, body);
      return {
        ...blank([body.jurisdiction], body.citations),
        question: body.question,
        title: catalogue.questions.get(body.question)?.wording ?? body.question,
        before: before?.answer ?? body.before,
        after: gone || ends ? "" : body.answer,
        day: ends ? body.to : body.from,
        path: `/jurisdictions/${body.jurisdiction}#q-${body.jurisdiction}-${body.question}`,
      };
    }
    case "treaty-status": {
      const { body } = record;
      const treaty = catalogue.treaties.get(body.treaty);
      return {
        ...blank([body.jurisdiction], []),
        question: treaty?.question ?? "",
        title: treaty?.title ?? body.treaty,
        before: (touched.before as Kinds["treaty-status"] | null)?.status ?? "",
        after: gone ? "" : body.status,
        day: body.status === "party" ? body.ratified : body.signed,
        path: `/treaties/${body.treaty}`,
        source: body.source,
      };
    }
    case "instrument": {
      const { body } = record;
      const stage = newStage(touched.before as Instrument | null, body);
      return {
        ...blank([body.jurisdiction], body.citations),
        sort: body.kind,
        title: body.title,
        before: (touched.before as Instrument | null)?.status ?? "",
        after: gone ? "" : body.status,
        day: stage?.date ?? "",
        path: `/instruments/${body.id}`,
      };
    }
    case "obligation": {
      const { body } = record;
      return {
        ...blank([body.jurisdiction], body.citations),
        sort: body.duty,
        title: body.trigger,
        day: body.from,
        path: `/obligations/${body.id}`,
        provision: body.provision,
      };
    }
    case "update": {
      const { body } = record;
      return {
        ...blank(body.jurisdictions, body.citations),
        sort: body.kind,
        title: body.title,
        day: body.date,
        closes: body.closes,
        path: `/updates/${body.id}`,
      };
    }
    case "testimony": {
      const { body } = record;
      return { ...blank(body.jurisdictions, body.citations), sort: body.kind, title: body.title, day: body.date, path: `/testimony/${body.id}` };
    }
    case "campaign": {
      const { body } = record;
      return { ...blank(body.jurisdictions, body.citations), title: body.title, day: body.opens, path: `/campaigns/${body.id}` };
    }
  }
}

function blank(places: readonly string[], citations: readonly Citation[]): Omit<Said, "title" | "path"> {
  const [first] = citations;
  return { places, question: "", sort: "", before: "", after: "", day: "", closes: "", source: first?.source ?? "", provision: first?.provision ?? "" };
}
