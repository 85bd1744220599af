// Finds what the layer check cannot see: a name that a file exports though nothing else in the program imports it.
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What is called from outside of the program: the command line, the build, and the JSX that the compiler writes. */
const ENTRIES = [
  "src/cli/atlas.ts",
  "src/cli/prepared.ts",
  "src/web/map/shapes.ts",
  "src/web/message/build.ts",
  "src/web/method/build.ts",
  "src/web/render.ts",
];
/** Material of tests that stands beside what it tests. */
const MATERIAL = [/^src\/dataset\/check\/broken\//, /^src\/(?:api|analysis\/event)\/(?:sample|specimen)\.ts$/, /^src\/dataset\/translation\/held\.ts$/];

const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config;
const files = ts.parseJsonConfigFileContent(config, ts.sys, root).fileNames.filter((file) => !file.endsWith(".d.ts"));
const place = (file) => relative(root, file).split(sep).join("/");
const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith("tests/") || MATERIAL.some((one) => one.test(path));

/** Imports by the program and by tests, as `file#name`; `*` stands for all names of a file. */
const imported = { program: new Set(), tests: new Set() };
const exported = [];
for (const file of files) read(file);

const dead = exported.filter(({ path, name, isType, uses }) => {
  const by = (where) => imported[where].has(`${path}#${name}`) || imported[where].has(`${path}#*`);
  if (by("program")) return false;
  // A type of an exported function is exported for its readers; a part of a file may be exported for its test.
  return uses === 0 || !(isType || by("tests"));
});
for (const { path, line, name, uses } of dead) {
  console.error(`${path}:${line} exports ${name}, which nothing in the program ${uses === 0 ? "uses. Remove it." : "imports. Remove the word export."}`);
}
process.exitCode = dead.length === 0 ? 0 : 1;

function read(file) {
  const path = place(file);
  const tree = ts.createSourceFile(file, ts.sys.readFile(file) ?? "", ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const seen = imported[isTest(path) ? "tests" : "program"];
  const names = new Map();
  const take = (module, name) => {
    if (module.text.startsWith(".")) seen.add(`${place(resolve(dirname(file), module.text))}#${name}`);
  };
  const offer = (node, isType) => {
    if (!path.startsWith("src/") || isTest(path) || ENTRIES.includes(path)) return;
    exported.push({ path, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, name: node.text, isType });
  };
  const visit = (node) => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    if (ts.isImportDeclaration(node)) takeImports(node, take);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) takeExports(node, take);
    else if (ts.isImportTypeNode(node)) take(node.argument.literal, node.qualifier?.getText() ?? "*");
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0]))
      take(node.arguments[0], "*");
    if (node.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) {
      const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
      for (const one of ts.isVariableStatement(node) ? node.declarationList.declarations : [node])
        if (one.name && ts.isIdentifier(one.name)) offer(one.name, isType);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  // A name stands once where it is declared; a type that shares its name with a value (a Zod schema) stands twice.
  const own = exported.filter((one) => one.path === path);
  for (const one of own) one.isType ||= own.some((other) => other.name === one.name && other.isType);
  for (const one of own) one.uses = (names.get(one.name) ?? 0) - own.filter((other) => other.name === one.name).length;
}

function takeImports(node, take) {
  const { importClause } = node;
  const bindings = importClause?.namedBindings;
  if (importClause?.name) take(node.moduleSpecifier, "default");
  if (bindings && ts.isNamespaceImport(bindings)) take(node.moduleSpecifier, "*");
  else if (bindings) for (const one of bindings.elements) take(node.moduleSpecifier, (one.propertyName ?? one.name).text);
}

function takeExports(node, take) {
  if (node.exportClause && ts.isNamedExports(node.exportClause)) {
    for (const one of node.exportClause.elements) take(node.moduleSpecifier, (one.propertyName ?? one.name).text);
  } else take(node.moduleSpecifier, "*");
}
