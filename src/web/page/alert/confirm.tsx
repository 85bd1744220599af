import { manageLink } from "../../../store/desk/link.ts";
import { confirm, pending } from "../../../store/desk/person.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Page } from "../../visit.ts";
import { frame } from "./answer.tsx";
import { badLinkLeaf } from "./bad.tsx";
import { WatchWords } from "./words.tsx";

/** `/alerts/confirm?token=`: what would be confirmed, and a button. Opening the address changes nothing, since programs open addresses too. */
export const confirmPage: Page = async (visit) => {
  const { t, part } = visit;
  const token = visit.query.get("token") ?? "";
  const found = part && (await pending(part.desk, token, visit.now));
  if (!found) return badLinkLeaf(visit);
  const { colon, full } = punctuation(visit.locale);
  return {
    ...frame(visit, t("alert.confirm")),
    keep: { token },
    body: (
      <>
        <h1>{t("alert.confirm")}</h1>
        <ul>
          {found.watches.map((one) => (
            <li>
              <WatchWords query={one.query} visit={visit} />
            </li>
          ))}
        </ul>
        <p>
          {t(found.watches.some((one) => one.recodings) ? "alert.scope-recodings" : "alert.scope")} {t("alert.rhythm")}
          {colon}
          {t(`alert.rhythm-${found.rhythm}`)}
          {full}
        </p>
        <form method="post" action={visit.link("/alerts/confirm", { at: "", known: "" })}>
          <input type="hidden" name="token" value={token} />
          <p>
            <button type="submit">{t("alert.confirm-do")}</button>
          </p>
        </form>
      </>
    ),
  };
};

/** The button: confirms, once. */
export const confirmPost: Page = async (visit) => {
  const { t, part } = visit;
  const done = part && (await confirm(part.desk, visit.query.get("token") ?? "", visit.now));
  if (!done) return badLinkLeaf(visit);
  const title = t(done.full ? "alert.manage" : "alert.confirmed");
  return {
    ...frame(visit, title),
    status: done.full ? 409 : undefined,
    body: (
      <div role="status">
        <h1>{title}</h1>
        <p class="lead">{t(done.full ? "alert.confirmed-full" : "alert.confirmed-text")}</p>
        <p>
          <a href={manageLink(part.desk.seal, "", { ...done, locale: visit.locale }, visit.now)}>{t("alert.manage")}</a>
        </p>
      </div>
    ),
  };
};
