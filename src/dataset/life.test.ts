import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Instrument } from "../domain/instrument.ts";
import { type Phase, phasesOf } from "../domain/life.ts";
import { diskFiles, memoryFiles } from "./disk.ts";
import { readFiles } from "./read.ts";

const STATUSES: Readonly<Record<Phase["phase"], readonly Instrument["status"][]>> = {
  making: ["proposed", "adopted"],
  force: ["in-force"],
  over: ["superseded", "expired", "failed"],
};

describe("the lives of the record's instruments", () => {
  let instruments: Instrument[] = [];
  let date = "";
  beforeAll(async () => {
    const disk = diskFiles(fileURLToPath(new URL("../../data", import.meta.url)));
    const kept = (await disk.list()).filter((path) => path.startsWith("instruments/") || path === "datapackage.json");
    const texts = new Map(await Promise.all(kept.map(async (path) => [path, await disk.read(path)] as const)));
    const { records } = await readFiles(memoryFiles(texts));
    instruments = records.flatMap((one) => (one.kind === "instrument" ? [one.body] : []));
    date = records.flatMap((one) => (one.kind === "package" ? [one.body.date] : []))[0] ?? "";
  });

  test("what the stages tell is what the record says of each on the date of the data", () => {
    expect(instruments.length).toBeGreaterThan(100);
    const apart = instruments.filter((one) => {
      const phase = phasesOf(one).findLast((span) => span.from <= date);
      return phase && !STATUSES[phase.phase].includes(one.status);
    });
    expect(apart.map((one) => one.id)).toEqual([]);
  });

  test("a dossier is led by an instrument that belongs to no other", () => {
    const led = new Map(instruments.map((one) => [one.id, one.dossier]));
    const wrong = instruments.filter((one) => one.dossier !== undefined && (!led.has(one.dossier) || led.get(one.dossier) !== undefined));
    expect(wrong.map((one) => one.id)).toEqual([]);
  });

  test("phases follow each other without gap or overlap", () => {
    for (const one of instruments) {
      const phases = phasesOf(one);
      for (const [index, phase] of phases.entries()) {
        if (phase.to !== null) expect(phase.to >= phase.from).toBe(true);
        const next = phases[index + 1];
        if (next) expect(phase.to !== null && phase.to < next.from).toBe(true);
      }
    }
  });
});
