import type { SiteLocale } from "../../domain/locale.ts";
import enAbout from "./en/about.json" with { type: "json" };
import enAdoption from "./en/adoption.json" with { type: "json" };
import enAnswer from "./en/answer.json" with { type: "json" };
import enBrief from "./en/brief.json" with { type: "json" };
import enChart from "./en/chart.json" with { type: "json" };
import enClaim from "./en/claim.json" with { type: "json" };
import enCompare from "./en/compare.json" with { type: "json" };
import enData from "./en/data.json" with { type: "json" };
import enDossier from "./en/dossier.json" with { type: "json" };
import enDuty from "./en/duty.json" with { type: "json" };
import enEvent from "./en/event.json" with { type: "json" };
import enFigure from "./en/figure.json" with { type: "json" };
import enFrame from "./en/frame.json" with { type: "json" };
import enGlossary from "./en/glossary.json" with { type: "json" };
import enHistory from "./en/history.json" with { type: "json" };
import enHome from "./en/home.json" with { type: "json" };
import enInstrument from "./en/instrument.json" with { type: "json" };
import enJurisdiction from "./en/jurisdiction.json" with { type: "json" };
import enMap from "./en/map.json" with { type: "json" };
import enMethod from "./en/method.json" with { type: "json" };
import enObligation from "./en/obligation.json" with { type: "json" };
import enPosition from "./en/position.json" with { type: "json" };
import enQuestion from "./en/question.json" with { type: "json" };
import enSearch from "./en/search.json" with { type: "json" };
import enService from "./en/service.json" with { type: "json" };
import enSnapshot from "./en/snapshot.json" with { type: "json" };
import enTimeline from "./en/timeline.json" with { type: "json" };
import enTopic from "./en/topic.json" with { type: "json" };
import enTreaty from "./en/treaty.json" with { type: "json" };
import enUpdate from "./en/update.json" with { type: "json" };
import frAbout from "./fr/about.json" with { type: "json" };
import frAdoption from "./fr/adoption.json" with { type: "json" };
import frAnswer from "./fr/answer.json" with { type: "json" };
import frBrief from "./fr/brief.json" with { type: "json" };
import frChart from "./fr/chart.json" with { type: "json" };
import frClaim from "./fr/claim.json" with { type: "json" };
import frCompare from "./fr/compare.json" with { type: "json" };
import frData from "./fr/data.json" with { type: "json" };
import frDossier from "./fr/dossier.json" with { type: "json" };
import frDuty from "./fr/duty.json" with { type: "json" };
import frEvent from "./fr/event.json" with { type: "json" };
import frFigure from "./fr/figure.json" with { type: "json" };
import frFrame from "./fr/frame.json" with { type: "json" };
import frGlossary from "./fr/glossary.json" with { type: "json" };
import frHistory from "./fr/history.json" with { type: "json" };
import frHome from "./fr/home.json" with { type: "json" };
import frInstrument from "./fr/instrument.json" with { type: "json" };
import frJurisdiction from "./fr/jurisdiction.json" with { type: "json" };
import frMap from "./fr/map.json" with { type: "json" };
import frMethod from "./fr/method.json" with { type: "json" };
import frObligation from "./fr/obligation.json" with { type: "json" };
import frPosition from "./fr/position.json" with { type: "json" };
import frQuestion from "./fr/question.json" with { type: "json" };
import frSearch from "./fr/search.json" with { type: "json" };
import frService from "./fr/service.json" with { type: "json" };
import frSnapshot from "./fr/snapshot.json" with { type: "json" };
import frTimeline from "./fr/timeline.json" with { type: "json" };
import frTopic from "./fr/topic.json" with { type: "json" };
import frTreaty from "./fr/treaty.json" with { type: "json" };
import frUpdate from "./fr/update.json" with { type: "json" };

type Section = Readonly<Record<string, string>>;

function flat(sections: Readonly<Record<string, Section>>): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [section, messages] of Object.entries(sections)) for (const [key, text] of Object.entries(messages)) all.set(`${section}.${key}`, text);
  return all;
}

/** Every message of the site by language; a key is `section.name`. */
export const MESSAGES: Readonly<Record<SiteLocale, ReadonlyMap<string, string>>> = {
  en: flat({
    about: enAbout,
    adoption: enAdoption,
    answer: enAnswer,
    brief: enBrief,
    chart: enChart,
    claim: enClaim,
    compare: enCompare,
    data: enData,
    duty: enDuty,
    dossier: enDossier,
    figure: enFigure,
    event: enEvent,
    frame: enFrame,
    glossary: enGlossary,
    history: enHistory,
    home: enHome,
    instrument: enInstrument,
    jurisdiction: enJurisdiction,
    map: enMap,
    method: enMethod,
    obligation: enObligation,
    position: enPosition,
    question: enQuestion,
    search: enSearch,
    service: enService,
    snapshot: enSnapshot,
    timeline: enTimeline,
    topic: enTopic,
    treaty: enTreaty,
    update: enUpdate,
  }),
  fr: flat({
    about: frAbout,
    adoption: frAdoption,
    answer: frAnswer,
    brief: frBrief,
    chart: frChart,
    claim: frClaim,
    compare: frCompare,
    data: frData,
    duty: frDuty,
    dossier: frDossier,
    figure: frFigure,
    event: frEvent,
    frame: frFrame,
    glossary: frGlossary,
    history: frHistory,
    home: frHome,
    instrument: frInstrument,
    jurisdiction: frJurisdiction,
    map: frMap,
    method: frMethod,
    obligation: frObligation,
    position: frPosition,
    question: frQuestion,
    search: frSearch,
    service: frService,
    snapshot: frSnapshot,
    timeline: frTimeline,
    topic: frTopic,
    treaty: frTreaty,
    update: frUpdate,
  }),
};
