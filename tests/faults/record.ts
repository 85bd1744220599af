import type { AtlasRecord } from "../../src/domain/record.ts";
import { coding, row, smallRecord } from "../setup/record.ts";

/** Two states of a record that differ in many places: changed, added and removed codings, rows, treaty statuses and text. */
export function faultRecord(state: "old" | "new"): AtlasRecord[] {
  const fresh = state === "new";
  const records = smallRecord().filter((one) => !fresh || one.id !== "convention-fr");
  for (let year = 0; year < 300; year += 1) {
    const from = `${1700 + year}-01-01`;
    if (fresh && year % 7 === 0) continue;
    records.push(
      coding({
        id: `eu-age-${year}`,
        jurisdiction: "EU",
        question: "age-limit",
        answer: String((year + (fresh ? 1 : 0)) % 30),
        from,
        to: `${1700 + year}-12-31`,
        note: fresh ? "as amended" : "",
      }),
    );
    records.push(row("EU", String(1700 + year), String(fresh ? year * 2 : year)));
  }
  return records;
}
