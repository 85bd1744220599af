import type { Shade } from "./standing.ts";
import { maskOf, shadeClass } from "./standing.ts";

/** One line of a legend. */
export interface LegendItem {
  readonly standing: Shade;
  /** The answer in words, or the range of a step. */
  readonly label: string;
  /** How many places, already written in the page's language. */
  readonly count?: string | undefined;
}

/** What the fills and patterns mean. `id` is the id of the map or chart whose patterns it uses. */
export function Legend({ id, items, label }: { id: string; items: readonly LegendItem[]; label: string }) {
  return (
    <ul class="legend" aria-label={label}>
      {items.map((item) => {
        const mask = maskOf(id, item.standing);
        return (
          <li data-s={shadeClass(item.standing)}>
            <svg class="swatch" viewBox="0 0 44 28" width="22" height="14" aria-hidden="true">
              <rect class={shadeClass(item.standing)} x="1" y="1" width="42" height="26" mask={mask ? `url(#${mask})` : undefined} />
            </svg>
            {item.label}
            {item.count !== undefined && <b>{item.count}</b>}
          </li>
        );
      })}
    </ul>
  );
}
