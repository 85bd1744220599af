import type { Instrument, Stage } from "../../domain/instrument.ts";
import { ends } from "../../domain/life.ts";
import type { Mark } from "./timeline.tsx";

/** The stages of an instrument as marks of a time line; `name` gives the word for a stage. */
export function marksOf(instrument: Instrument, name: (stage: Stage["stage"]) => string): Mark[] {
  return instrument.stages.map((one) => ({ date: one.date, label: name(one.stage), end: ends(instrument, one.stage) }));
}
