import type { Kind } from "../../domain/record.ts";
import { type Correction, type CorrectionLog, correctionLog, type Waiting } from "../../store/desk/feedback.ts";
import type { RecordName } from "../history/name.ts";
import { recordName } from "../history/name.ts";
import type { Inquiry } from "../inquiry.ts";
import { pageBody, pathOfRecord } from "../subject.ts";

/** A record as the log names it. `path` is empty when it has no page any more. */
export interface Named {
  readonly name: RecordName;
  /** Below the locale. */
  readonly path: string;
}

/** The log of corrections with the names of its records; null where the site has no place for what readers leave. */
export interface CorrectionView {
  readonly corrections: ReadonlyArray<Correction & { readonly about: Named | null }>;
  readonly waiting: ReadonlyArray<Waiting & { readonly about: Named | null }>;
  /** How many reports wait for a first look. */
  readonly open: number;
}

/** What was asked, decided and changed; nothing of it is a sender's word. */
export async function correctionView(inquiry: Inquiry): Promise<CorrectionView | null> {
  if (!inquiry.desk) return null;
  const { corrections, waiting }: CorrectionLog = await correctionLog(inquiry.desk);
  return {
    corrections: corrections.map((one) => ({ ...one, about: nameOf(inquiry, one.kind, one.record) })),
    waiting: waiting.map((one) => ({ ...one, about: nameOf(inquiry, one.kind, one.record) })),
    open: waiting.reduce((sum, one) => sum + one.count, 0),
  };
}

/** A record by its name; null for pages that are of no record. */
export function nameOf(inquiry: Inquiry, kind: string, id: string): Named | null {
  if (!kind) return null;
  const body = pageBody(inquiry.catalogue, kind, id);
  return { name: recordName(inquiry, kind as Kind, id, body ?? null), path: body ? pathOfRecord(kind, id) : "" };
}
