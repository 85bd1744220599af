import { type CampaignLine, campaignList as listOf } from "../../../api/campaign/view.ts";
import { byName } from "../../../api/order.ts";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";

const FILTERS = ["place", "topic"] as const;

/** `/campaigns`: calls to act, those that run before those that are over. */
export const campaignList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const lines = listOf(visit);
  const all = [...catalogue.campaigns.values()];
  const places = [...new Set(all.flatMap((one) => one.jurisdictions))].sort(byName(visit));
  const now = lines.filter(({ standing }) => standing === "running" || standing === "upcoming");
  const over = lines.filter(({ standing }) => standing === "closed" || standing === "archived");
  const topics = topicChoices(
    visit,
    all.flatMap((one) => one.topics),
  );
  const keep = kept(visit, FILTERS);
  return {
    title: t("campaign.title"),
    description: t("campaign.description"),
    crumbs: [],
    data: "/campaigns",
    keep,
    watch: { kind: "campaign", place: keep.place ?? "", topic: keep.topic ?? "" },
    body: (
      <>
        <h1>{t("campaign.title")}</h1>
        <p class="lead">{t("campaign.lead")}</p>
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/campaigns"
          visit={visit}
          fields={[
            { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, places) },
            { name: "topic", label: t("update.topic"), kind: "choice", choices: topics },
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        <h2>{t("campaign.running")}</h2>
        {now.length === 0 ? <p class="quiet">{t("campaign.running-none")}</p> : now.map((line) => <CampaignNote line={line} visit={visit} />)}
        {over.length > 0 && <h2>{t("campaign.archived")}</h2>}
        {over.map((line) => (
          <CampaignNote line={line} visit={visit} />
        ))}
        <h2>{t("campaign.appeal")}</h2>
        <p>
          <a href={visit.link("/letters")}>{t("letter.title")}</a>
          {punctuation(visit.locale).colon}
          {t("campaign.appeal-text")}
        </p>
      </>
    ),
  };
};

function CampaignNote({ line, visit }: { line: CampaignLine; visit: Visit }) {
  const { t } = visit;
  const { campaign, standing } = line;
  return (
    <article class="note">
      <h3>
        <a href={visit.link(`/campaigns/${campaign.id}`)}>
          <Say said={visit.say("campaign", campaign.id, "title", campaign.title)} visit={visit} />
        </a>
      </h3>
      <p class="meta">
        {t(`campaign.standing-${standing}`)}
        {campaign.opens && (
          <>
            {" · "}
            {t("campaign.opens")} <Time date={campaign.opens} visit={visit} />
          </>
        )}
        {campaign.closes && (
          <>
            {" · "}
            {t("campaign.closes")} <Time date={campaign.closes} visit={visit} />
          </>
        )}
        {" · "}
        <PlaceLinks codes={campaign.jurisdictions} visit={visit} />
      </p>
      <p>
        <Say said={visit.say("campaign", campaign.id, "summary", campaign.summary)} visit={visit} />
      </p>
    </article>
  );
}
