import { describe, expect, it } from "vitest";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Service } from "../../domain/service.ts";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, place, type Sample } from "../sample.ts";
import { serviceResource } from "./resource.ts";
import { serviceList } from "./view.ts";

function service(part: Partial<Service> & Pick<Service, "id" | "jurisdiction">): AtlasRecord {
  const body: Service = {
    organisation: part.id,
    kind: "hotline",
    url: "",
    phone: "",
    languages: [],
    inhope: "",
    confirmed: "",
    source: "law",
    read: "2026-11-01",
    flags: [],
    note: "",
    ...part,
  };
  return { kind: "service", id: part.id, body };
}

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    place("AA-X", { kind: "subdivision", parent: "AA" }),
    service({ id: "hotline", jurisdiction: "AA" }),
    service({ id: "helpline", jurisdiction: "AA", kind: "helpline", phone: "116" }),
    service({ id: "anywhere", jurisdiction: "BB", kind: "removal-service", note: "Images taken before age 18; usable worldwide." }),
  ],
  answers: [],
};

describe("services", () => {
  it("stand by place, with someone to talk to first", () => {
    const list = serviceList(inquiryInto(sample, { place: "AA" }));
    expect(list.groups.map((group) => group.services.map((one) => one.id))).toEqual([["helpline", "hotline"]]);
    expect(list.worldwide.map((one) => one.id)).toEqual(["anywhere"]);
  });

  it("include those of the state above, and list a service once", () => {
    expect(serviceList(inquiryInto(sample, { place: "AA-X" })).groups.map((group) => group.jurisdiction)).toEqual(["AA"]);
    expect(serviceList(inquiryInto(sample, { place: "BB" })).worldwide).toEqual([]);
  });

  it("count every service when no place is chosen, and refuse a place or kind that is none", async () => {
    expect(serviceList(inquiryInto(sample)).total).toBe(3);
    expect(serviceList(inquiryInto(sample, { kind: "helpline" })).total).toBe(1);
    expect(() => serviceList(inquiryInto(sample, { kind: "x" }))).toThrow(Fault);
    const { table } = await serviceResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(3);
    expect(table.rows.find((row) => row.service === "hotline")).toMatchObject({ phone: null, confirmed: null, worldwide: null });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });
});
