import type { AtlasRecord, Kind } from "../../domain/record.ts";
import type { Inquiry } from "../inquiry.ts";

/** What a record is called. A record that the text belongs to may be in another language than the page. */
export interface RecordName {
  readonly words: string;
  readonly lang: string;
}

/**
 * What a record is called in the reader's language. `body` is one of its versions, as the store holds it; the catalogue
 * says the names of what it refers to, as far as it still holds them.
 */
export function recordName(inquiry: Inquiry, kind: Kind, id: string, body: unknown): RecordName {
  const own = (words: string): RecordName => ({ words: words || id, lang: inquiry.locale });
  if (body === null || body === undefined) return own(id);
  // The store gives back what `publish` wrote: a body of this kind.
  const one = { kind, id, body } as AtlasRecord;
  const said = (of: Kind, record: string, field: string, source: string, before = ""): RecordName => {
    const { text, lang } = inquiry.say(of, record, field, source);
    return { words: `${before}${before && text ? " · " : ""}${text}` || id, lang };
  };
  const { catalogue } = inquiry;
  switch (one.kind) {
    case "jurisdiction":
      return own(inquiry.name(id));
    case "name":
      return own(`${one.body.name} (${one.body.of}, ${one.body.locale})`);
    case "group":
      return said("group", id, "name", one.body.name);
    case "membership":
      return own(`${inquiry.name(one.body.jurisdiction)} · ${one.body.group}`);
    case "question":
      return said("question", id, "wording", one.body.wording);
    case "coding": {
      const question = catalogue.questions.get(one.body.question);
      return said("question", one.body.question, "wording", question?.wording ?? one.body.question, inquiry.name(one.body.jurisdiction));
    }
    case "treaty-status": {
      const treaty = catalogue.treaties.get(one.body.treaty);
      return said("treaty", one.body.treaty, "title", treaty?.title ?? one.body.treaty, inquiry.name(one.body.jurisdiction));
    }
    case "obligation":
      return said("obligation", id, "trigger", one.body.trigger, inquiry.name(one.body.jurisdiction));
    case "argument":
      return said("argument", id, "claim", one.body.claim, one.body.holder);
    case "claim":
      return said("claim", id, "statement", one.body.statement);
    case "caveat":
      return said("caveat", id, "text", one.body.text);
    case "break":
      return said("break", id, "what", one.body.what, one.body.from);
    case "service":
      return said("service", id, "organisation", one.body.organisation, inquiry.name(one.body.jurisdiction));
    case "term":
      return said("term", id, "term", one.body.term);
    case "source":
      return { words: one.body.title, lang: one.body.language || "en" };
    case "row": {
      const dataset = catalogue.datasets.get(one.body.dataset);
      const cells = id.split("/").slice(1).join(", ");
      return said("dataset", one.body.dataset, "title", dataset?.title ?? one.body.dataset, cells);
    }
    case "text":
      return own(`${one.body.record} · ${one.body.field} (${one.body.locale})`);
    case "package":
    case "scale":
      return own(id);
    default:
      return said(one.kind, id, "title", one.body.title);
  }
}
