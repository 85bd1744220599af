import { shareView } from "../../../api/campaign/share.ts";
import { punctuation } from "../../../domain/punctuation.ts";
import { translator } from "../../message/translate.ts";
import { PainterProblem, paint } from "../../painter.ts";
import { render } from "../../render.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { SharePicture, SIZES, type Size } from "./picture.tsx";

const FILE = /^([a-z0-9-]+)\.(svg|png)$/;

/** `/campaigns/{id}/shares/{share}.svg` and `.png`: a picture to share. Parameter: size. */
export const sharePicture: Page = async (visit) => {
  const { t, params, catalogue, origin } = visit;
  const [, id = "", form] = FILE.exec(params.file ?? "") ?? [];
  const campaign = catalogue.campaigns.get(params.id ?? "");
  const view = campaign && shareView(visit, campaign, id, translator);
  if (!view) return null;
  const asked = visit.query.get("size") ?? SIZES[0];
  const size = SIZES.find((one): one is Size => one === asked);
  if (!size) return instead(visit, 400, `size: ${SIZES.join(punctuation(visit.locale).comma)}`);
  const around = { site: t("frame.site"), address: origin.replace(/^https?:\/\//, "") };
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${render(SharePicture, { view, size, around })}\n`;
  const name = `${campaign.id}-${id}-${size}-${view.lang}.${form}`;
  const leaf = { title: view.line, description: view.alternative, body: "", shown: "picture" } as const;
  if (form === "svg") return { ...leaf, file: { type: "image/svg+xml; charset=utf-8", name, body: new TextEncoder().encode(svg) } };
  try {
    const body = await paint(svg, { description: view.alternative, rights: `${t("figure.licence")} ${view.source}` }, 1);
    return { ...leaf, file: { type: "image/png", name, body } };
  } catch (error) {
    if (!(error instanceof PainterProblem)) throw error;
    return instead(visit, error.sort === "fonts" ? 501 : 503, t(`figure.png-${error.sort}`));
  }
};

function instead(visit: Visit, status: 400 | 501 | 503, reason: string): Leaf {
  const { t } = visit;
  return {
    title: t("figure.no-file"),
    description: reason,
    crumbs: [{ href: visit.link("/campaigns"), label: t("campaign.title") }],
    status,
    index: false,
    body: (
      <>
        <h1>{t("figure.no-file")}</h1>
        <p class="lead">{reason}</p>
      </>
    ),
  };
}
