/*
 * For the pages of others that show a figure of ours in a frame: gives the frame the height that the figure says it has.
 * It is not needed, and it hears nothing but frames that come from where this file came from.
 */
const home = new URL((document.currentScript as HTMLScriptElement).src).origin;
addEventListener("message", ({ data, origin, source }: MessageEvent<{ readonly atlasHeight?: unknown } | null>) => {
  const height = Number(data?.atlasHeight);
  if (origin === home && height > 0 && height < 20_000)
    for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.style.height = `${height}px`;
});

export {};
