import type { FieldDifference, Value } from "../../../analysis/difference.ts";
import { replacement } from "../../../analysis/replacement.ts";
import { isBody } from "../../../dataset/shape.ts";
import type { Kind } from "../../../domain/record.ts";
import { answerWords } from "../../part/chip.tsx";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { fieldWords, wordOr } from "./words.ts";

/** The record whose values are shown: its kind, and a body that says to which question an answer belongs. */
export interface Held {
  readonly kind: Kind;
  readonly body: unknown;
}

/** Where the words for the values of a field stand, by the field's name. */
const WORDS_OF: Readonly<Record<string, string>> = {
  flags: "answer.flag-",
  review: "answer.",
  confidence: "answer.confidence-",
  grade: "answer.grade-",
  change: "history.own-short-",
  stage: "instrument.stage-",
};

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Fields that hold texts: they are shown word by word where they changed. A number to call stands whole, with its mark. */
function isProse({ field, before, after }: FieldDifference): boolean {
  return field !== "phone" && typeof before === "string" && typeof after === "string" && before.includes(" ") && after.includes(" ");
}

/** What is different, as a table: the field, what it held before, what it holds since. */
export function Differences({ held, differences, caption, visit }: { held: Held; differences: readonly FieldDifference[]; caption: string; visit: Visit }) {
  const { t } = visit;
  if (differences.length === 0) return <p class="quiet">{t("history.nothing")}</p>;
  return (
    <DataTable
      caption={caption}
      rows={differences}
      columns={[
        { head: t("history.field"), row: true, cell: (one) => <FieldName one={one} visit={visit} /> },
        {
          head: t("history.before"),
          cell: (one) =>
            isProse(one) ? <Marked held={held} one={one} side="before" visit={visit} /> : <Shown held={held} one={one} side="before" visit={visit} />,
        },
        {
          head: t("history.after"),
          cell: (one) =>
            isProse(one) ? <Marked held={held} one={one} side="after" visit={visit} /> : <Shown held={held} one={one} side="after" visit={visit} />,
        },
      ]}
    />
  );
}

/** All fields of a version that begins or ends a record. */
export function Contents({ held, differences, caption, visit }: { held: Held; differences: readonly FieldDifference[]; caption: string; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={caption}
      rows={differences}
      columns={[
        { head: t("history.field"), row: true, cell: (one) => <FieldName one={one} visit={visit} /> },
        { head: t("history.content"), cell: (one) => <Shown held={held} one={one} side={one.after === null ? "before" : "after"} visit={visit} /> },
      ]}
    />
  );
}

function FieldName({ one, visit }: { one: FieldDifference; visit: Visit }) {
  const names = one.field.split(".");
  // What a field is part of stands before it: "citation: read on".
  const outer = names.length > 1 && names[0] !== "cells" ? `${fieldWords(visit, names.slice(0, -1).join("."))} · ` : "";
  return (
    <>
      {outer}
      {fieldWords(visit, one.field)}
      {one.entry && <small> ({entryWords(one, visit)})</small>}
    </>
  );
}

/** The entry of a list by what a reader knows it by: a source by its title, a stage by its word. */
function entryWords(one: FieldDifference, visit: Visit): string {
  const [first = "", ...rest] = one.entry.split(", ");
  const source = visit.catalogue.sources.get(first)?.title;
  const stage = one.field.startsWith("stages") ? wordOr(visit, `instrument.stage-${first}`, first) : first;
  return [source ?? stage, ...rest.map((word) => (DATE.test(word) ? dateText(word, visit.locale) : word))].join(punctuation(visit.locale).comma);
}

/** A text in one of its two wordings, with what was taken out or put in. */
function Marked({ held, one, side, visit }: { held: Held; one: FieldDifference; side: "before" | "after"; visit: Visit }) {
  const { start, before, after, end } = replacement(String(one.before), String(one.after));
  const lang = proseLanguage(held, one.field);
  return (
    <span lang={lang === visit.locale ? undefined : lang}>
      {start}
      {side === "before" ? before && <del>{before}</del> : after && <ins>{after}</ins>}
      {end}
    </span>
  );
}

