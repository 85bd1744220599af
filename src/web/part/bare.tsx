import { direction } from "../../domain/locale.ts";
import type { Leaf, Visit } from "../visit.ts";

/** The frame of what other sites embed: no header and no footer. Links open beside the page around it, which goes nowhere. */
export function Bare({ leaf, visit }: { leaf: Leaf; visit: Visit }) {
  const { locale, assets, t } = visit;
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${leaf.title} · ${t("frame.site")}`}</title>
        <meta name="robots" content="noindex" />
        <base target="_blank" />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script}></script>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body class="bare">
        <atlas-frame>
          <main id="main" class="wide">
            {leaf.body}
          </main>
        </atlas-frame>
      </body>
    </html>
  );
}
