import { datasetResource } from "./dataset/resource.ts";
import type { Resource } from "./resource.ts";
import { searchResource } from "./search/resource.ts";

/** Everything that the API serves. */
export const RESOURCES: readonly Resource[] = [searchResource, datasetResource, ];
