import type { CampaignView, Signed } from "../../../api/campaign/view.ts";
import type { Campaign } from "../../../domain/campaign.ts";
import type { SignatureCount } from "../../../store/desk/signature.ts";
import { Cite } from "../../part/citation.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** The open letter of a campaign: to whom, in which words, who signed. */
export function LetterPart(properties: { view: CampaignView; letter: NonNullable<Campaign["letter"]>; signed: SignatureCount | undefined; visit: Visit }) {
  const { view, letter, signed, visit } = properties;
  const { t } = visit;
  const text = letter.text && visit.say("campaign", view.campaign.id, "letter.text", letter.text);
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{t("campaign.letter")}</h2>
      <h3>{t("campaign.addressees")}</h3>
      <ul>
        {letter.addressees.map((one) => (
          <li>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
      {text ? (
        text.text.split(/\n{2,}/).map((paragraph) => (
          <p>
            <Say said={{ ...text, text: paragraph, source: undefined }} visit={visit} />
          </p>
        ))
      ) : (
        <p class="quiet">
          {t("campaign.no-text")}
          <Cite citations={letter.citations} visit={visit} />
        </p>
      )}
      {letter.signatories.length > 0 && (
        <h3>
          {t("campaign.signatories")}
          <Cite citations={letter.citations} visit={visit} />
        </h3>
      )}
      {(["organisations", "persons"] as const).map((kind) => {
        const names = letter.signatories.filter((one) => one.kind === kind);
        if (names.length === 0) return <></>;
        return (
          <>
            <h4>{t(`campaign.signatories-${kind}`)}</h4>
            <ul>
              {names.map((one) => (
                <li>
                  <bdi>{one.name}</bdi>
                </li>
              ))}
            </ul>
          </>
        );
      })}
      <SignedHere what="letter" view={view} signed={signed} visit={visit} />
    </section>
  );
}

/** The petition of a campaign: what it asks, and how many signed it here. */
export function PetitionPart(properties: {
  view: CampaignView;
  petition: NonNullable<Campaign["petition"]>;
  signed: SignatureCount | undefined;
  visit: Visit;
}) {
  const { view, petition, signed, visit } = properties;
  return (
    <section aria-labelledby="petition">
      <h2 id="petition">{visit.t("campaign.petition")}</h2>
      <p>
        <Say said={visit.say("campaign", view.campaign.id, "petition.ask", petition.ask)} visit={visit} />
      </p>
      <SignedHere what="petition" view={view} signed={signed} visit={visit} />
    </section>
  );
}

/** Confirmed signatures: how many, and the names of those who agreed to be named; and where to sign while it runs. */
function SignedHere({ what, view, signed, visit }: { what: Signed; view: CampaignView; signed: SignatureCount | undefined; visit: Visit }) {
  const { t } = visit;
  const takes = view.takes.includes(what);
  const { comma } = punctuation(visit.locale);
  return (
    <>
      {signed && (
        <p>
          <strong>{t("campaign.signed-here", { count: signed.confirmed })}</strong>
        </p>
      )}
      {signed && signed.names.length > 0 && (
        <>
          <h3>{t("campaign.signed-names")}</h3>
          <ul>
            {signed.names.map(({ name, office, place }) => (
              <li>
                <bdi>{name}</bdi>
                {office && (
                  <>
                    {comma}
                    <bdi>{office}</bdi>
                  </>
                )}
                {place && (
                  <>
                    {comma}
                    {visit.name(place)}
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {takes && !visit.part?.mail && <p class="quiet">{t("signature.no-mail")}</p>}
      {takes && visit.part?.mail && (
        <p>
          <a href={visit.link(`/campaigns/${view.campaign.id}/sign`, { what, at: "", known: "" })}>{t(`campaign.sign-${what}`)}</a>
        </p>
      )}
    </>
  );
}
