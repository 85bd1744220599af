import type { Coding } from "../../domain/coding.ts";
import type { Question } from "../../domain/question.ts";
import type { Inquiry } from "../inquiry.ts";
import { folded } from "../order.ts";
import type { ChangeQuery } from "./view.ts";

/** Changesets that are looked through, the newest first, and records of each: what is older is in the history. */
const CHANGESETS = 30;
const RECORDS = 100;

/** An answer that was read again: the law is the same, the record says it otherwise. */
export interface Recoding {
  /** Permanent. */
  readonly id: string;
  readonly recorded: string;
  readonly changeset: number;
  readonly reason: string;
  readonly coding: Coding;
  /** The answer that the record gave before; null when it gave none under this identifier. */
  readonly before: string | null;
  readonly question: Question;
}

/** Answers that were read again, newest first, out of the latest changesets that hold any. */
export async function recodings(inquiry: Inquiry, wanted: ChangeQuery): Promise<Recoding[]> {
  const { reader, catalogue } = inquiry;
  const filter = { kind: "coding", change: "recoding" } as const;
  const { changesets } = await reader.changesets(filter, CHANGESETS, 0);
  const records = await Promise.all(changesets.map((one) => reader.changedRecords(one.id, filter, RECORDS, 0)));
  return changesets.flatMap((changeset, index) =>
    (records[index] ?? []).flatMap((record): Recoding[] => {
      // The store gives back what was published: a coding, or nothing where it was taken out.
      const coding = record.after as Coding | null;
      const question = coding && catalogue.questions.get(coding.question);
      if (!coding || !question || !fits(inquiry, coding, question, wanted)) return [];
      const before = (record.before as Coding | null)?.answer ?? null;
      return [
        {
          id: `recoding ${changeset.id} ${coding.id}`,
          recorded: changeset.recorded,
          changeset: changeset.id,
          reason: changeset.reason,
          coding,
          before,
          question,
        },
      ];
    }),
  );
}

function fits(inquiry: Inquiry, coding: Coding, question: Question, { place, topic, question: asked, instrument, words }: ChangeQuery): boolean {
  const all = folded(`${inquiry.name(coding.jurisdiction)} ${inquiry.say("question", question.id, "wording", question.wording).text} ${question.wording}`);
  return (
    (!place || coding.jurisdiction === place) &&
    (!topic || question.topic === topic) &&
    (!asked || question.id === asked) &&
    (!instrument || coding.citations.some((one) => one.instrument === instrument)) &&
    words.every((word) => all.includes(word))
  );
}
