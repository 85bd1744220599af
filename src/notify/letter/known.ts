import type { Letter, Pen } from "./letter.ts";
import { watchParts } from "./watch.ts";

/** Leads to all alerts of an address: somebody asked for the link, or for an alert that it has already. */
export function knownLetter(pen: Pen, { query, manage, end }: { readonly query: string; readonly manage: string; readonly end: string }): Letter {
  const { t } = pen;
  return {
    subject: t("mail.subject-known"),
    blocks: [
      { is: "text", parts: [t("mail.known")] },
      ...(query
        ? ([
            { is: "text", parts: [t("mail.known-has")] },
            { is: "list", items: [{ title: "", lines: [{ label: "", parts: watchParts(pen, query, false) }] }] },
          ] as const)
        : []),
      { is: "button", words: t("mail.manage"), href: manage },
      { is: "note", parts: [t("mail.whole"), " ", { words: manage, href: manage }] },
    ],
    foot: [
      { is: "note", parts: [t("mail.known-not-you")] },
      { is: "note", parts: [{ words: t("mail.end-all"), href: end }] },
    ],
  };
}
