import { type Inquiry, timeOf } from "../api/inquiry.ts";
import type { Citation } from "../domain/source.ts";
import type { TextState } from "../domain/text.ts";
import type { Assets } from "./asset.ts";
import { translator } from "./message/translate.ts";
import type { Printer } from "./printer.ts";
import type { Part, Visit } from "./visit.ts";

/** What a visit needs beside its inquiry. */
export interface VisitParts {
  readonly assets: Assets;
  readonly path: string;
  readonly origin: string;
  readonly params: Readonly<Record<string, string>>;
  readonly printer?: Printer | null | undefined;
  readonly part?: Part | null | undefined;
  readonly from?: string;
  readonly now?: Date;
  /** Whether the reader's browser asks to save data. */
  readonly sparing?: boolean;
}

/** Turns an inquiry into a visit of one page. */
export function visitOf(inquiry: Inquiry, page: VisitParts): Visit {
  const notes: Citation[] = [];
  const numbers = new Map<string, number>();
  const marks = new Set<TextState>();
  const time = timeOf(inquiry);
  const past = Object.keys(time).length > 0;
  const link: Visit["link"] = (path, parameters) => addressOf(inquiry.locale, path, past ? { ...time, ...parameters } : parameters);
  const spared = page.sparing && inquiry.query.get("map") !== "draw";
  return {
    ...inquiry,
    ...page,
    printer: page.printer ?? null,
    part: page.part ?? null,
    from: page.from ?? "",
    now: page.now ?? new Date(`${inquiry.today}T12:00:00Z`),
    t: translator(inquiry.locale),
    notes,
    marks,
    beside: inquiry.locale !== "en" && inquiry.query.get("beside") === "en",
    time,
    past,
    link,
    spared: spared ? link(page.path, { ...Object.fromEntries(inquiry.query), map: "draw" }) : "",
    say(kind, id, field, source) {
      const said = inquiry.say(kind, id, field, source);
      marks.add(said.state);
      return said;
    },
    cite(citation) {
      const key = `${citation.source} ${citation.provision} ${citation.instrument} ${citation.read}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      notes.push(citation);
      numbers.set(key, notes.length);
      return notes.length;
    },
  };
}

function addressOf(locale: string, path: string, parameters: Readonly<Record<string, string>> | undefined): string {
  const page = `/${locale}${path === "/" ? "" : path}`;
  if (!parameters) return page;
  const entries = Object.entries(parameters).filter(([, value]) => value !== "");
  return entries.length > 0 ? `${page}?${queryOf(entries)}` : page;
}

/** What needs no escape in a query; a page holds dozens of such addresses. */
const PLAIN = /^[\w.-]*$/;

function queryOf(entries: ReadonlyArray<readonly [string, string]>): string {
  if (entries.every(([, value]) => PLAIN.test(value))) return entries.map(([name, value]) => `${name}=${value}`).join("&");
  return new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
}
