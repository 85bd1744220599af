import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Contender, contender } from "./child.ts";

const PLACES = ["nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];

/** The installed nginx; null when there is none. */
export function nginxProgram(): string | null {
  return PLACES.find((one) => spawnSync(one, ["-v"]).status === 0) ?? null;
}

/** One nginx process that serves a page from disk at `/page`, and its brotli form at `/brotli`. */
export async function nginx(program: string, folder: string, page: Uint8Array, brotli: Uint8Array): Promise<Contender> {
  const root = join(folder, "nginx");
  await mkdir(root, { recursive: true });
  await writeFile(join(root, "page"), page);
  await writeFile(join(root, "brotli"), brotli);
  const config = (port: number): string => `
daemon off;
master_process off;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${root}/pid;
error_log ${root}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=10;
  client_body_temp_path ${root}/body;
  proxy_temp_path ${root}/proxy;
  fastcgi_temp_path ${root}/fastcgi;
  uwsgi_temp_path ${root}/uwsgi;
  scgi_temp_path ${root}/scgi;
  default_type "text/html; charset=utf-8";
  server {
    listen 127.0.0.1:${port};
    root ${root};
    location = /page { }
    location = /brotli { add_header content-encoding br; }
  }
}
`;
  const file = join(root, "nginx.conf");
  // The port is known only when the parameters are asked for; the file must be there before nginx is.
  return contender(
    program,
    (port) => {
      writeFileSync(file, config(port));
      return ["-c", file, "-p", root, "-e", join(root, "error.log")];
    },
    "/page",
  );
}