function Shown({ held, one, side, visit }: { held: Held; one: FieldDifference; side: "before" | "after"; visit: Visit }) {
  const value = one[side];
  if (value === null) return <span class="quiet">{visit.t("history.empty")}</span>;
  return <Part held={held} field={one.field} value={value} visit={visit} />;
}

function Part({ held, field, value, visit }: { held: Held; field: string; value: Value; visit: Visit }) {
  if (Array.isArray(value))
    return (
      <>
        {(value as readonly Value[]).map((one, index) => (
          <>
            {index > 0 && punctuation(visit.locale).semicolon}
            <Part held={held} field={field} value={one} visit={visit} />
          </>
        ))}
      </>
    );
  if (isBody(value))
    return (
      <>
        {Object.entries(value as Readonly<Record<string, Value>>).map(([name, one], index) => (
          <>
            {index > 0 && punctuation(visit.locale).semicolon}
            <span class="quiet">{fieldWords(visit, `${field}.${name}`)}</span> <Part held={held} field={`${field}.${name}`} value={one} visit={visit} />
          </>
        ))}
      </>
    );
  const words = valueWords(held, field, value as string | number | boolean, visit);
  if (held.kind === "service" && field === "phone" && isBody(held.body) && !held.body["confirmed"])
    return (
      <>
        {words.text} <span class="flag">{visit.t("service.unconfirmed")}</span>
      </>
    );
  return words.lang === visit.locale ? <>{words.text}</> : <span lang={words.lang}>{words.text}</span>;
}

/** A value in the reader's language where the site has words for it; else as the record has it. */
function valueWords({ kind, body }: Held, field: string, value: string | number | boolean, visit: Visit): { text: string; lang: string } {
  const own = (text: string) => ({ text, lang: visit.locale as string });
  if (typeof value === "boolean") return own(visit.t(value ? "history.true" : "history.false"));
  if (typeof value === "number") return own(String(value));
  const name = field.split(".").at(-1) ?? "";
  const { catalogue } = visit;
  if (kind === "coding" && (field === "answer" || field === "before")) {
    const question = catalogue.questions.get(questionOf(body));
    if (!question) return own(value);
    const { words, lang } = answerWords(visit, question, value);
    return { text: words, lang };
  }
  const named = kind === "row" ? null : nameOf(name, value, visit);
  if (named) return named;
  if (kind === "instrument" && (field === "status" || field === "kind")) return own(wordOr(visit, `instrument.${field}-${value}`, value));
  const words = WORDS_OF[name];
  if (words) return own(wordOr(visit, `${words}${value}`, value));
  if (DATE.test(value) && name !== "id" && kind !== "row") return own(dateText(value, visit.locale));
  return value.includes(" ") ? { text: value, lang: proseLanguage({ kind, body }, field) } : own(value);
}

/** What the record calls the thing that a field refers to; null for other fields and for what it no longer holds. */
function nameOf(name: string, id: string, visit: Visit): { text: string; lang: string } | null {
  const { catalogue } = visit;
  switch (name) {
    case "jurisdiction":
    case "jurisdictions":
      return { text: visit.name(id), lang: visit.locale };
    case "topic":
    case "topics": {
      const topic = catalogue.topics.get(id);
      return topic ? visit.say("topic", id, "title", topic.title) : null;
    }
    case "question":
    case "questions":
    case "asks":
    case "same": {
      const question = catalogue.questions.get(id);
      return question ? visit.say("question", id, "wording", question.wording) : null;
    }
    case "instrument":
    case "instruments": {
      const instrument = catalogue.instruments.get(id);
      return instrument ? visit.say("instrument", id, "title", instrument.title) : null;
    }
    case "source": {
      const source = catalogue.sources.get(id);
      return source ? { text: source.title, lang: source.language || "en" } : null;
    }
    default:
      return null;
  }
}

function questionOf(body: unknown): string {
  return isBody(body) ? String(body["question"] ?? "") : "";
}

/** The language of a text: the record is written in English, apart from translations and names. */
function proseLanguage({ kind, body }: Held, field: string): string {
  return (kind === "text" || kind === "name") && field !== "id" && isBody(body) ? String(body["locale"] ?? "en") : "en";
}
