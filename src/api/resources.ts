import { adoptionResource } from "./adoption/resource.ts";
import { briefResource } from "./brief/resource.ts";
import { campaignResource } from "./campaign/resource.ts";
import { changeResource } from "./change/resource.ts";
import { claimResource } from "./claim/resource.ts";
import { commitmentResource } from "./commitment/resource.ts";
import { compareResource } from "./compare/resource.ts";
import { consultationResource } from "./consultation/resource.ts";
import { correctionResource } from "./correction/resource.ts";
import { datasetResource } from "./dataset/resource.ts";
import { dossierResource } from "./dossier/resource.ts";
import { dutyResource } from "./duty/resource.ts";
import { eventResource } from "./event/resource.ts";
import { figureResource } from "./figure/resource.ts";
import { historyResource } from "./history/resource.ts";
import { instrumentResource } from "./instrument/resource.ts";
import { jurisdictionResource } from "./jurisdiction/resource.ts";
import { languageResource } from "./language/resource.ts";
import { letterResource } from "./letter/resource.ts";
import { obligationResource } from "./obligation/resource.ts";
import { askResource } from "./position/ask-resource.ts";
import { gapResource } from "./position/gap-resource.ts";
import { positionResource } from "./position/resource.ts";
import { questionResource } from "./question/resource.ts";
import type { Resource } from "./resource.ts";
import { searchResource } from "./search/resource.ts";
import { serviceResource } from "./service/resource.ts";
import { snapshotResource } from "./snapshot/resource.ts";
import { survivorResource } from "./survivor/resource.ts";
import { termResource } from "./term/resource.ts";
import { testimonyResource } from "./testimony/resource.ts";
import { timelineResource } from "./timeline/resource.ts";
import { topicResource } from "./topic/resource.ts";
import { treatyResource } from "./treaty/resource.ts";
import { updateResource } from "./update/resource.ts";

/** Everything that the API serves. */
export const RESOURCES: readonly Resource[] = [
  treatyResource,
  claimResource,
  compareResource,
  correctionResource,
  serviceResource,
  survivorResource,
  termResource,
  positionResource,
  askResource,
  briefResource,
  gapResource,
  instrumentResource,
  obligationResource,
  dutyResource,
  languageResource,
  eventResource,
  updateResource,
  campaignResource,
  letterResource,
  consultationResource,
  changeResource,
  testimonyResource,
  commitmentResource,
  historyResource,
  searchResource,
  datasetResource,
  snapshotResource,
  figureResource,
  jurisdictionResource,
  questionResource,
  adoptionResource,
  timelineResource,
  dossierResource,
  topicResource,
];
