// `npm start`: everything from a fresh checkout to a running site.
import { atlas } from "./atlas.mjs";

atlas(["serve", ...process.argv.slice(2)]);
