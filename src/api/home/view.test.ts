import { expect, it } from "vitest";
import { answer, FRAME, inquiryInto, place, question, update } from "../sample.ts";
import { homeView } from "./view.ts";

it("shows what is open first, the nearest end first, and counts blanks as blanks", async () => {
  const view = await homeView(
    inquiryInto({
      records: [
        ...FRAME,
        place("AA"),
        place("BB"),
        place("EU", { kind: "supranational" }),
        question({ id: "crime" }),
        update({ id: "late", closes: "2027-02-01" }),
        update({ id: "soon", closes: "2026-11-22" }),
        update({ id: "over", closes: "2026-11-21" }),
        update({ id: "unopened", opens: "2026-12-01", closes: "2026-12-31" }),
        update({ id: "issue", kind: "emerging-issue" }),
        update({ id: "heard", kind: "hearing" }),
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
