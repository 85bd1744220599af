import pg from "pg";
import { inquiryOf } from "../src/api/app.ts";
import { liveReader } from "../src/store/query/live.ts";
import { TYPES } from "../src/store/sql.ts";
import type { Assets } from "../src/web/asset.ts";
import { translator } from "../src/web/message/translate.ts";
import type { Visit } from "../src/web/visit.ts";
import { visitOf } from "../src/web/visitor.ts";

/** Makes a visit of a jurisdiction's page in English, with the product's own queries behind it. */
export type VisitOf = (code: string, origin: string) => Promise<Visit>;

/**
 * The data side that every renderer shares: pool, prepared statements, catalogue, view, messages. What is compared
 * is therefore the way from the view to bytes, and the server around it.
 */
export function visits(url: string, assets: Assets): VisitOf {
  const pool = new pg.Pool({ connectionString: url, types: TYPES, max: 10 });
  const reader = liveReader(pool, { listening: () => true, heard: () => 0 });
  const parts = { reader, clock: () => new Date(), words: translator, find: () => Promise.reject(new Error("The bench does not search.")) };
  return async (code, origin) =>
    visitOf(await inquiryOf(parts, "en", new URLSearchParams()), { assets, path: `/jurisdictions/${code}`, origin, params: { code } });
}
