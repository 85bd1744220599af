import type { Store } from "../../src/store/open.ts";

/** Sums over the whole record and over every table that is made from it; numbers of versions do not count. */
export async function sumIn(store: Store): Promise<string> {
  const rows = [
    "SELECT kind || ' ' || record_id || ' ' || hash FROM record.latest",
    "SELECT v.record_id || ' ' || a.part || ' ' || a.key || ' ' || a.valid || ' ' || a.answer || ' ' || a.state FROM record.answer a JOIN record.version v ON v.id = a.version AND v.recorded_to IS NULL",
    "SELECT p.key || ' ' || p.since || ' ' || p.last || ' ' || coalesce(p.last_end::text, '') || ' ' || v.record_id || ' ' || p.last_part FROM record.pair p LEFT JOIN record.version v ON v.id = p.last_version",
    "SELECT d::text FROM record.adoption_day d",
    "SELECT y::text FROM record.adoption_year y",
    "SELECT treaty || ' ' || jurisdiction FROM record.treaty_status",
    "SELECT row_id || ' ' || part || ' ' || coalesce(value::text, words) FROM record.observation",
    "SELECT locale || ' ' || kind || ' ' || record_id || ' ' || hash FROM record.search_document",
  ];
  const sums = rows.map((one) => `(SELECT count(*) || ' ' || sum(hashtextextended(one, 0)) FROM (${one}) AS t(one))`);
  const [found] = await store.sql.all<{ sum: string }>(`SELECT ${sums.join(" || ' / ' || ")} AS sum`);
  return found?.sum ?? "";
}
