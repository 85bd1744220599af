import { expect, it } from "vitest";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Update } from "../../domain/update.ts";
import { answer, FRAME, inquiryInto, place, question } from "../sample.ts";
import { homeView } from "./view.ts";

const update = (id: string, part: Partial<Update>): AtlasRecord => ({
  kind: "update",
  id,
  body: {
    id,
    date: "2026-01-01",
    jurisdictions: ["AA"],
    topics: ["offences"],
    kind: "consultation",
    title: id,
    summary: id,
    opens: "",
    closes: "",
    actors: [],
    figures: [],
    links: [],
    instruments: [],
    citations: [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }],
    flags: [],
    doubt: "",
    ...part,
  },
});

it("shows what is open first, the nearest end first, and counts blanks as blanks", async () => {
  const view = await homeView(
    inquiryInto({
      records: [
        ...FRAME,
        place("AA"),
        place("BB"),
        place("EU", { kind: "supranational" }),
        question({ id: "crime" }),
        update("late", { closes: "2027-02-01" }),
        update("soon", { closes: "2026-11-22" }),
        update("over", { closes: "2026-11-21" }),
        update("unopened", { opens: "2026-12-01", closes: "2026-12-31" }),
        update("issue", { kind: "emerging-issue" }),
        update("heard", { kind: "hearing" }),
      ],
      answers: [answer("AA", "crime", "yes"), answer("EU", "crime", "yes")],
    }),
  );
  expect(view.closing.map((one) => one.id)).toEqual(["soon", "late"]);
  expect(view.closed.map((one) => one.id)).toEqual(["over"]);
  expect(view.emerging.map((one) => one.id)).toEqual(["issue"]);
  expect(view.voices.map((one) => one.id)).toEqual(["heard"]);
  expect(view.filled).toEqual({ coded: 1, all: 2 });
});
