import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MODELS } from "./model.ts";
import { numbered } from "./period.ts";
import { placeboOf } from "./placebo.ts";
import { sensitivityOf } from "./sensitivity.ts";
import { type Asked, type Point, type Study, studyOf } from "./study.ts";

const SICILY: readonly Point[] = readFileSync("tests/validation/sicily.csv", "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.replaceAll('"', "").split(","))
  .map(([year = "", month = "", aces, , , , stdpop]) => {
    const period = `${year}-${month.padStart(2, "0")}`;
    return { period, index: numbered(period)?.index ?? 0, value: Number(aces), offset: Math.log(Number(stdpop) / 1e5) };
  });
const ASKED: Asked = { unit: "month", at: "2005-01-10", model: "quasi-poisson", harmonics: 0, slope: false, breaks: [] };

function study(other: Partial<Asked> = {}): Study {
  const found = studyOf(SICILY, { ...ASKED, ...other });
  if (found.kind !== "study") throw new Error(`no study: ${found.kind}`);
  return found;
}
const five = (value: number): string => value.toFixed(5);

describe("the smoking ban of Sicily (Lopez Bernal, Cummins and Gasparrini 2017, corrected version)", () => {
  it("has 59 months", () => expect(SICILY).toHaveLength(59));

  it("gives the step model to five digits", () => {
    const { step, dispersion, trend } = study();
    expect([step.ratio, ...step.interval, dispersion, trend.value].map(five)).toEqual(["0.89438", "0.83919", "0.95319", "3.55919", "1.06114"]);
  });

  it("gives the Poisson interval of the step model to five digits", () => {
    const { step, dispersion } = study();
    const half = Math.log(step.interval[1] / step.interval[0]) / 2 / Math.sqrt(dispersion);
    expect([step.ratio * Math.exp(-half), step.ratio * Math.exp(half)].map(five)).toEqual(["0.86469", "0.92509"]);
  });

  it("gives the model with season to five digits", () => {
    const { step, dispersion, trend } = study({ harmonics: 2 });
    expect([step.ratio, ...step.interval, dispersion, trend.value].map(five)).toEqual(["0.88507", "0.83940", "0.93323", "2.26219", "1.06681"]);
  });

  it("gives the coefficients with a change of slope to six digits", () => {
    const { coefficients } = study({ harmonics: 2, slope: true });
    const of = (name: string) => coefficients.filter((one) => one.name === name).map((one) => [one.estimate.toFixed(6), one.error.toFixed(6)])[0];
    expect([of("step"), of("time"), of("step×time")]).toEqual([
      ["-0.185219", "0.083561"],
      ["0.005103", "0.000875"],
      ["0.001482", "0.001855"],
    ]);
  });

  it("draws the counterfactual above the fitted line after the ban, and on it before", () => {
    const { lines } = study({ harmonics: 2 });
    expect(lines.filter((line) => line.after).every((line) => Math.abs(line.fitted / line.counterfactual - 0.88507) < 1e-5)).toBe(true);
    expect(lines.filter((line) => !line.after).every((line) => line.fitted === line.counterfactual)).toBe(true);
  });

  it("finds few placebo dates with as large a step, and other ways of asking nearby", () => {
    const found = study({ harmonics: 2 });
    expect(placeboOf(SICILY, found)?.share).toBeLessThan(0.1);
    const variants = sensitivityOf(SICILY, { ...ASKED, harmonics: 2 }, []);
    expect(variants.map((one) => one.change)).toEqual(
      expect.arrayContaining(["as-asked", "no-season", "late-base", "window", "model-linear", "model-negative-binomial"]),
    );
    for (const one of variants) expect(one.ratio).toBeGreaterThan(0.8);
    for (const one of variants) expect(one.ratio).toBeLessThan(1);
  });

  it("gives similar steps with the other models", () => {
    for (const model of MODELS) expect(Math.abs(study({ model, harmonics: 2 }).step.ratio - 0.885)).toBeLessThan(0.02);
    expect(study({ model: "negative-binomial", harmonics: 2 }).theta).toBeGreaterThan(100);
  });
});
