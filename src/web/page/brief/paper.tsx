import { raw } from "hono/html";
import type { BriefView } from "../../../api/brief/view.ts";
import { direction } from "../../../domain/locale.ts";
import { Footnotes } from "../../part/citation.tsx";
import { escapeText, render } from "../../render.ts";
import type { Visit } from "../../visit.ts";
import { BriefBody, briefTitle } from "./body.tsx";

/** The sheet: A4 with its number at the foot, without the colours and the frame of the screen. */
const SHEET =
  '@page{size:A4;margin:14mm 15mm 15mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#555}}:root{color-scheme:light}';

/** The page fetches nothing and runs nothing, whatever it says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A brief as an HTML document that stands for itself: styles inlined, no script, links with the whole address.
 * Where the site has no address (`visit.origin` is empty) links within it are left out.
 */
export function paperHtml(view: BriefView, visit: Visit): string {
  const title = briefTitle(view, visit);
  const html = `<!DOCTYPE html>${render(Paper, { view, visit, title })}`;
  // Text and values of attributes hold no bare quotation marks, so this only meets addresses.
  return visit.origin ? html.replaceAll(' href="/', ` href="${escapeText(visit.origin)}/`) : html.replace(/ href="\/[^"]*"/g, "");
}

function Paper({ view, visit, title }: { view: BriefView; visit: Visit; title: string }) {
  const { t, locale, assets } = visit;
  const style = Buffer.from(assets.files.get(assets.style)?.body ?? new Uint8Array()).toString("utf8");
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${t("frame.site")}`}</title>
        <style>{raw(`${style}${SHEET}`)}</style>
      </head>
      <body>
        <main>
          <p class="name">{t("frame.site")}</p>
          <BriefBody view={view} visit={visit} />
          <Footnotes visit={visit} />
          {[...visit.marks].some((one) => one === "machine" || one === "stale") && <p class="marks">{t("frame.mark-machine")}</p>}
        </main>
      </body>
    </html>
  );
}
