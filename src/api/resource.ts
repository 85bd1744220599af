import type { Feed } from "./feed/feed.ts";
import type { About } from "./file/about.ts";
import type { Inquiry } from "./inquiry.ts";

/** A cell of a table. Null is "not in the record": an empty cell in CSV, null in JSON. */
export type Cell = string | number | null;

/** A tidy table: one header, one row a fact. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<Readonly<Record<string, Cell>>>;
}

/** What a view offers for download. */
export interface Download {
  readonly table: Table;
  /** The JSON body; the rows of the table when it is left out. */
  readonly data?: unknown;
  /** What must be read with the figures. */
  readonly caveats?: readonly string[];
  /** What an answer differs by besides the revision and the day, where it holds more than the record; part of its ETag. */
  readonly mark?: string;
  /** What must be known to read the table outside of the site. With it the table is offered as a workbook, as Parquet, and with metadata beside its CSV. */
  readonly about?: About;
}

/** A kind of record as the API serves it: `/api/{name}` and `/api/{name}/{id}`, in JSON and CSV; what says of itself what it is about, in the other forms too. */
export interface Resource {
  readonly name: string;
  list(inquiry: Inquiry): Promise<Download>;
  /** Null when there is no such record. */
  one?(inquiry: Inquiry, id: string): Promise<Download | null>;
  /**
   * The dates of the list as a calendar (RFC 5545), at `/api/{name}.ics`; those of one record at `/api/{name}/{id}.ics`, where
   * the calendar takes an id. `origin` is what addresses in it begin with. Null when there is no such record.
   */
  calendar?(inquiry: Inquiry, origin: string, id?: string): Promise<string | null>;
  /** Whether the calendar takes the id of one record. */
  readonly calendars?: boolean;
  /** What is new in the list, for programs that look for it: `/api/{name}.atom`, `.rss` and `.feed.json`. */
  feed?(inquiry: Inquiry): Promise<Feed>;
}
