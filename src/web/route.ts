import { aboutPage, accessibilityPage, methodPage, privacyPage } from "./page/about/page.tsx";
import { dataList } from "./page/data/list.tsx";
import { dataPage } from "./page/data/page.tsx";
import { searchPage } from "./page/search/page.tsx";
import { homePage } from "./page/home/page.tsx";
import { jurisdictionListPage } from "./page/jurisdiction/list.tsx";
import { jurisdictionPage } from "./page/jurisdiction/page.tsx";
import { questionListPage } from "./page/question/list.tsx";
import { questionPage } from "./page/question/page.tsx";
import { topicListPage } from "./page/topic/list.tsx";
import { topicPage } from "./page/topic/page.tsx";
import type { Route } from "./visit.ts";

/** Every page of the site; paths stand below the locale. */
export const ROUTES: readonly Route[] = [
  { path: "", page: homePage },
  { path: "/jurisdictions", page: jurisdictionListPage },
  { path: "/jurisdictions/:code", page: jurisdictionPage },
  { path: "/questions", page: questionListPage },
  { path: "/questions/:id", page: questionPage },
  { path: "/topics", page: topicListPage },
  { path: "/topics/:id", page: topicPage },
  { path: "/search", page: searchPage },
  { path: "/data", page: dataList },
  { path: "/data/:id", page: dataPage },
  { path: "/about", page: aboutPage },
  { path: "/method", page: methodPage },
  { path: "/accessibility", page: accessibilityPage },
  { path: "/privacy", page: privacyPage },
];
