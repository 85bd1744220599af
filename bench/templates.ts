// A plain HTTP server whose page is put together from strings. Parameters: port, address of the database, dist.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readAssets } from "../src/web/built.ts";
import { SECURITY } from "../src/web/header.ts";
import { visits } from "./source.ts";
import { jurisdictionHtml } from "./template/page.ts";

const [port = "0", databaseUrl = "", dist = ""] = process.argv.slice(2);
const visitOf = visits(databaseUrl, await readAssets(dist));

createServer((request, response) => {
  const code = /^\/en\/jurisdictions\/([A-Z-]+)$/.exec(request.url ?? "")?.[1] ?? "";
  visitOf(code, `http://${request.headers.host}`)
    .then(jurisdictionHtml)
    .then(
      (html) => {
        if (html === null) {
          response.writeHead(404).end();
          return;
        }
        const body = Buffer.from(html, "utf8");
        // The same headers as the product's, its validator included: a page without one could not be kept by a browser.
        response.writeHead(200, {
          ...SECURITY,
          "content-type": "text/html; charset=utf-8",
          "content-language": "en",
          "cache-control": "public, max-age=0, must-revalidate",
          "content-length": body.length,
          etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
          vary: "accept-encoding",
        });
        response.end(body);
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.writeHead(500).end();
      },
    );
}).listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
