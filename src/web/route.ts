import { aboutPage, accessibilityPage, methodPage, privacyPage } from "./page/about/page.tsx";
import { adoptionListPage } from "./page/adoption/list.tsx";
import { adoptionPage } from "./page/adoption/page.tsx";
import { confirmPage, confirmPost } from "./page/alert/confirm.tsx";
import { managePage, managePost } from "./page/alert/manage.tsx";
import { alertPage, alertPost } from "./page/alert/page.tsx";
import { unsubscribePage, unsubscribePost } from "./page/alert/unsubscribe.tsx";
import { briefPage, briefPdf } from "./page/brief/page.tsx";
import { sharePicture } from "./page/campaign/file.tsx";
import { campaignList } from "./page/campaign/list.tsx";
import { campaignPage } from "./page/campaign/page.tsx";
import { signPage, signPost } from "./page/campaign/sign.tsx";
import { claimList } from "./page/claim/list.tsx";
import { claimPage } from "./page/claim/page.tsx";
import { commitmentList } from "./page/commitment/list.tsx";
import { commitmentPage } from "./page/commitment/page.tsx";
import { comparePage } from "./page/compare/page.tsx";
import { consultationListPage } from "./page/consultation/list.tsx";
import { correctionPage } from "./page/correction/page.tsx";
import { dataList } from "./page/data/list.tsx";
import { dataPage } from "./page/data/page.tsx";
import { dossierList } from "./page/dossier/list.tsx";
import { dossierPage } from "./page/dossier/page.tsx";
import { dutyPage } from "./page/duty/page.tsx";
import { eventPage, ownEventPage } from "./page/event/page.tsx";
import { feedPage } from "./page/feed/page.tsx";
import { feedbackPage, feedbackSent } from "./page/feedback/page.tsx";
import { figureBibtex, figureCsl } from "./page/figure/cite.ts";
import { figureEmbed } from "./page/figure/embed.tsx";
import { figurePng, figureSvg } from "./page/figure/file.tsx";
import { figurePage } from "./page/figure/page.tsx";
import { historyPage } from "./page/history/page.tsx";
import { homePage } from "./page/home/page.tsx";
import { instrumentList } from "./page/instrument/list.tsx";
import { instrumentPage } from "./page/instrument/page.tsx";
import { jurisdictionListPage } from "./page/jurisdiction/list.tsx";
import { jurisdictionPage } from "./page/jurisdiction/page.tsx";
import { jurisdictionPositionsPage } from "./page/jurisdiction/positions.tsx";
import { languageChoice, languagePage } from "./page/language/page.tsx";
import { letterPage } from "./page/letter/page.tsx";
import { methodList, methodTextPage } from "./page/method/page.tsx";
import { obligationList } from "./page/obligation/list.tsx";
import { obligationPage } from "./page/obligation/page.tsx";
import { offlinePage } from "./page/offline/page.tsx";
import { askPage } from "./page/position/each.tsx";
import { positionList } from "./page/position/list.tsx";
import { positionPage } from "./page/position/page.tsx";
import { questionListPage } from "./page/question/list.tsx";
import { questionPage } from "./page/question/page.tsx";
import { searchPage } from "./page/search/page.tsx";
import { servicePage } from "./page/service/list.tsx";
import { snapshotList } from "./page/snapshot/list.tsx";
import { snapshotPage } from "./page/snapshot/page.tsx";
import { survivorPage } from "./page/survivor/page.tsx";
import { glossaryPage } from "./page/term/list.tsx";
import { termPage } from "./page/term/page.tsx";
import { testimonyList } from "./page/testimony/list.tsx";
import { testimonyPage } from "./page/testimony/page.tsx";
import { timelinePage } from "./page/timeline/page.tsx";
import { topicListPage } from "./page/topic/list.tsx";
import { topicPage } from "./page/topic/page.tsx";
import { treatyList } from "./page/treaty/list.tsx";
import { treatyPage } from "./page/treaty/page.tsx";
import { updateArchive, updateList } from "./page/update/list.tsx";
import { updatePage } from "./page/update/page.tsx";
import type { Route } from "./visit.ts";

