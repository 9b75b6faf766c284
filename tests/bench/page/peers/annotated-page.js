/** What the benchmark does with either page: text first, then all annotations at once, then one more. */
export function offerPeer({ showText, hand, addOne, marksIn, hitTest }) {
  globalThis.peer = { showText, hand, addOne, marksIn, hitTest };
}

/** The page's text as paragraphs. */
export function paragraphsIn(host, paragraphs) {
  host.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

/** Index of the paragraph that holds an offset of the text, whose paragraphs are joined by one line feed. */
export function paragraphAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function startsOf(paragraphs) {
  let start = 0;
  return paragraphs.map((text) => {
    const here = start;
    start += text.length + 1;
    return here;
  });
}
