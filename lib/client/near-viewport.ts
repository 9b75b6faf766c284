/** Tells which of the elements come within about one screen of the viewport, and which leave it. Returns what ends it. */
export function watchNearViewport(
  elements: Iterable<Element>,
  onChange: (changes: ReadonlyMap<Element, boolean>) => void,
): () => void {
  const observer = new IntersectionObserver(
    (entries) =>
      onChange(new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]))),
    { rootMargin: '100% 0px' },
  );
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
