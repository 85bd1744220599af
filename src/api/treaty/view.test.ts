import { describe, expect, it } from "vitest";
import type { TreatyStatus } from "../../domain/treaty.ts";
import { FRAME, inquiryInto, place, type Sample } from "../sample.ts";
import { treatyResource } from "./resource.ts";
import { treatyList, treatyView } from "./view.ts";

function status(jurisdiction: string, part: Partial<TreatyStatus> = {}): TreatyStatus {
  return {
    id: `t-${jurisdiction.toLowerCase()}`,
    treaty: "t",
    jurisdiction,
    status: "party",
    signed: "",
    ratified: "2001",
    asOf: "2026-06",
    note: "",
    source: "law",
    read: "2026-11-01",
    ...part,
  };
}

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    place("CC"),
    {
      kind: "treaty",
      id: "t",
      body: {
        id: "t",
        order: 1,
        title: "Treaty",
        short: "T",
        topics: ["offences"],
        adopted: "2000",
        inForce: "",
        depositary: "UN",
        source: "law",
        question: "party-to-t",
        note: "",
        caveat: "Not all.",
      },
    },
  ],
  answers: [],
  statuses: [status("BB", { status: "signatory", ratified: "", asOf: "2015-03-14" }), status("AA")],
};

describe("treaties", () => {
  it("count their rows by status and keep the dates of the editions read", async () => {
    expect((await treatyList(inquiryInto(sample)))[0]).toMatchObject({
      counts: { party: 1, signatory: 1, "not-party": 0, unconfirmed: 0 },
      rows: 2,
      asOf: ["2015-03-14", "2026-06"],
    });
  });

  it("list their rows by name, and make no row for a place that the list does not name", async () => {
    const view = await treatyView(inquiryInto(sample), "t");
    expect(view?.statuses.map((one) => one.jurisdiction)).toEqual(["AA", "BB"]);
    const download = await treatyResource.one?.(inquiryInto(sample), "t");
    expect(download?.table.rows).toHaveLength(2);
    expect(download?.table.rows[1]).toMatchObject({ jurisdiction: "BB", ratified: null });
    expect(download?.caveats).toEqual(["Not all."]);
    expect(await treatyView(inquiryInto(sample), "nothing")).toBeNull();
  });
});
