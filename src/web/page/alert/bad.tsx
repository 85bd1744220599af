import { Fault } from "../../../api/fault.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import { sendLink } from "../../../store/desk/person.ts";
import type { Refusal } from "../../guard.ts";
import { GuardFields, refusalStatus, refusalWords } from "../../part/guard.tsx";
import type { Leaf, Visit } from "../../visit.ts";
import { frame, sentLeaf } from "./answer.tsx";
import { AddressField } from "./form.tsx";

/** The one answer to every link that does not work, with what to do. */
export function badLinkLeaf(visit: Visit): Leaf {
  return askLeaf(visit, { bad: true, status: 404 });
}

/** Where somebody who has no link asks for one. */
export function newLinkLeaf(visit: Visit): Leaf {
  return askLeaf(visit, {});
}

/** Sends a new link, if the address has alerts; the answer and the work are the same if it has none. */
export async function sendNewLink(visit: Visit): Promise<Leaf> {
  const { part, query } = visit;
  const typed = query.get("address") ?? "";
  const address = mailboxOf(typed);
  if (!part?.mail) return newLinkLeaf(visit);
  if (address === null) return askLeaf(visit, { fault: new Fault(400, "address", "This is not one e-mail address."), typed, status: 400 });
  const refusal = await part.guard.judge("alert-link", query, visit.from, visit.now);
  if (refusal) return askLeaf(visit, { refusal, typed, status: refusalStatus(refusal) });
  await sendLink(part.desk, { address, locale: visit.locale, mayMail: await part.guard.mayMail(address, visit.now) });
  return sentLeaf(visit);
}

interface Asking {
  /** Whether it was a link that does not work which led here. */
  readonly bad?: boolean;
  readonly status?: number;
  readonly fault?: Fault;
  readonly refusal?: Refusal;
  readonly typed?: string;
}

function askLeaf(visit: Visit, { bad = false, status, fault, refusal, typed = "" }: Asking): Leaf {
  const { t, part } = visit;
  const title = t(bad ? "alert.link-bad" : "alert.manage");
  return {
    ...frame(visit, title),
    status,
    body: (
      <>
        <h1>{title}</h1>
        {bad && <p class="lead">{t("alert.link-bad-text")}</p>}
        {refusal && (
          <p class="error" role="alert">
            {refusalWords(refusal, visit)}
          </p>
        )}
        {part?.mail ? (
          <>
            <p>
              {t("alert.link-again")} <a href={visit.link("/alerts", { at: "", known: "" })}>{t("alert.title")}</a>
            </p>
            <form class="finder" method="post" action={visit.link("/alerts/manage", { at: "", known: "" })}>
              <AddressField asked={typed} fault={fault ?? null} visit={visit} />
              <GuardFields form="alert-link" visit={visit} />
              <p>
                <button type="submit">{t("alert.link-new")}</button>
              </p>
            </form>
          </>
        ) : (
          <p class="doubt">{t("alert.no-mail")}</p>
        )}
      </>
    ),
  };
}
