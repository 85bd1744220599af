import { type AtlasRecord, KINDS, type Kind, type Kinds } from "../../domain/record.ts";
import type { Text } from "../../domain/text.ts";
import { buildCatalogue, CATALOGUE_KINDS, type Catalogue } from "../catalogue.ts";
import type { Sql } from "../sql.ts";

/** The current records of these kinds, in the record's order: by kind, then `order` where there is one, then id. */
export async function currentRecords(sql: Sql, kinds: readonly Kind[] = KINDS): Promise<AtlasRecord[]> {
  const rows = await sql.all<{ kind: Kind; id: string; body: Kinds[Kind] }>(
    "SELECT kind, record_id AS id, body FROM record.latest WHERE kind = ANY ($1::text[])",
    [kinds],
  );
  return (rows as AtlasRecord[]).sort(byRecordOrder);
}

/** The record's small kinds as they stand now. */
export async function readCatalogue(sql: Sql): Promise<Catalogue> {
  const records = await currentRecords(
    sql,
    CATALOGUE_KINDS.filter((kind) => kind !== "text"),
  );
  // Translations are the greater part: they come as one text a language and kind, which is parsed for its first reader.
  const rows = await sql.all<{ name: string; texts: string }>("SELECT name, texts FROM record.translation");
  const unread = new Map(rows.map(({ name, texts }) => [name, texts]));
  return buildCatalogue(records, (locale, kind) => {
    const name = `${locale}.${kind}`;
    const texts = unread.get(name);
    unread.delete(name);
    return texts === undefined ? [] : (JSON.parse(texts) as Kept[]).map(([record, field, text, of, state]) => ({ record, field, text, of, state }));
  });
}

/** A translation as the database gives it. */
type Kept = readonly [record: string, field: string, text: string, of: string, state: Text["state"]];

/** The catalogue of a record that is given whole, in any order. */
export function catalogueOf(records: Iterable<AtlasRecord>): Catalogue {
  const held: ReadonlySet<Kind> = new Set(CATALOGUE_KINDS);
  return buildCatalogue([...records].filter((one) => held.has(one.kind)).sort(byRecordOrder));
}

const RANK = new Map(KINDS.map((kind, index) => [kind, index]));

/** Compares two records by the record's order. */
function byRecordOrder(one: Ordered, other: Ordered): number {
  return rank(one) - rank(other) || order(one) - order(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

interface Ordered {
  readonly kind: Kind;
  readonly id: string;
  readonly body: Kinds[Kind] | null;
}

function rank(one: Ordered): number {
  return RANK.get(one.kind) ?? 0;
}

function order(one: Ordered): number {
  return one.body && "order" in one.body && typeof one.body.order === "number" ? one.body.order : 0;
}
