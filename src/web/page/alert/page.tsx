import { type Preview, previewOf } from "../../../api/alert/preview.ts";
import type { Fault } from "../../../api/fault.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import { type WatchParameters, watchParameters, watchQuery } from "../../../domain/watch.ts";
import { confirmLink } from "../../../store/desk/link.ts";
import { noticedFor, subscribe } from "../../../store/desk/person.ts";
import type { Refusal } from "../../guard.ts";
import { refusalStatus, refusalWords } from "../../part/guard.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { sentLeaf } from "./answer.tsx";
import { type Asked, askedOf, faultOf } from "./asked.ts";
import { ChooseForm } from "./choose.tsx";
import { Elsewhere, feedsFor } from "./elsewhere.tsx";
import { SignUpForm } from "./form.tsx";
import { PreviewPart } from "./preview.tsx";
import { WatchWords } from "./words.tsx";

/** `/alerts`: what would be watched, what that would have given, and the form that asks for an address. */
export const alertPage: Page = async (visit) => {
  const asked = askedOf(visit);
  return leafOf(visit, asked, await previewOf(visit, asked.watching.watches), { fault: null, refusal: null });
};

/** The posted form. The answer and the work are the same whatever is known about the address. */
export const alertPost: Page = async (visit) => {
  const { part } = visit;
  const asked = askedOf(visit);
  const preview = await previewOf(visit, asked.watching.watches);
  if (!part?.mail) return leafOf(visit, asked, preview, { fault: null, refusal: null });
  const fault = faultOf(asked, preview.events.length);
  const address = mailboxOf(asked.address);
  if (fault || address === null) return leafOf(visit, asked, preview, { fault, refusal: null });
  const refusal = await part.guard.judge("alert", visit.query, visit.from, visit.now);
  if (refusal) return leafOf(visit, asked, preview, { fault: null, refusal });
  const { watches, parameters } = asked.watching;
  await subscribe(part.desk, {
    address,
    locale: asked.locale,
    rhythm: asked.rhythm,
    watches,
    query: watchQuery(parameters),
    recodings: asked.recodings,
    now: visit.now,
    mayMail: await part.guard.mayMail(address, visit.now),
    linkOf: (token, locale) => confirmLink(visit.origin.replace(/\/$/, ""), locale, token),
  });
  return sentLeaf(visit);
};

/** What stood in the way of a form that was sent. */
interface Wrong {
  readonly fault: Fault | null;
  readonly refusal: Refusal | null;
}

async function leafOf(visit: Visit, asked: Asked, preview: Preview, { fault, refusal }: Wrong): Promise<Leaf> {
  const { t, part } = visit;
  const { watches, parameters, unknown } = asked.watching;
  const noticed = part && watches.length > 0 ? await noticedFor(part.desk.sql, watches, asked.recodings) : 0;
  // Words that stand in everything, and values that the record does not hold, cannot be watched.
  const wrong = unknown.length > 0 || (watches.length === 0 && watchQuery(parameters) !== "");
  return {
    title: t("alert.title"),
    description: t("alert.description"),
    crumbs: [],
    keep: keepOf(parameters),
    feeds: wrong ? [] : feedsFor(parameters, visit),
    index: watches.length === 0 && !wrong,
    fresh: true,
    status: refusal ? refusalStatus(refusal) : wrong || fault ? 400 : undefined,
    body: (
      <>
        <h1>{t("alert.title")}</h1>
        <p class="lead">{t("alert.description")}</p>
        {refusal && (
          <p class="error" role="alert">
            {refusalWords(refusal, visit)}
          </p>
        )}
        {!part?.mail && <p class="doubt">{t("alert.no-mail")}</p>}
        {wrong && (
          <p class="error" role="alert">
            {t("alert.unknown")}
          </p>
        )}
        {watches.length === 0 ? (
          <section aria-labelledby="choose">
            <h2 id="choose">{t("alert.choose")}</h2>
            <ChooseForm visit={visit} />
          </section>
        ) : (
          <>
            <h2 id="what">{t("alert.what")}</h2>
            <ul>
              {watches.map((one) => (
                <li>
                  <WatchWords query={one.query} visit={visit} />
                </li>
              ))}
            </ul>
            <p>{t(asked.recodings ? "alert.scope-recodings" : "alert.scope")}</p>
            <details>
              <summary>{t("alert.choose-other")}</summary>
              <ChooseForm visit={visit} />
            </details>
            <PreviewPart preview={preview} noticed={noticed} visit={visit} />
            {part?.mail && <SignUpForm asked={asked} count={preview.events.length} fault={fault} visit={visit} />}
          </>
        )}
        <Elsewhere parameters={wrong ? watchParameters({}) : parameters} visit={visit} />
        {part?.mail && (
          <p>
            <a href={visit.link("/alerts/manage", { at: "", known: "" })}>{t("alert.manage")}</a>
          </p>
        )}
      </>
    ),
  };
}

function keepOf(parameters: WatchParameters): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(watchQuery(parameters)));
}
