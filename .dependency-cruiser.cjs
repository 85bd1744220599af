/** Folders are layers: each may import only from those that stand before it. */
const LAYERS = ["domain", "dataset", "store", "analysis", "search", "api", "web", "notify", "desk", "cli"];

/** Where the program and the build begin. */
const ENTRIES = "^src/(cli/atlas|web/map/shapes|web/message/build|web/method/build)\\.ts$";
/** Broken files, sample inquiries and a way to the real texts, made for tests. */
const MATERIAL = ["^src/dataset/check/broken/", "^src/(?:api|analysis/event)/(?:sample|specimen)\\.ts$", "^src/dataset/translation/held\\.ts$"];

module.exports = {
  forbidden: [
    ...LAYERS.map((layer, index) => ({
      name: `layer-${layer}`,
      comment: `src/${layer} may import only from: ${LAYERS.slice(0, index).join(", ") || "nothing of ours"}`,
      severity: "error",
      from: { path: `^src/${layer}/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: `^src/(${LAYERS.slice(index + 1).join("|") || "-"})/` },
    })),
    {
      name: "islands-stand-alone",
      comment: "what runs in the browser imports nothing of the server",
      severity: "error",
      from: { path: "^src/web/island/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/web/island/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "no-orphans",
      comment: "a file that nothing uses is dead code",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: ["\\.test\\.tsx?$", "\\.d\\.ts$", "^src/web/(?:island|host)/", "^src/web/message/[a-z]+/[a-z]+\\.json$"] },
      to: {},
    },
    {
      name: "unreached",
      comment: "code that no entry of the program reaches is dead",
      severity: "error",
      from: { path: ENTRIES },
      to: { path: "^src/", reachable: false, pathNot: ["\\.test\\.tsx?$", "\\.d\\.ts$", "^src/web/(?:island|host)/", "^src/web/message/[a-z]+/[a-z]+\\.json$", ENTRIES, ...MATERIAL] },
    },
    {
      name: "material-of-tests",
      comment: "what stands beside the code for its tests is no part of the program",
      severity: "error",
      from: { path: "^src/", pathNot: ["\\.test\\.tsx?$", ...MATERIAL] },
      to: { path: MATERIAL },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".json"] },
  },
};
