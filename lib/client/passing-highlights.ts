/** What is shown for a moment, drawn by the browser over the text without touching it. */
export type PassingHighlight = 'pending' | 'cursor' | 'considered' | 'remote' | 'found' | 'hover';

/** Replaces what the highlight shows. Nothing is shown where CSS custom highlights are unknown. */
export function setPassingHighlight(name: PassingHighlight, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(`postil-${name}`);
  else CSS.highlights.set(`postil-${name}`, new Highlight(...ranges));
}
