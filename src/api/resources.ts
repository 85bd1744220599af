import type { Resource } from "./resource.ts";

/** Everything that the API serves. */
export const RESOURCES: readonly Resource[] = [];
