import { direction, type Locale } from "../../domain/locale.ts";
import { punctuation } from "../../domain/punctuation.ts";
import { render } from "../../web/render.ts";
import type { Block, Letter, Part } from "./letter.ts";

// Mail programs know little of CSS, and some throw style sheets away: what matters stands at each element. The sheet only
// turns the colours round for readers in the dark. Nothing is fetched: no pictures, no fonts, no marks of opening.
const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.sheet{background:#14171a!important;color:#e9e6df!important}.sheet a{color:#7cc7da!important}.sheet .do{background:#7cc7da!important;color:#14171a!important}.sheet .quiet{color:#a9b0b0!important}.sheet .item,.sheet .foot{border-color:#3a4146!important}}`;
const FONT = 'font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif';
const SERIF = 'font-family:"Iowan Old Style",Palatino,"Book Antiqua","Noto Serif",Georgia,serif';
const LINK = "color:#0b5a6e";

/** A letter as an HTML page that needs nothing from anywhere. */
export function htmlOf(letter: Letter, locale: Locale, site: { readonly name: string; readonly href: string }): string {
  return `<!doctype html>${render(Frame, { letter, locale, site })}`;
}

function Frame({ letter, locale, site }: { letter: Letter; locale: Locale; site: { readonly name: string; readonly href: string } }) {
  const dir = direction(locale);
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{SHEET}</style>
      </head>
      <body style="margin:0;padding:0;background:#fbf9f4;color:#1d2327">
        <div
          class="sheet"
          lang={locale}
          dir={dir}
          style={`${FONT};font-size:16px;line-height:1.55;max-width:600px;margin:0 auto;padding:24px 20px;background:#fbf9f4;color:#1d2327;text-align:${dir === "rtl" ? "right" : "left"}`}
        >
          <p style={`${SERIF};font-size:20px;font-weight:600;margin:0 0 20px`}>
            <a href={site.href} style={`${LINK};text-decoration:none`}>
              {site.name}
            </a>
          </p>
          <h1 style={`${SERIF};font-size:24px;line-height:1.25;font-weight:600;margin:0 0 16px`}>{letter.subject}</h1>
          {letter.blocks.map((block) => (
            <Piece block={block} locale={locale} />
          ))}
          <div class="foot" style="border-top:1px solid #d9d4c8;margin-top:32px;padding-top:16px;font-size:14px">
            {letter.foot.map((block) => (
              <Piece block={block} locale={locale} />
            ))}
          </div>
        </div>
      </body>
    </html>
  );
}

function Piece({ block, locale }: { block: Block; locale: Locale }) {
  switch (block.is) {
    case "heading":
      return <h2 style={`${SERIF};font-size:20px;line-height:1.3;font-weight:600;margin:28px 0 12px`}>{block.words}</h2>;
    case "button":
      return (
        <p style="margin:20px 0">
          <a
            class="do"
            href={block.href}
            style="display:inline-block;background:#0b5a6e;color:#fbf9f4;padding:10px 18px;border-radius:3px;text-decoration:none;font-weight:600"
          >
            {block.words}
          </a>
        </p>
      );
    case "text":
      return (
        <p style="margin:0 0 14px">
          <Words parts={block.parts} locale={locale} />
        </p>
      );
    case "note":
      return (
        <p class="quiet" style="margin:0 0 12px;font-size:14px;color:#56605f;overflow-wrap:anywhere">
          <Words parts={block.parts} locale={locale} />
        </p>
      );
    case "list":
      return (
        <ul style="list-style:none;margin:0;padding:0">
          {block.items.map(({ title, lines }) => (
            <li
              class="item"
              style={`margin:0 0 16px;padding:0;padding-${direction(locale) === "rtl" ? "right" : "left"}:12px;border-${direction(locale) === "rtl" ? "right" : "left"}:3px solid #d9d4c8`}
            >
              {title !== "" && (
                <p style="margin:0 0 4px;font-weight:600">
                  <Words parts={[title]} locale={locale} />
                </p>
              )}
              {lines.map(({ label, parts }) => (
                <p style="margin:0 0 2px">
                  {label && (
                    <span class="quiet" style="color:#56605f">
                      {label}
                      {punctuation(locale).colon}
                    </span>
                  )}
                  <Words parts={parts} locale={locale} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      );
  }
}

function Words({ parts, locale }: { parts: readonly Part[]; locale: Locale }) {
  return (
    <>
      {parts.map((part) => {
        if (typeof part === "string") return part;
        const lang = part.lang !== undefined && part.lang !== locale ? part.lang : undefined;
        // An address in full runs from left to right in every language.
        const dir =
          part.words === part.href && direction(locale) === "rtl" ? "ltr" : lang && direction(lang) !== direction(locale) ? direction(lang) : undefined;
        if (part.href)
          return (
            <a href={part.href} lang={lang} dir={dir} style={LINK}>
              {part.words}
            </a>
          );
        if (part.strong)
          return (
            <strong lang={lang} dir={dir}>
              {part.words}
            </strong>
          );
        return (
          <span lang={lang} dir={dir}>
            {part.words}
          </span>
        );
      })}
    </>
  );
}
