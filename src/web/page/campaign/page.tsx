import { shareView } from "../../../api/campaign/share.ts";
import { type CampaignView, campaignView, type Signed } from "../../../api/campaign/view.ts";
import type { Campaign } from "../../../domain/campaign.ts";
import { statusOn } from "../../../domain/life.ts";
import { countSignatures, type SignatureCount } from "../../../store/desk/signature.ts";
import { translator } from "../../message/translate.ts";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { InstrumentLink, PlaceLinks, TopicLinks } from "../../part/place.tsx";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { UpdateLinks } from "../update/links.tsx";
import { Kit } from "./kit.tsx";
import { LetterPart, PetitionPart } from "./part.tsx";
import { SIZES } from "./picture.tsx";

/** Signatures that were confirmed here, of each part of a campaign that can be signed here or could. */
export type Signatures = Readonly<Partial<Record<Signed, SignatureCount>>>;

/** `/campaigns/{id}`: who calls, what for, who signed, both sides, what happened later, and what to share. */
export const campaignPage: Page = async (visit) => {
  const view = campaignView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { campaign, standing, takes } = view;
  const title = visit.say("campaign", campaign.id, "title", campaign.title);
  const summary = visit.say("campaign", campaign.id, "summary", campaign.summary);
  const signatures = await signaturesOf(view, visit);
  return {
    title: title.text,
    description: summary.text,
    crumbs: [{ href: visit.link("/campaigns"), label: t("campaign.title") }],
    data: `/campaigns/${campaign.id}`,
    record: { kind: "campaign", id: campaign.id },
    place: campaign.jurisdictions.length === 1 ? campaign.jurisdictions[0] : undefined,
    image: imageOf(campaign, visit),
    // A count that grows is not kept.
    fresh: takes.length > 0 || Object.keys(signatures).length > 0,
    body: (
      <>
        <p class="meta">{t(`campaign.standing-${standing}`)}</p>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={summary} visit={visit} />
          <Cite citations={campaign.citations} visit={visit} />
        </p>
        {standing === "archived" && <p>{t("campaign.archived-note")}</p>}
        <ReviewLine of={campaign} visit={visit} />
        <Doubt kind="campaign" id={campaign.id} doubt={campaign.doubt} visit={visit} />
        <Facts view={view} visit={visit} />
        <Sides view={view} visit={visit} />
        {campaign.letter && <LetterPart view={view} letter={campaign.letter} signed={signatures.letter} visit={visit} />}
        {campaign.petition && <PetitionPart view={view} petition={campaign.petition} signed={signatures.petition} visit={visit} />}
        <Appeal view={view} visit={visit} />
        <Counts view={view} visit={visit} />
        <Later view={view} visit={visit} />
        <Kit campaign={campaign} visit={visit} />
        {view.updates.length > 0 && (
          <>
            <h2>{t("campaign.updates")}</h2>
            <UpdateLinks updates={view.updates} visit={visit} />
          </>
        )}
      </>
    ),
  };
};

/** What networks show with a link to the page: the first of its pictures, wide. */
function imageOf(campaign: Campaign, visit: Visit): Leaf["image"] {
  const [share] = campaign.shares;
  const view = share && shareView(visit, campaign, share.id, translator);
  if (!view) return undefined;
  const href = visit.link(`/campaigns/${campaign.id}/shares/${view.share.id}.png`, { size: SIZES[0], at: "", known: "" });
  return { href, width: 1200, height: 630, alternative: view.alternative };
}

/** The database is asked only where a signature can have been given here. */
async function signaturesOf({ campaign, standing }: CampaignView, { part }: Visit): Promise<Signatures> {
  if (!part || standing === "archived") return {};
  const found: { letter?: SignatureCount; petition?: SignatureCount } = {};
  if (campaign.letter && campaign.letter.signers.length > 0) found.letter = await countSignatures(part.desk.sql, campaign.id, "letter");
  if (campaign.petition?.signed) found.petition = await countSignatures(part.desk.sql, campaign.id, "petition");
  return found;
}

