import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { jurisdictionTree } from "../../../../compiled/page.mjs";

export const dynamic = "force-dynamic";

export default async function Page({ params }) {
  const { code } = await params;
  const host = (await headers()).get("host");
  return (await jurisdictionTree(code, `http://${host}`)) ?? notFound();
}
