/** Articles of up to this many blocks are drawn whole. */
const SHORT = 80;

/**
 * Tells which of the elements come within about one screen of the viewport, and which leave it. Of few elements all
 * are near at once. Returns what ends it.
 */
export function watchNearViewport(
  elements: readonly Element[],
  onChange: (changes: ReadonlyMap<Element, boolean>) => void,
): () => void {
  if (elements.length <= SHORT) {
    onChange(new Map(elements.map((element) => [element, true])));
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) =>
      onChange(new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]))),
    { rootMargin: '100% 0px' },
  );
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
