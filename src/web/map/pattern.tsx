/**
 * The patterns of answers as masks, for shapes drawn in map units. A mask works on whatever it is put on,
 * also on shapes from another file, where a pattern as fill would be lost.
 * Each has a fine form and a bold one; the style sheet shows the bold one on small screens.
 */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-h`} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path fill="#fff" fill-opacity=".38" d="M0 0h12v12H0z" />
        <path fill="#fff" d="M0 0h6v12H0z" />
      </pattern>
      <pattern id={`${id}-d`} width="11" height="11" patternUnits="userSpaceOnUse">
        <path fill="#fff" fill-opacity=".3" d="M0 0h11v11H0z" />
        <circle fill="#fff" cx="5.5" cy="5.5" r="3.2" />
      </pattern>
      <pattern id={`${id}-l`} width="9" height="9" patternUnits="userSpaceOnUse">
        <path fill="#fff" fill-opacity=".08" d="M0 0h9v9H0z" />
        <path fill="#fff" d="M0 3h9v3H0z" />
      </pattern>
      {(["h", "d", "l"] as const).map((one) => (
        <pattern id={`${id}-${one}b`} href={`#${id}-${one}`} patternTransform={one === "h" ? "rotate(45) scale(1.8)" : "scale(1.8)"} />
      ))}
      <Mask id={`${id}-partial`} pattern={`${id}-h`} />
      <Mask id={`${id}-unclear`} pattern={`${id}-d`} />
      <Mask id={`${id}-not-known`} pattern={`${id}-l`} />
    </defs>
  );
}

function Mask({ id, pattern }: { id: string; pattern: string }) {
  const area = { x: "-9", y: "-9", width: "2020", height: "900" };
  return (
    <mask id={id} maskUnits="userSpaceOnUse" {...area}>
      <rect class="fine" {...area} fill={`url(#${pattern})`} />
      <rect class="bold" {...area} fill={`url(#${pattern}b)`} />
    </mask>
  );
}
