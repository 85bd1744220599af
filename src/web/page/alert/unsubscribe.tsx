import { readUnsubscribe, type Signed } from "../../../store/desk/link.ts";
import { unsubscribe } from "../../../store/desk/person.ts";
import type { Page, Visit } from "../../visit.ts";
import { frame, stoppedLeaf } from "./answer.tsx";
import { badLinkLeaf } from "./bad.tsx";

/** `/alerts/unsubscribe`: one button. Opening the address ends nothing, since programs open addresses too. */
export const unsubscribePage: Page = async (visit) => {
  const { t } = visit;
  const link = linkOf(visit);
  if (!link) return badLinkLeaf(visit);
  const signed = Object.fromEntries([...visit.query].filter(([name]) => name !== "at" && name !== "known"));
  return {
    ...frame(visit, t("alert.stop")),
    keep: signed,
    body: (
      <>
        <h1>{t("alert.stop")}</h1>
        <p>{t(link.watch > 0 ? "alert.stop-one" : "alert.stop-all")}</p>
        <form method="post" action={visit.link("/alerts/unsubscribe", { ...signed, at: "", known: "" })}>
          <p>
            <button type="submit">{t("alert.stop-do")}</button>
          </p>
        </form>
      </>
    ),
  };
};

/** The button, and the one click of a mail program (RFC 8058): the link itself is the permission, whoever sends it. */
export const unsubscribePost: Page = async (visit) => {
  const link = linkOf(visit);
  // Whoever is gone already has what they want: the answer is the same.
  const done = visit.part && link && (await unsubscribe(visit.part.desk, link));
  return done ? stoppedLeaf(visit) : badLinkLeaf(visit);
};

function linkOf({ part, query, now }: Visit): Signed | null {
  const reading = part && readUnsubscribe(part.desk.seal, Object.fromEntries(query), now);
  return reading?.ok ? reading.link : null;
}
