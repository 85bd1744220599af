import { hash } from "node:crypto";
import type { Coding } from "../domain/coding.ts";
import { type Locale, SITE_LOCALES } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { copyIntoEmpty } from "../store/changeset/bulk.ts";
import type { Cell } from "../store/copy.ts";
import type { Projection } from "../store/projection.ts";
import type { Sql, Tx } from "../store/sql.ts";
import { catalogueDocuments, placeDocuments, type SearchDocument } from "./document.ts";
import { type VectorWriter, vectorWriter, type WordCount } from "./vector.ts";

const COLUMNS = ["locale", "kind", "record_id", "owner", "sort", "jurisdictions", "topics", "title", "keys", "body", "lang", "weight", "tsv", "hash"];

/** Kinds that are not searched: their changes leave the index as it is. */
const UNSEARCHED = new Set(["row", "caveat", "break", "package", "membership", "group"]);
/** Kinds whose titles are sentences that nobody types whole. */
const UNTITLED = new Set(["coding", "argument", "obligation"]);
/** When answers of more jurisdictions than this change, everything is written anew: that is quicker. */
const MANY = 60;

/** Keeps the search index of the site's languages in step with the record, in the transaction of each change. */
export const searchProjection: Projection = searchProjectionIn(SITE_LOCALES);

/** The search index in these languages. */
export function searchProjectionIn(locales: readonly Locale[]): Projection {
  return {
    name: "search",
    async apply(tx, change, catalogue) {
      const touched = new Set<string>();
      const ids: string[] = [];
      let everything = false;
      for (const { kind, id, body } of change.changes) {
        if (UNSEARCHED.has(kind)) continue;
        if ((kind === "coding" || kind === "treaty-status") && body) {
          touched.add(body.jurisdiction);
          ids.push(id);
        }
        // A title or a name is part of many documents; a removed answer no longer says whose it was.
        else everything = true;
        if (everything || touched.size > MANY) break;
      }
      if (everything || touched.size > MANY) await rebuild(tx, catalogue, locales);
      else if (touched.size > 0) await refresh(tx, catalogue, locales, [...touched], ids);
    },
  };
}

/** Works the whole index out anew and writes what differs. */
async function rebuild(tx: Tx, catalogue: Catalogue, locales: readonly Locale[]): Promise<void> {
  const codings = await answersToFind(tx, catalogue, null);
  const codes = [...catalogue.jurisdictions.keys()];
  const writer = vectorWriter();
  const rows = rowsOf(everyDocument(catalogue, codings, codes, locales), writer);
  const known = await tx.all<Known>(KNOWN);
  // Into an empty table rows go as they are made: the database writes some while the next are worked out.
  const written = known.length === 0 ? await copyIntoEmpty(tx, DOCUMENTS, COLUMNS, hashed(rows), true) : await writeDocuments(tx, rows, known);
  await writeWords(tx, writer.words(), true);
  // What is common among terms need not be known: the functions that look for them always use their indexes.
  if (written > 1000) await tx.all("ANALYZE record.search_document (locale, kind, jurisdictions, topics), record.search_term (locale, word, term)");
}

/** Works out the documents of these jurisdictions and their answers. Words that have gone stay known until the next rebuild. */
async function refresh(tx: Tx, catalogue: Catalogue, locales: readonly Locale[], codes: readonly string[], ids: readonly string[]): Promise<void> {
  const codings = await answersToFind(tx, catalogue, codes);
  const writer = vectorWriter();
  const known = await tx.all<Known>(`${KNOWN} WHERE kind IN ('coding', 'jurisdiction') AND (jurisdictions && $1::text[] OR record_id = ANY ($2::text[]))`, [
    codes,
    ids,
  ]);
  const documents = locales.flatMap((locale) => placeDocuments(catalogue, codings, codes, locale));
  await writeDocuments(tx, rowsOf(documents, writer), known);
  await writeWords(tx, writer.words(), false);
}

interface Known {
  readonly id: number;
  readonly locale: string;
  readonly kind: string;
  readonly record: string;
  readonly hash: string;
}

const DOCUMENTS = "record.search_document";
const KNOWN = `SELECT id, locale, kind, record_id AS record, hash FROM ${DOCUMENTS}`;

