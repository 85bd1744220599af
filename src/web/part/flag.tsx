import type { Visit } from "../visit.ts";

/** Doubts of a known sort, each in words. */
export function Flags({ flags, visit }: { flags: readonly string[]; visit: Visit }) {
  return (
    <>
      {flags.map((flag) => (
        <>
          {" · "}
          <span class="flag">{visit.t(`answer.flag-${flag}`)}</span>
        </>
      ))}
    </>
  );
}
