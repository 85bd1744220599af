/**
 * The value of a key, made once and kept. At most `most` values are kept; then all are made anew as they are asked for.
 * A failed attempt is not kept.
 */
export function keptIn<V>(kept: Map<string, Promise<V>>, key: string, most: number, make: () => Promise<V>): Promise<V> {
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= most) kept.clear();
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
