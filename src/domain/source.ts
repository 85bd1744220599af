import { createHash } from "node:crypto";
import { z } from "zod";
import { Day } from "./date.ts";
import { Id, MaybeWords, Words } from "./id.ts";

/** Who speaks in a source, strongest first. It does not say whether the text is current. */
const GRADES = ["primary-law", "official-summary", "intergovernmental", "expert-ngo", "academic", "law-firm", "press", "blog-or-copy"] as const;
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

/** A page or document that a statement of the record rests on. */
export const Source = z.strictObject({
  id: Id,
  url: z.url({ protocol: /^https?$/ }).describe("address at which it was read"),
  title: Words.describe("title of the page, often descriptive"),
  publisher: MaybeWords.describe("who publishes it; empty when not known"),
  language: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$/, "not a BCP 47 language")
    .describe("BCP 47; empty when not known"),
  grade: Grade,
  reason: Words.describe("why it has this grade"),
  read: Day.describe("day on which it was last read"),
  note: MaybeWords,
});
export type Source = z.infer<typeof Source>;

/** Where a statement stands: a source, the day it was read, and the place in it. */
export const Citation = z.strictObject({
  source: Id.describe("id of the source"),
  read: Day.describe("day on which the source was read for this statement"),
  instrument: z
    .union([Id, z.literal("")])
    .default("")
    .describe("id of the law, when the record holds it"),
  provision: MaybeWords.regex(/^[^|\n]*$/, "holds a bar or a line break; use commas")
    .default("")
    .describe("article, section or paragraph"),
  note: MaybeWords.regex(/^[^\n]*$/, "holds a line break; write it on one line").default(""),
});
export type Citation = z.infer<typeof Citation>;

/** Citations of a record: none is not possible. */
export const Citations = z.array(Citation).min(1, "a citation is missing: name the source and the day it was read");

/**
 * The address without what does not change the page: scheme, `www.`, a slash at the end, `utm_` parameters, fragment.
 * Two addresses that normalise alike are one source.
 * @throws {TypeError} when the text is not an address.
 */
export function normalUrl(url: string): string {
  const { host, pathname, search } = new URL(url);
  const kept = search
    .slice(1)
    .split("&")
    .filter((one) => one !== "" && !one.startsWith("utm_"));
  const query = kept.length > 0 ? `?${kept.join("&")}` : "";
  return `${bareHost(host)}${pathname.replace(/\/+$/, "")}${query}`;
}

/** The id of the source at this address: its host and the first eight hexadecimal digits of a hash. */
export function sourceId(url: string): string {
  const slug = bareHost(new URL(url).host).replace(/[^a-z0-9]+/g, "-");
  return `${slug}-${createHash("sha256").update(normalUrl(url), "utf8").digest("hex").slice(0, 8)}`;
}

function bareHost(host: string): string {
  // A name may end with the dot of the root; it is the same host.
  return host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
}
