import { aboutPage, accessibilityPage, methodPage, privacyPage } from "./page/about/page.tsx";
import { dataList } from "./page/data/list.tsx";
import { dataPage } from "./page/data/page.tsx";
import { searchPage } from "./page/search/page.tsx";
import type { Route } from "./visit.ts";

/** Every page of the site; paths stand below the locale. */
export const ROUTES: readonly Route[] = [
  { path: "/search", page: searchPage },
  { path: "/data", page: dataList },
  { path: "/data/:id", page: dataPage },
  { path: "/about", page: aboutPage },
  { path: "/method", page: methodPage },
  { path: "/accessibility", page: accessibilityPage },
  { path: "/privacy", page: privacyPage },
];
