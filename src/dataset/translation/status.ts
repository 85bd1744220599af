import type { Locale } from "../../domain/locale.ts";
import { type Home, isWanted, type Unit } from "./unit.ts";

/** How far one kind of text is translated into one language. */
export interface StatusLine {
  readonly locale: Locale;
  readonly home: Home;
  readonly texts: number;
  readonly reviewed: number;
  readonly machine: number;
  readonly stale: number;
  readonly missing: number;
  /** Whether the language is meant to have it; else readers meet English. */
  readonly wanted: boolean;
}

/** Counts the states of a language's units by kind, in the order of the units. */
export function statusOf(units: readonly Unit[], locale: Locale): StatusLine[] {
  const lines = new Map<Home, { reviewed: number; machine: number; stale: number; missing: number }>();
  for (const { home, state } of units) {
    const line = lines.get(home) ?? { reviewed: 0, machine: 0, stale: 0, missing: 0 };
    line[state] += 1;
    lines.set(home, line);
  }
  return [...lines].map(([home, line]) => ({
    locale,
    home,
    texts: line.reviewed + line.machine + line.stale + line.missing,
    ...line,
    wanted: isWanted(home, locale),
  }));
}
