import type { Letter, Pen } from "./letter.ts";
import { watchParts } from "./watch.ts";

/** Asks whether the owner of an address wants the alerts that were asked for. */
export function confirmLetter(pen: Pen, { query, link }: { readonly query: string; readonly link: string }): Letter {
  const { t } = pen;
  return {
    subject: t("mail.subject-confirm"),
    blocks: [
      { is: "text", parts: [t("mail.confirm")] },
      { is: "list", items: [{ title: "", lines: [{ label: "", parts: watchParts(pen, query, false) }] }] },
      { is: "button", words: t("alert.confirm-do"), href: link },
      { is: "text", parts: [t("mail.confirm-link")] },
      { is: "note", parts: [t("mail.whole"), " ", { words: link, href: link }] },
    ],
    foot: [{ is: "note", parts: [t("mail.confirm-not-you")] }],
  };
}
