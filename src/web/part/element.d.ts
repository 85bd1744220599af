/** The site's custom elements, known to TSX. */
declare module "hono/jsx/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "atlas-search": Record<string, unknown>;
      "atlas-exit": Record<string, unknown>;
      "atlas-map": Record<string, unknown>;
      "atlas-readout": Record<string, unknown>;
      "atlas-frame": Record<string, unknown>;
      "atlas-offline": Record<string, unknown>;
      "atlas-slider": Record<string, unknown>;
      "atlas-work": Record<string, unknown>;
      "atlas-countdown": Record<string, unknown>;
    }
  }
}

export {};
