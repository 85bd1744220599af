import type { SiteLocale } from "../../domain/locale.ts";
import type { Obligation } from "../../domain/obligation.ts";

/** The few words of a calendar file, which stands outside of the site. */
export interface CalendarWords {
  readonly name: string;
  readonly duties: Readonly<Record<Obligation["duty"], string>>;
  readonly keepUntil: string;
  readonly trigger: string;
  readonly counted: string;
  readonly there: string;
  readonly recipient: string;
  readonly condition: string;
  readonly penalty: string;
  readonly provision: string;
  readonly source: string;
  readonly limits: string;
  readonly advice: string;
}

/** The words in the languages of the site. */
export const CALENDAR_WORDS: Readonly<Record<SiteLocale, CalendarWords>> = {
  en: {
    name: "Duties of a service",
    duties: {
      detect: "Detect",
      report: "Report",
      remove: "Remove or block",
      preserve: "Preserve evidence",
      notify: "Notify",
      "assess-risk": "Assess risk",
      design: "Design for safety",
      "verify-age": "Verify age",
      "obtain-consent": "Obtain consent",
      "appoint-contact": "Appoint a contact",
      "publish-report": "Publish a report",
    },
    keepUntil: "Keep until",
    trigger: "When: ",
    counted: "Counted from: ",
    there: "At the place of the law: ",
    recipient: "To whom: ",
    condition: "Conditions: ",
    penalty: "If not done: ",
    provision: "Provision: ",
    source: "Source: ",
    limits: "This duty is limited by the size or the designation of the service: check the conditions.",
    advice: "Not legal advice. No lawyer has checked this duty. Safeguard Atlas",
  },
  fr: {
    name: "Obligations d’un service",
    duties: {
      detect: "Détecter",
      report: "Signaler",
      remove: "Retirer ou bloquer",
      preserve: "Conserver les preuves",
      notify: "Informer",
      "assess-risk": "Évaluer les risques",
      design: "Concevoir pour la sécurité",
      "verify-age": "Vérifier l’âge",
      "obtain-consent": "Obtenir un consentement",
      "appoint-contact": "Désigner un contact",
      "publish-report": "Publier un rapport",
    },
    keepUntil: "Conserver jusqu’au",
    trigger: "Quand : ",
    counted: "Compté à partir de : ",
    there: "Au lieu du texte : ",
    recipient: "Destinataire : ",
    condition: "Conditions : ",
    penalty: "En cas de manquement : ",
    provision: "Disposition : ",
    source: "Source : ",
    limits: "Cette obligation dépend de la taille ou de la désignation du service : vérifiez les conditions.",
    advice: "Ceci n’est pas un conseil juridique. Aucun juriste n’a vérifié cette obligation. Safeguard Atlas",
  },
};
