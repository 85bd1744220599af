import { postsOf, type ShareView, shareView } from "../../../api/campaign/share.ts";
import type { Campaign } from "../../../domain/campaign.ts";
import { direction } from "../../../domain/locale.ts";
import { translator } from "../../message/translate.ts";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";
import { SIZES } from "./picture.tsx";

/** Pictures and words for social networks, each with its source, its limits and its alternative text. */
export function Kit({ campaign, visit }: { campaign: Campaign; visit: Visit }) {
  const { t } = visit;
  const views = campaign.shares.flatMap((one) => shareView(visit, campaign, one.id, translator) ?? []);
  if (views.length === 0) return <></>;
  return (
    <section aria-labelledby="kit">
      <h2 id="kit">{t("campaign.kit")}</h2>
      <p>{t("campaign.kit-note")}</p>
      {views.map((view) => (
        <OneShare view={view} campaign={campaign} visit={visit} />
      ))}
    </section>
  );
}

function OneShare({ view, campaign, visit }: { view: ShareView; campaign: Campaign; visit: Visit }) {
  const { t, locale } = visit;
  const { id, citations } = view.share;
  const file = (form: string, size: string) => visit.link(`/campaigns/${campaign.id}/shares/${id}.${form}`, { size, at: "", known: "" });
  const page = `${visit.origin}${visit.link(`/campaigns/${campaign.id}`, { at: "", known: "" })}`;
  const other = view.lang === locale ? {} : { lang: view.lang, dir: direction(view.lang) };
  return (
    <article class="note share">
      <img src={file("svg", SIZES[0])} width={600} height={315} alt={view.alternative} loading="lazy" />
      <h3 {...other}>{view.line}</h3>
      <p {...other}>
        {view.caveat}
        <Cite citations={citations} visit={visit} />
      </p>
      <h4>{t("campaign.download")}</h4>
      <ul class="plain">
        {SIZES.map((size) => (
          <li>
            {t(`campaign.size-${size}`)} <a href={file("png", size)}>PNG</a> · <a href={file("svg", size)}>SVG</a>
          </li>
        ))}
      </ul>
      <h4>{t("campaign.alternative")}</h4>
      <pre class="words" {...other}>
        {view.alternative}
      </pre>
      {postsOf(view, page).map(({ network, text, units }) => (
        <details>
          <summary>{t("campaign.post", { network: network.name, count: numberText(units, locale), most: numberText(network.most, locale) })}</summary>
          <pre class="words" {...other}>
            {text}
          </pre>
        </details>
      ))}
    </article>
  );
}