/** Replaces the rows that differ from the known ones, which are all that may stand for them; gives their number. */
async function writeDocuments(tx: Tx, rows: Iterable<readonly string[]>, known: readonly Known[]): Promise<number> {
  const before = new Map(known.map((one) => [`${one.locale} ${one.kind} ${one.record}`, one]));
  const written: Array<readonly Cell[]> = [];
  for (const row of hashed(rows)) {
    const key = `${row[0]} ${row[1]} ${row[2]}`;
    // What stays as it is must not be deleted.
    if (before.get(key)?.hash === row.at(-1)) before.delete(key);
    else written.push(row);
  }
  if (before.size > 0) await tx.all(`DELETE FROM ${DOCUMENTS} WHERE id = ANY ($1::bigint[])`, [[...before.values()].map((one) => one.id)]);
  if (written.length > 0) await tx.copy(DOCUMENTS, COLUMNS, written);
  return written.length;
}

/** The rows with their hash. */
function* hashed(rows: Iterable<readonly string[]>): Iterable<readonly string[]> {
  for (const row of rows) yield [...row, hash("sha1", row.join("\u0001"), "base64")];
}

/** Adds the words that the table lacks; `all` takes out those that are in no document any more. Frequencies are those of the first writing. */
async function writeWords(tx: Tx, words: readonly WordCount[], all: boolean): Promise<void> {
  const known = await tx.all<{ locale: string; word: string }>("SELECT locale, word FROM record.search_term");
  const there = new Set(known.map((one) => one.locale + one.word));
  const here = new Set(all && known.length > 0 ? words.map((one) => one.locale + one.word) : []);
  const gone = all ? known.filter((one) => !here.has(one.locale + one.word)) : [];
  if (gone.length > 0) {
    await tx.all("DELETE FROM record.search_term t USING unnest($1::text[], $2::text[]) AS g (locale, word) WHERE t.locale = g.locale AND t.word = g.word", [
      gone.map((one) => one.locale),
      gone.map((one) => one.word),
    ]);
  }
  const missing = known.length === 0 ? words : words.filter((one) => !there.has(one.locale + one.word));
  const fresh = missing.map((one) => [one.locale, one.word, one.term, one.shown, one.count]);
  const columns = ["locale", "word", "term", "shown", "frequency"];
  if (all && known.length === 0) await copyIntoEmpty(tx, "record.search_term", columns, fresh, true);
  else if (fresh.length > 0) await tx.copy("record.search_term", columns, fresh);
}

function* everyDocument(catalogue: Catalogue, codings: readonly Coding[], codes: readonly string[], locales: readonly Locale[]): Iterable<SearchDocument> {
  for (const locale of locales) {
    yield* catalogueDocuments(catalogue, locale);
    yield* placeDocuments(catalogue, codings, codes, locale);
  }
}

/**
 * One answer a jurisdiction and question: the latest that had started by the record's date, else the first to come.
 * Earlier answers are in the pair's history; a search leads to the pair.
 */
async function answersToFind(sql: Sql, catalogue: Catalogue, codes: readonly string[] | null): Promise<Coding[]> {
  const rows = await sql.all<{ body: Coding }>(
    `SELECT coalesce(c.body, v.body) AS body
       FROM record.pair p
       JOIN LATERAL (SELECT a.version, a.body FROM record.answer a WHERE a.key = p.key
                      ORDER BY coalesce(lower(a.valid) <= $1::date, false) DESC, lower(a.valid) DESC NULLS LAST LIMIT 1) c ON true
       LEFT JOIN record.version v ON v.id = c.version AND c.body IS NULL
      WHERE $2::text[] IS NULL OR p.key >> 16 IN (SELECT no FROM record.jurisdiction_number WHERE id = ANY ($2))
      ORDER BY p.key`,
    [catalogue.date || "9999-12-31", codes],
  );
  return rows.map((row) => row.body);
}

function* rowsOf(documents: Iterable<SearchDocument>, writer: VectorWriter): Iterable<readonly string[]> {
  for (const one of documents) {
    const keys = UNTITLED.has(one.kind) ? [] : [...new Set([one.title, ...one.names].map(writer.keyOf))].filter(Boolean);
    yield [
      one.locale,
      one.kind,
      one.id,
      one.owner,
      one.sort,
      list(one.jurisdictions),
      list(one.topics),
      one.title,
      list(keys),
      one.body.join(" "),
      one.lang,
      String(one.weight),
      writer.vectorOf(one),
    ];
  }
}

/** An array as PostgreSQL reads it. */
function list(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