function Facts({ view, visit }: { view: CampaignView; visit: Visit }) {
  const { t } = visit;
  const { campaign, instruments } = view;
  return (
    <dl class="facts">
      <dt>{t("campaign.organisations")}</dt>
      {campaign.organisations.map((one) => (
        <dd>
          <bdi>{one}</bdi>
        </dd>
      ))}
      {(["opens", "closes"] as const).map(
        (name) =>
          campaign[name] && (
            <>
              <dt>{t(`campaign.${name}`)}</dt>
              <dd>
                <Time date={campaign[name]} visit={visit} />
              </dd>
            </>
          ),
      )}
      <dt>{t("update.where")}</dt>
      <dd>
        <PlaceLinks codes={campaign.jurisdictions} visit={visit} />
      </dd>
      <dt>{t("update.topics")}</dt>
      <dd>
        <TopicLinks ids={campaign.topics} visit={visit} />
      </dd>
      {instruments.length > 0 && <dt>{t("update.instruments")}</dt>}
      {instruments.map((one) => (
        <dd>
          <InstrumentLink id={one.id} visit={visit} /> · {t(`instrument.status-${statusOn(one, visit.at, visit.today) ?? "not-known"}`)}
        </dd>
      ))}
    </dl>
  );
}

function Sides({ view, visit }: { view: CampaignView; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="sides">
      <h2 id="sides">{t("campaign.sides")}</h2>
      <p>{t(view.sides.length > 0 ? "campaign.sides-lead" : "campaign.sides-none")}</p>
      <ul>
        {view.sides.map(({ position, stances }) => (
          <li>
            <a href={visit.link(`/positions/${position.id}`)}>
              <Say said={visit.say("position", position.id, "title", position.title)} visit={visit} />
            </a>
            <br />
            <a href={`${visit.link(`/positions/${position.id}`)}#arguments`}>
              {(["for", "against", "reservation"] as const).map((one) => t(`position.${one}-count`, { count: stances[one] })).join(" · ")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Appeal({ view: { campaign }, visit }: { view: CampaignView; visit: Visit }) {
  const { t } = visit;
  const { appeal } = campaign;
  if (!appeal) return <></>;
  const places = [...new Set(appeal.addressees.map((one) => one.jurisdiction))];
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">{t("campaign.appeal")}</h2>
      <p>{t("campaign.appeal-text")}</p>
      <ul>
        {appeal.addressees.map((one) => (
          <li>
            <bdi>{one.name}</bdi>
            {one.role && (
              <>
                {" "}
                (<bdi>{one.role}</bdi>)
              </>
            )}
          </li>
        ))}
      </ul>
      <ul class="plain">
        {places.map((place) => (
          <li>
            <a href={visit.link("/letters", { place, position: appeal.position, campaign: campaign.id })}>
              {t("letter.make")} ({visit.name(place)})
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ view: { campaign }, visit }: { view: CampaignView; visit: Visit }) {
  const { t } = visit;
  if (campaign.counts.length === 0) return <></>;
  return (
    <table class="data">
      <caption>{t("campaign.counts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("campaign.count-what")}</th>
          <th scope="col" class="num">
            {t("campaign.count-value")}
          </th>
          <th scope="col">{t("campaign.count-date")}</th>
        </tr>
      </thead>
      <tbody>
        {campaign.counts.map((one, index) => (
          <tr>
            <th scope="row">
              <Say said={visit.say("campaign", campaign.id, `counts.${index}.label`, one.label)} visit={visit} />
              <Cite citations={one.citations} visit={visit} />
            </th>
            <td class="num" data-head={t("campaign.count-value")}>
              {numberText(one.value, visit.locale)}
            </td>
            <td data-head={t("campaign.count-date")}>
              <Time date={one.date} visit={visit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Later({ view: { campaign }, visit }: { view: CampaignView; visit: Visit }) {
  if (campaign.later.length === 0) return <></>;
  return (
    <section aria-labelledby="later">
      <h2 id="later">{visit.t("campaign.later")}</h2>
      <p class="meta">{visit.t("campaign.later-note")}</p>
      <dl class="facts">
        {campaign.later.map((one, index) => (
          <>
            <dt>
              <Time date={one.date} visit={visit} />
            </dt>
            <dd>
              <Say said={visit.say("campaign", campaign.id, `later.${index}.text`, one.text)} visit={visit} />
              <Cite citations={one.citations} visit={visit} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
