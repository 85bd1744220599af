import type { SiteLocale } from "../../src/domain/locale.ts";
import type { AtlasRecord } from "../../src/domain/record.ts";
import { notifyProjection } from "../../src/notify/match.ts";
import { readWatch } from "../../src/search/watch.ts";
import type { Desk } from "../../src/store/desk/desk.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import type { Store } from "../../src/store/open.ts";
import type { Cause, Change } from "../../src/store/projection.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { smallRecord } from "../setup/record.ts";

export const SECRET = "a secret of a site that is used in tests only";
export const FROM = { name: "Safeguard Atlas", address: "alerts@atlas.example" };
export const ORIGIN = "https://atlas.example";
export const SETUP = { from: FROM, origin: ORIGIN };

/** A store with a small record, and a desk. */
export interface Scene {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly desk: Desk;
  publish(changes: readonly Change[], cause: Cause): Promise<number>;
  /** Somebody who has confirmed, with watches; gives the number of the person. */
  subscribe(address: string, queries: readonly string[], more?: { locale?: SiteLocale; rhythm?: string; recodings?: boolean }): Promise<number>;
}

/** Names for the places of the small record, and an update about two of them. */
export function named(): AtlasRecord[] {
  return [
    ["BR", "en", "Brazil"],
    ["BR", "ar", "البرازيل"],
    ["FR", "en", "France"],
    ["FR", "ar", "فرنسا"],
    ["EU", "en", "European Union"],
  ].map(
    ([of = "", locale = "", name = ""]) =>
      ({ kind: "name", id: `${of}.${locale}`, body: { id: `${of}.${locale}`, of, locale, name, origin: "cldr" } }) as AtlasRecord,
  );
}

export async function openScene(): Promise<Scene> {
  const database = await makeDatabase();
  const store = await database.open({ projections: [notifyProjection], connections: 10 });
  const desk = store.desk(sealWith(SECRET));
  const publish: Scene["publish"] = async (changes, kind) =>
    (await store.publish([...changes], { role: "editor", reason: "test", kind, digest: "" })).changeset;
  await publish([...smallRecord(), ...named()], "release");
  return {
    database,
    store,
    desk,
    publish,
    async subscribe(address, queries, { locale = "en", rhythm = "at-once", recodings = false } = {}) {
      const catalogue = await store.reader.catalogue();
      const [person] = await desk.sql.all<{ id: number }>(
        "INSERT INTO desk.person (mark, address, locale, rhythm, confirmed) VALUES ($1, $2, $3, $4, now() - interval '1 hour') RETURNING id",
        [desk.seal.mark(address), desk.seal.close(address), locale, rhythm],
      );
      for (const query of queries) {
        for (const { needs, anchor, query: canonical } of readWatch(catalogue, query, locale).watches)
          await desk.sql.all("INSERT INTO desk.watch (person, query, needs, anchor, recodings, confirmed) VALUES ($1, $2, $3, $4, $5, now())", [
            person?.id,
            canonical,
            needs,
            anchor,
            recodings,
          ]);
      }
      return person?.id ?? 0;
    },
  };
}
