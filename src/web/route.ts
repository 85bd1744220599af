import type { Route } from "./visit.ts";

/** Every page of the site; paths stand below the locale. */
export const ROUTES: readonly Route[] = [];
