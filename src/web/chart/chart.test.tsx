import { describe, expect, test } from "vitest";
import { timeAxis } from "./axis.ts";
import { BarChart } from "./bar.tsx";
import { BundleRow, TimeLine } from "./timeline.tsx";

describe("bars", () => {
  const bars = [
    { label: "2019", value: 100, text: "100", soft: false },
    { label: "2020", value: null, text: "fewer than 50", soft: false },
    { label: "2021", value: 0, text: "0", soft: false },
  ];
  test("a missing or suppressed figure is a gap with words; zero is a number without a bar", () => {
    const svg = String(<BarChart bars={bars} title="Reports" />);
    expect(svg.match(/<rect/g)).toHaveLength(1);
    expect(svg.match(/class="gap"/g)).toHaveLength(1);
    expect(svg).toContain("fewer than 50");
    expect(svg).toContain('aria-label="Reports"');
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });
});

describe("bars with a break", () => {
  test("a break is a line with words, falls are drawn by their size, labels have room", () => {
    const svg = String(
      <BarChart
        title="Change"
        bars={[
          { label: "the first three weeks", value: -46, text: "−46%", soft: true },
          { label: "2021", value: -23, text: "−23%", soft: false, rule: "break in the series" },
        ]}
      />,
    );
    const widths = [...svg.matchAll(/<rect[^>]* width="(\d+)"/g)].map((found) => Number(found[1]));
    expect(widths[0]).toBeGreaterThan(0);
    expect(Math.abs((widths[0] ?? 0) - 2 * (widths[1] ?? 0))).toBeLessThanOrEqual(1);
    expect(svg).toContain("break in the series");
    expect(svg.match(/class="now"/g)).toHaveLength(2);
    expect(svg).toMatch(/viewBox="0 0 4\d\d 72"/);
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });
});

describe("time line", () => {
  const marks = [
    { date: "2021-08-02", label: "in force", end: false },
    { date: "2026-04-03", label: "expired", end: true },
    { date: "2027", label: "applies", end: false },
  ];
  test("draws every stage, today, and what lies ahead lighter", () => {
    const phases = [
      { phase: "force", from: "2021-08-02", to: "2026-04-03" },
      { phase: "over", from: "2026-04-04", to: null },
    ] as const;
    const svg = String(<TimeLine marks={marks} phases={phases} day="2026-11-22" dayLabel="today" title="Life of the law" />);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/class="ahead"/g)).toHaveLength(1);
    expect(svg.match(/class="phase force"/g)).toHaveLength(1);
    expect(svg.match(/class="phase over/g)).toHaveLength(2);
    expect(svg).toContain(">today<");
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });
  test("the line stops where the law ended", () => {
    const axis = timeAxis(["2021-08-02", "2026-04-03"], "2026-11-22", 720, 12);
    const svg = String(<BundleRow axis={axis} marks={marks.slice(0, 2)} today="2026-11-22" />);
    expect(svg).toContain(`H${axis.at("2026-04-03")}"`);
    expect(axis.at("2026-11-22")).toBeGreaterThan(axis.at("2026-04-03"));
  });
  test("a law with one date still has an axis", () => {
    const axis = timeAxis(["2026-11-22"], "2026-11-22", 720, 12);
    expect(Number.isFinite(axis.at("2026-11-22"))).toBe(true);
  });
});
