import { type Letter, type Pen, said } from "./letter.ts";

/** Asks whether the owner of an address signed. */
export function signLetter(
  pen: Pen,
  { campaign, what, link }: { readonly campaign: string; readonly what: "letter" | "petition"; readonly link: string },
): Letter {
  const { t, catalogue } = pen;
  const title = pen.say("campaign", campaign, "title", catalogue.campaigns.get(campaign)?.title ?? campaign);
  return {
    subject: t("mail.subject-sign"),
    blocks: [
      { is: "text", parts: [t(`mail.sign-${what}`)] },
      { is: "list", items: [{ title: said(pen, title, { href: pen.link(`/campaigns/${campaign}`) }), lines: [] }] },
      { is: "button", words: t("mail.sign-do"), href: link },
      { is: "text", parts: [t("mail.confirm-link")] },
      { is: "note", parts: [t("mail.whole"), " ", { words: link, href: link }] },
    ],
    foot: [{ is: "note", parts: [t("mail.sign-not-you")] }],
  };
}
