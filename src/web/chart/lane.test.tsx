import { describe, expect, test } from "vitest";
import { LaneRow, LaneYears, laneAxis } from "./lane.tsx";

const DAY = "2026-11-22";

describe("the axis of lanes", () => {
  test("begins with the year of the first date, but at most 25 years before the day", () => {
    expect(laneAxis(["2018-12-11", "2026-04-03"], DAY).from).toBe("2018-01-01");
    expect(laneAxis(["1860", "2026-04-03"], DAY).from).toBe("2001-01-01");
  });

  test("holds what lies ahead, and keeps every place within the frame", () => {
    const axis = laneAxis(["1860", "2028-01-01"], DAY);
    expect(axis.at("1860")).toBe(0);
    expect(axis.at("2028-01-01")).toBeGreaterThan(axis.at(DAY));
    expect(axis.at("2100-01-01")).toBe(100);
    expect(axis.years.every(({ at }) => at >= 3 && at <= 96)).toBe(true);
  });
});

describe("a lane", () => {
  const axis = laneAxis(["2020-12-21", "2028-01-01"], DAY);

  test("a bar that lasts ends at the day; one with a later end goes on, lighter", () => {
    const lasting = String(<LaneRow axis={axis} bars={[{ from: "2021-01-01", to: null, look: "a-yes" }]} day={DAY} />);
    expect(lasting.match(/<rect/g)).toHaveLength(1);
    const ending = String(<LaneRow axis={axis} bars={[{ from: "2021-01-01", to: "2027-06-30", look: "a-yes" }]} day={DAY} />);
    expect(ending.match(/class="a-yes ahead"/g)).toHaveLength(1);
  });

  test("days without an answer stay empty between bars", () => {
    const svg = String(
      <LaneRow
        axis={axis}
        bars={[
          { from: "2020-12-21", to: "2021-08-01", look: "a-no" },
          { from: "2023-01-01", to: null, look: "a-yes" },
        ]}
        day={DAY}
      />,
    );
    const [first, second] = [...svg.matchAll(/x="([\d.]+)%" y="4" width="([\d.]+)%"/g)].map((one) => [Number(one[1]), Number(one[2])]);
    expect((first?.[0] ?? 0) + (first?.[1] ?? 0)).toBeLessThan(second?.[0] ?? 0);
    expect(svg).not.toMatch(/style=|NaN|undefined/);
  });

  test("what ended before the axis begins is not drawn; a day is still to be seen", () => {
    const old = laneAxis(["1990-01-01"], DAY);
    expect(String(<LaneRow axis={old} bars={[{ from: "1990-01-01", to: "1995-01-01", look: "a-yes" }]} day={DAY} />)).not.toContain("<rect");
    expect(String(<LaneRow axis={old} bars={[{ from: "2010-01-01", to: "2010-01-01", look: "a-yes" }]} day={DAY} />)).toContain('width="0.4%"');
  });

  test("marks tell ends and what is ahead apart; the years name the day", () => {
    const svg = String(
      <LaneRow
        axis={axis}
        marks={[
          { date: "2021", end: false },
          { date: "2026-04-03", end: true },
          { date: "2027", end: false },
        ]}
        day={DAY}
      />,
    );
    expect(svg.match(/class="end"/g)).toHaveLength(1);
    expect(svg.match(/class="ahead"/g)).toHaveLength(1);
    expect(String(<LaneYears axis={axis} day={DAY} words="today" />)).toContain(">today<");
  });
});
