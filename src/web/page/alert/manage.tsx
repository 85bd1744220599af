import { isSiteLocale } from "../../../domain/locale.ts";
import { readManage, type Signed } from "../../../store/desk/link.ts";
import { change, forget, type Held, type Person, personOf } from "../../../store/desk/person.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { frame, stoppedLeaf } from "./answer.tsx";
import { rhythmOf } from "./asked.ts";
import { badLinkLeaf, newLinkLeaf, sendNewLink } from "./bad.tsx";
import { LanguageField, RhythmField } from "./form.tsx";
import { WatchWords } from "./words.tsx";

/** Parameters of a signed link. */
const SIGNED = ["person", "epoch", "watch", "until", "sign"] as const;

/** `/alerts/manage`: everything that a person has with us, by a signed link; without one, where to ask for it. */
export const managePage: Page = async (visit) => {
  if (!visit.query.has("sign")) return newLinkLeaf(visit);
  const person = await holderOf(visit);
  return person ? manageLeaf(visit, person, false) : badLinkLeaf(visit);
};

/** Saves what was changed, deletes everything, or sends a new link to who has none. */
export const managePost: Page = async (visit) => {
  const { part, query } = visit;
  if (!query.has("sign")) return sendNewLink(visit);
  const person = await holderOf(visit);
  if (!part || !person) return badLinkLeaf(visit);
  if (query.get("act") === "forget") {
    await forget(part.desk, person.id);
    return stoppedLeaf(visit);
  }
  const language = query.get("language") ?? "";
  await change(part.desk, person.id, {
    locale: isSiteLocale(language) ? language : person.locale,
    rhythm: rhythmOf(query) ?? person.rhythm,
    recodings: idsOf(query, "recodings", person),
    ended: idsOf(query, "end", person),
  });
  const left = await holderOf(visit);
  return left ? manageLeaf(visit, left, true) : stoppedLeaf(visit);
};

async function holderOf({ part, query, now }: Visit): Promise<Person | null> {
  if (!part) return null;
  const reading = readManage(part.desk.seal, Object.fromEntries(query), now);
  const { person, epoch }: Pick<Signed, "person" | "epoch"> = reading.ok ? reading.link : { person: 0, epoch: 0 };
  return personOf(part.desk.sql, person, epoch);
}

/** Ids of own watches that a field names. */
function idsOf(query: URLSearchParams, field: string, { watches }: Person): number[] {
  const named = new Set(query.getAll(field));
  return watches.map((one) => one.id).filter((id) => named.has(String(id)));
}

function manageLeaf(visit: Visit, person: Person, saved: boolean): Leaf {
  const { t, query } = visit;
  const signed = Object.fromEntries(SIGNED.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : [])));
  const action = visit.link("/alerts/manage", { ...signed, at: "", known: "" });
  return {
    ...frame(visit, t("alert.manage")),
    keep: signed,
    body: (
      <>
        <h1>{t("alert.manage")}</h1>
        {saved && (
          <p role="status">
            <strong>{t("alert.manage-saved")}</strong>
          </p>
        )}
        <form class="finder" method="post" action={action}>
          {person.watches.map((one) => (
            <WatchFields watch={one} visit={visit} />
          ))}
          <div class="fields">
            <RhythmField chosen={person.rhythm} visit={visit} />
            <LanguageField chosen={person.locale} visit={visit} />
          </div>
          <p class="act">
            <button type="submit">{t("alert.manage-save")}</button>
          </p>
        </form>
        <p>
          <a href={visit.link("/alerts", { at: "", known: "" })}>{t("alert.manage-add")}</a> ·{" "}
          <a href={visit.link("/alerts/manage", { at: "", known: "" })}>{t("alert.link-new")}</a>
        </p>
        <h2 id="stop">{t("alert.stop")}</h2>
        <form method="post" action={action} aria-labelledby="stop">
          <input type="hidden" name="act" value="forget" />
          <p>{t("alert.stop-all")}</p>
          <p>
            <button type="submit">{t("alert.stop-do")}</button>
          </p>
        </form>
      </>
    ),
  };
}

function WatchFields({ watch, visit }: { watch: Held; visit: Visit }) {
  const { t } = visit;
  const id = `w-${watch.id}`;
  return (
    <fieldset>
      <legend>
        <WatchWords query={watch.query} visit={visit} />
      </legend>
      <ul class="ticks long">
        <li>
          <label for={`${id}-r`}>
            <input id={`${id}-r`} type="checkbox" name="recodings" value={String(watch.id)} checked={watch.recodings} /> {t("alert.recodings")}
          </label>
        </li>
        <li>
          <label for={`${id}-e`}>
            <input id={`${id}-e`} type="checkbox" name="end" value={String(watch.id)} /> {t("alert.manage-end")}
          </label>
        </li>
      </ul>
    </fieldset>
  );
}
