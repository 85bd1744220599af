import { datasetResource } from "./dataset/resource.ts";
import { jurisdictionResource } from "./jurisdiction/resource.ts";
import { questionResource } from "./question/resource.ts";
import type { Resource } from "./resource.ts";
import { searchResource } from "./search/resource.ts";
import { topicResource } from "./topic/resource.ts";

/** Everything that the API serves. */
export const RESOURCES: readonly Resource[] = [searchResource, datasetResource, jurisdictionResource, questionResource, topicResource];
