import { expect, it } from "vitest";
import { guidancePieces } from "./guidance.tsx";

const NAMES = new Map([
  ["partial", "In part"],
  ["no", "No"],
  ["none", "Not defined"],
  ["other-terms", "Only through other offences"],
]);

it("names answers by their labels where guidance names them by their ids", () => {
  expect(guidancePieces("Whole images. other-terms: only broader offences. none: neither exists.", NAMES)).toEqual([
    { label: "", text: "Whole images." },
    { label: "Only through other offences", text: "only broader offences." },
    { label: "Not defined", text: "neither exists." },
  ]);
  expect(guidancePieces("partial: some services. no also where a court blocks the duty.", NAMES)).toEqual([
    { label: "In part", text: "some services." },
    { label: "No", text: "also where a court blocks the duty." },
  ]);
});

it("leaves other words as they are", () => {
  for (const text of ["Whole years; none where there is no such age.", "The note: no more than that.", "Nonetheless: yes."])
    expect(guidancePieces(text, NAMES)).toEqual([{ label: "", text }]);
  expect(guidancePieces("partial: a", new Map())).toEqual([{ label: "", text: "partial: a" }]);
});

it("cuts after the marks of other scripts too", () => {
  const names = new Map([
    ["部分", "部分"],
    ["いいえ", "いいえ"],
    ["لا", "لا"],
  ]);
  expect(guidancePieces("全部图像。部分：仅部分行为。", names)).toEqual([
    { label: "", text: "全部图像。" },
    { label: "部分", text: "仅部分行为。" },
  ]);
  expect(guidancePieces("نصوص؛ لا: غير موجود", names)).toEqual([
    { label: "", text: "نصوص" },
    { label: "لا", text: "غير موجود" },
  ]);
});
