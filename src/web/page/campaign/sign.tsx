import { type Signed, takenOn } from "../../../api/campaign/view.ts";
import type { Fault } from "../../../api/fault.ts";
import type { Campaign } from "../../../domain/campaign.ts";
import {
  askSignature,
  confirmSignature,
  seenOf,
  signatureOfToken,
  signatureOfWithdrawal,
  withdraw,
  withdrawalOf,
  withdrawByToken,
} from "../../../store/desk/signature.ts";
import { refusalStatus, refusalWords } from "../../part/guard.tsx";
import type { Leaf, Page, Part, Visit } from "../../visit.ts";
import { askedOf, SIGN_FORM, SignForm } from "./form.tsx";
import { Confirm, Withdrawal } from "./own.tsx";

/** `/campaigns/{id}/sign`: the form to sign; with the token of an e-mail, what is about to be confirmed or taken back. */
export const signPage: Page = async (visit) => {
  const campaign = visit.catalogue.campaigns.get(visit.params.id ?? "");
  if (!campaign) return null;
  const { part, query } = visit;
  const token = query.get("token");
  const withdrawal = query.get("withdraw");
  if (part && token) {
    const signature = await signatureOfToken(part.desk, token, visit.now);
    if (signature?.campaign !== campaign.id) return badLink(campaign, visit);
    return leafOf(campaign, visit, "confirm-title", <Confirm signature={signature} token={token} visit={visit} />);
  }
  if (part && withdrawal) {
    const signature = await signatureOfWithdrawal(part.desk, withdrawal);
    if (signature?.campaign !== campaign.id) return badLink(campaign, visit);
    return leafOf(campaign, visit, "withdraw-title", <Withdrawal signature={signature} withdrawal={withdrawal} visit={visit} />);
  }
  return formLeaf(campaign, visit, {});
};

/** The posted forms: to sign, to confirm, to take back. */
export const signPost: Page = async (visit) => {
  const campaign = visit.catalogue.campaigns.get(visit.params.id ?? "");
  if (!campaign) return null;
  const { part, query } = visit;
  if (!part) return formLeaf(campaign, visit, {});
  const token = query.get("token");
  if (token) return answerToken(campaign, part, token, visit);
  const withdrawal = query.get("withdraw");
  if (withdrawal) {
    const signature = await signatureOfWithdrawal(part.desk, withdrawal);
    const done = signature?.campaign === campaign.id && (await withdraw(part.desk, withdrawal));
    return done ? leafOf(campaign, visit, "withdrawn-title", <p role="status">{visit.t("signature.withdrawn")}</p>) : badLink(campaign, visit);
  }
  return takeForm(campaign, part, visit);
};

async function answerToken(campaign: Campaign, part: Part, token: string, visit: Visit): Promise<Leaf> {
  const { t, query, now } = visit;
  const asked = await signatureOfToken(part.desk, token, now);
  if (asked?.campaign !== campaign.id) return badLink(campaign, visit);
  if (query.get("act") === "delete") {
    if (!(await withdrawByToken(part.desk, token, now))) return badLink(campaign, visit);
    return leafOf(campaign, visit, "withdrawn-title", <p role="status">{t("signature.withdrawn")}</p>);
  }
  // Until it is confirmed, whoever knows the address can fill the form in again: nobody confirms what was not shown.
  const seen = query.get("seen");
  if (seen !== null && seen !== seenOf(part.desk, asked))
    return leafOf(campaign, visit, "confirm-title", <Confirm signature={asked} token={token} visit={visit} />);
  const signature = await confirmSignature(part.desk, token, now);
  if (!signature) return badLink(campaign, visit);
  const link = `${visit.origin}${visit.link(visit.path, { withdraw: withdrawalOf(part.desk, signature.id), at: "", known: "" })}`;
  return leafOf(
    campaign,
    visit,
    "confirmed-title",
    <>
      <p role="status">
        <strong>{t("signature.confirmed")}</strong>
      </p>
      <p>{t("signature.keep-link")}</p>
      <p>
        <a href={link} rel="nofollow">
          <bdi>{link}</bdi>
        </a>
      </p>
    </>,
  );
}

async function takeForm(campaign: Campaign, part: Part, visit: Visit): Promise<Leaf> {
  const { query, t, now } = visit;
  const what = whatOf(campaign, visit);
  if (!what || !part.mail) return formLeaf(campaign, visit, {});
  const { asked, fault } = askedOf(campaign, what, visit);
  if (!asked) return formLeaf(campaign, visit, { fault, status: 400 });
  const refusal = await part.guard.judge(SIGN_FORM, query, visit.from, now);
  if (refusal) return formLeaf(campaign, visit, { refused: refusalWords(refusal, visit), status: refusalStatus(refusal) });
  const link = (token: string): string => `${visit.origin}${visit.link(`/campaigns/${campaign.id}/sign`, { token, at: "", known: "" })}`;
  await askSignature(part.desk, asked, visit.locale, now, link, await part.guard.mayMail(asked.address, now));
  return leafOf(campaign, visit, "sent-title", <p role="status">{t("signature.sent")}</p>);
}

/** What the reader wants to sign, of what can be signed today; undefined when there is nothing. */
function whatOf(campaign: Campaign, visit: Visit): Signed | undefined {
  const taken = takenOn(campaign, visit.today);
  return taken.find((one) => one === visit.query.get("what")) ?? taken[0];
}

interface Told {
  readonly fault?: Fault | null;
  readonly refused?: string;
  readonly status?: 400 | 429;
}

function formLeaf(campaign: Campaign, visit: Visit, { fault = null, refused = "", status }: Told): Leaf {
  const { t } = visit;
  const what = whatOf(campaign, visit);
  if (!what) return leafOf(campaign, visit, "over", <></>, 404);
  const title = t(`signature.${what}-title`, { campaign: visit.say("campaign", campaign.id, "title", campaign.title).text });
  const body = visit.part?.mail ? (
    <>
      <p class="lead">{t("signature.lead")}</p>
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <SignForm campaign={campaign} what={what} fault={fault} visit={visit} />
    </>
  ) : (
    <p class="lead">{t("signature.no-mail")}</p>
  );
  return { ...frameOf(campaign, visit, title, body), ...(status ? { status } : {}) };
}

function badLink(campaign: Campaign, visit: Visit): Leaf {
  return leafOf(campaign, visit, "bad-link-title", <p>{visit.t("signature.bad-link")}</p>, 404);
}

function leafOf(campaign: Campaign, visit: Visit, title: string, body: unknown, status?: 404): Leaf {
  return { ...frameOf(campaign, visit, visit.t(`signature.${title}`), body), ...(status ? { status } : {}) };
}

/** A page that nobody keeps and no search engine lists. */
function frameOf(campaign: Campaign, visit: Visit, title: string, body: unknown): Leaf {
  const { t } = visit;
  const name = visit.say("campaign", campaign.id, "title", campaign.title).text;
  return {
    title,
    description: title,
    crumbs: [
      { href: visit.link("/campaigns"), label: t("campaign.title") },
      { href: visit.link(`/campaigns/${campaign.id}`), label: name },
    ],
    fresh: true,
    index: false,
    body: (
      <>
        <h1>{title}</h1>
        {body}
        <p>
          <a href={visit.link(`/campaigns/${campaign.id}`, { at: "", known: "" })}>{t("signature.back")}</a>
        </p>
      </>
    ),
  };
}
