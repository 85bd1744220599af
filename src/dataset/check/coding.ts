import { type Coding, type Span, spanOf } from "../../domain/coding.ts";
import { firstDay, lastDay } from "../../domain/date.ts";
import { stateOf } from "../../domain/question.ts";
import { codingsOf } from "../../domain/treaty.ts";
import type { Entry } from "../read.ts";
import { answersOf } from "./codebook.ts";
import type { Desk } from "./desk.ts";

interface Spanned {
  readonly coding: Coding;
  readonly span: Span;
  readonly entry: Entry;
}

/** Finds answers outside the codebook, and answers of one jurisdiction to one question whose days overlap. */
export function checkCodings(desk: Desk): void {
  const questions = desk.byId("question");
  const scales = desk.byId("scale");
  const pairs = new Map<string, Spanned[]>();
  const take = (coding: Coding, entry: Entry, field: string) => {
    const question = questions.get(coding.question);
    const scale = question && scales.get(question.scale);
    if (scale && stateOf(scale, coding.answer) === null) {
      desk.report(entry, [field], `the answer “${coding.answer}” is not in the scale ${scale.id} of ${coding.question}`, answersOf(scale));
    }
    const span = spanOf(coding);
    if (!span) {
      const impossible = coding.to < firstDay(coding.from);
      const what = impossible
        ? `it ends (${coding.to}) before it starts (${coding.from})`
        : `no day is certain between the start ${coding.from} and the end ${coding.to}`;
      desk.report(entry, ["to"], what, impossible ? "correct the two dates" : "write the start or the end more exactly");
      return;
    }
    const key = `${coding.jurisdiction} ${coding.question}`;
    const known = pairs.get(key);
    if (known) known.push({ coding, span, entry });
    else pairs.set(key, [{ coding, span, entry }]);
  };
  for (const { body, entry } of desk.all("coding")) {
    if (questions.get(body.question)?.kind === "treaty") {
      desk.report(
        entry,
        ["question"],
        `answers to ${body.question} are made from the treaty's statuses`,
        "remove this coding and write the status in treaties/status.csv",
      );
    } else take(body, entry, "answer");
  }
  const treaties = desk.byId("treaty");
  for (const { body, entry } of desk.all("treaty-status")) {
    const treaty = treaties.get(body.treaty);
    if (treaty && !signedLate(body)) for (const coding of codingsOf(body, treaty.question)) take(coding, entry, "status");
  }
  for (const list of pairs.values()) checkOverlap(desk, list);
}

/** A status that was signed after it was ratified; the dates are reported for themselves. */
export function signedLate(status: { signed: string; ratified: string }): boolean {
  return status.signed !== "" && status.ratified !== "" && firstDay(status.signed) > lastDay(status.ratified);
}

function checkOverlap(desk: Desk, list: readonly Spanned[]): void {
  if (list.length < 2) return;
  const ordered = [...list].sort((one, other) => (one.span.from < other.span.from ? -1 : one.span.from > other.span.from ? 1 : 0));
  ordered.slice(1).forEach((later, at) => {
    const earlier = ordered[at];
    // Two records with one id are one defect, which is reported as such.
    if (!earlier || earlier.coding.id === later.coding.id || (earlier.span.to !== null && earlier.span.to < later.span.from)) return;
    const end = earlier.span.to ?? "open";
    desk.report(
      later.entry,
      ["from"],
      `its days (from ${later.span.from}) overlap those of ${earlier.coding.id} (${earlier.span.from} to ${end}) in ${desk.place(earlier.entry)}, for ${later.coding.jurisdiction} and ${later.coding.question}`,
      "end the earlier one (`to`) on the day before the later one starts, or remove one of the two",
    );
  });
}