/** Every page of the site; paths stand below the locale. */
export const ROUTES: readonly Route[] = [
  { path: "/treaties", page: treatyList },
  { path: "/treaties/:id", page: treatyPage, map: true },
  { path: "/compare", page: comparePage },
  { path: "/brief", page: briefPage },
  { path: "/brief.pdf", page: briefPdf },
  { path: "/claims", page: claimList },
  { path: "/claims/:id", page: claimPage },
  { path: "/services", page: servicePage },
  { path: "/survivors", page: survivorPage },
  { path: "/glossary", page: glossaryPage },
  { path: "/glossary/:id", page: termPage },
  { path: "/positions", page: positionList },
  { path: "/positions/:id", page: positionPage },
  { path: "/positions/:id/:ask", page: askPage, map: true },
  { path: "/instruments", page: instrumentList },
  { path: "/instruments/:id", page: instrumentPage },
  { path: "/duties", page: dutyPage },
  { path: "/event-study", page: eventPage, post: ownEventPage },
  { path: "/dossiers", page: dossierList },
  { path: "/dossiers/:instrument", page: dossierPage },
  { path: "/obligations", page: obligationList },
  { path: "/obligations/:id", page: obligationPage },
  { path: "/updates", page: updateList },
  { path: "/updates/archive/:year", page: updateArchive },
  { path: "/updates/:id", page: updatePage },
  { path: "/consultations", page: consultationListPage },
  { path: "/feeds", page: feedPage },
  { path: "/campaigns", page: campaignList },
  { path: "/campaigns/:id", page: campaignPage },
  { path: "/campaigns/:id/sign", page: signPage, post: signPost },
  { path: "/campaigns/:id/shares/:file", page: sharePicture },
  { path: "/letters", page: letterPage },
  { path: "/testimony", page: testimonyList },
  { path: "/testimony/:id", page: testimonyPage },
  { path: "/commitments", page: commitmentList },
  { path: "/commitments/:id", page: commitmentPage },
  { path: "/history", page: historyPage },
  { path: "", page: homePage, map: true },
  { path: "/jurisdictions", page: jurisdictionListPage, map: true },
  { path: "/jurisdictions/:code", page: jurisdictionPage },
  { path: "/jurisdictions/:code/positions", page: jurisdictionPositionsPage },
  { path: "/jurisdictions/:code/timeline", page: timelinePage },
  { path: "/questions", page: questionListPage },
  { path: "/questions/:id", page: questionPage, map: true },
  { path: "/questions/:id/adoption", page: adoptionPage },
  { path: "/adoption", page: adoptionListPage },
  { path: "/topics", page: topicListPage },
  { path: "/topics/:id", page: topicPage },
  { path: "/search", page: searchPage },
  { path: "/figures", page: figurePage, map: true },
  { path: "/figures.svg", page: figureSvg },
  { path: "/figures.png", page: figurePng },
  { path: "/figures.bib", page: figureBibtex },
  { path: "/figures.csl.json", page: figureCsl },
  { path: "/embed/figures", page: figureEmbed },
  { path: "/snapshots", page: snapshotList },
  { path: "/snapshots/:id", page: snapshotPage },
  { path: "/data", page: dataList },
  { path: "/data/:id", page: dataPage },
  { path: "/feedback", page: feedbackPage, post: feedbackSent },
  { path: "/corrections", page: correctionPage },
  { path: "/languages", page: languagePage, post: languageChoice },
  { path: "/offline", page: offlinePage },
  { path: "/about", page: aboutPage },
  { path: "/method", page: methodPage },
  { path: "/methods", page: methodList },
  { path: "/methods/:slug", page: methodTextPage },
  { path: "/accessibility", page: accessibilityPage },
  { path: "/privacy", page: privacyPage },
  { path: "/alerts", page: alertPage, post: alertPost },
  { path: "/alerts/confirm", page: confirmPage, post: confirmPost },
  { path: "/alerts/manage", page: managePage, post: managePost },
  { path: "/alerts/unsubscribe", page: unsubscribePage, post: unsubscribePost, anyone: true },
];
