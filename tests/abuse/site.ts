import { RESOURCES } from "../../src/api/resources.ts";
import { Campaign } from "../../src/domain/campaign.ts";
import type { Desk } from "../../src/store/desk/desk.ts";
import { openText } from "../../src/store/desk/letter.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { load } from "../../src/store/load.ts";
import { makeGuard } from "../../src/web/guard.ts";
import { translator } from "../../src/web/message/translate.ts";
import { ROUTES } from "../../src/web/route.ts";
import { makeSite } from "../../src/web/site.ts";
import type { Part } from "../../src/web/visit.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { CITATION, record, smallRecord } from "../setup/record.ts";

/** A site with a place for what readers leave, a small record, and a clock that the test sets. */
export interface OpenSite {
  readonly database: TestDatabase;
  readonly desk: Desk;
  readonly part: Part;
  /** Milliseconds since the epoch. */
  now: number;
  get(path: string): Promise<Answer>;
  /** Posts a form as a program would, from an address. */
  post(path: string, fields: Readonly<Record<string, string>>, from?: string): Promise<Answer>;
  /** A stamp that a form was shown with so many seconds ago. */
  stamp(form: string, age?: number): string;
  count(table: string, where?: string): Promise<number>;
  /** The links of the mails that wait, the oldest first. */
  links(): Promise<string[]>;
}

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly etag: string;
}

const CAMPAIGN = Campaign.parse({
  id: "call",
  title: "A call",
  summary: "It calls.",
  organisations: ["Example"],
  opens: "2026-01-01",
  closes: "2027-12-31",
  archived: false,
  jurisdictions: ["FR"],
  topics: ["law"],
  instruments: [],
  positions: [],
  updates: [],
  letter: { addressees: ["Parliament"], text: "Act.", signers: ["persons"], signatories: [], citations: [] },
  petition: null,
  appeal: null,
  shares: [],
  counts: [],
  later: [],
  citations: [CITATION],
  confidence: "looked-up",
  review: "unreviewed",
  flags: [],
  doubt: "",
});

export async function openSite(): Promise<OpenSite> {
  const database = await makeDatabase();
  const store = await database.open({ connections: 8 });
  await load(store, [...smallRecord(), record("campaign", CAMPAIGN)], "one");
  const desk = store.desk(sealWith("a secret of a site that is used in tests only"));
  const part: Part = { desk, guard: makeGuard(desk), mail: true };
  const open = { now: Date.parse("2026-11-22T12:00:00Z") };
  const site = makeSite({
    reader: store.reader,
    clock: () => new Date(open.now),
    resources: RESOURCES,
    version: "1.2.3",
    routes: ROUTES,
    assets: { style: "/s.css", script: "/s.js", sprite: "/s.svg", places: {}, files: new Map(), methods: async () => [] },
    origin: "https://atlas.example",
    words: translator,
    find: async () => ({ total: 0, hits: [], facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() }, places: [], corrected: [], words: [] }),
    suggest: () => [],
    part,
    from: (request) => request.headers.get("x-from") ?? "",
    ready: async () => true,
    report: (error) => {
      throw error;
    },
  });
  const answered = async (response: Response): Promise<Answer> => ({
    status: response.status,
    html: await response.text(),
    etag: response.headers.get("etag") ?? "",
  });
  return Object.assign(open, {
    database,
    desk,
    part,
    get: async (path: string) => answered(await site.request(path)),
    post: async (path: string, fields: Readonly<Record<string, string>>, from = "192.0.2.1") =>
      answered(
        await site.request(path, {
          method: "POST",
          body: new URLSearchParams(fields).toString(),
          headers: { "content-type": "application/x-www-form-urlencoded", "x-from": from },
        }),
      ),
    stamp: (form: string, age = 60) => part.guard.stamp(form, new Date(open.now - age * 1000)).stamp,
    count: async (table: string, where = "true") => {
      const [row] = await desk.sql.all<{ count: number }>(`SELECT count(*) AS count FROM desk.${table} WHERE ${where}`);
      return row?.count ?? 0;
    },
    links: async () => {
      const rows = await desk.sql.all<{ said: { link: string } }>("SELECT said FROM desk.mail WHERE said ? 'link' ORDER BY id");
      return rows.map(({ said }) => openText(desk.seal, said.link));
    },
  });
}

/** A form that anyone may fill in: where it stands, its name to the guard, and fields that can be taken. */
export interface OpenForm {
  readonly path: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Name of the field for the address. */
  readonly address: string;
  /** Where what is taken ends up. */
  readonly table: string;
}

export const FORMS: readonly OpenForm[] = [
  {
    path: "/en/feedback",
    name: "feedback",
    fields: { page: "/en/questions/def-csam", what: "The day is wrong.", suggested: "2009", source: "https://example.org/law", email: "a@example.org" },
    address: "email",
    table: "feedback",
  },
  {
    path: "/en/alerts",
    name: "alert",
    fields: { place: "BR", rhythm: "daily", language: "en", address: "a@example.org" },
    address: "address",
    table: "person",
  },
  {
    path: "/en/campaigns/call/sign",
    name: "sign",
    fields: { what: "letter", signer: "persons", name: "Ada Example", office: "", place: "FR", email: "a@example.org" },
    address: "email",
    table: "signature",
  },
];
