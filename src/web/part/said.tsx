import { direction } from "../../domain/locale.ts";
import type { Said } from "../../store/catalogue.ts";
import type { Visit } from "../visit.ts";

/** A text of the record, with its language marked where it is not the page's; its English beside it for readers who asked for that. */
export function Say({ said, visit }: { said: Said; visit: Visit }) {
  if (said.lang !== visit.locale)
    return (
      <span lang={said.lang} dir={direction(said.lang) === direction(visit.locale) ? undefined : direction(said.lang)}>
        {said.text}
      </span>
    );
  if (!visit.beside || said.source === undefined) return <>{said.text}</>;
  return (
    <>
      {said.text}{" "}
      <span class="wording" lang="en" dir={direction(visit.locale) === "ltr" ? undefined : "ltr"}>
        {said.source}
      </span>
    </>
  );
}
