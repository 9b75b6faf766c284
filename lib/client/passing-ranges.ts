import type { Stretch } from './annotated-blocks.ts';
import { commonStretch } from './common-stretch.ts';
import { rangeOf } from './dom-offsets.ts';
import { type PassingHighlight, setPassingHighlight } from './passing-highlights.ts';

/**
 * What passing highlights lie on. The browser moves their ranges when text nodes under them are split or joined, so they
 * are placed anew after each drawing, and only where they can be seen: every range that exists slows every change of
 * the document.
 */
export class PassingRanges {
  readonly #article: HTMLElement;
  readonly #shown = new Map<PassingHighlight, readonly Stretch[]>();
  readonly #near: () => Stretch;

  /** `near`: the text near the viewport. */
  constructor(article: HTMLElement, near: () => Stretch) {
    this.#article = article;
    this.#near = near;
  }

  show(name: PassingHighlight, ranges: readonly Stretch[]): void {
    if (ranges.length === 0) this.#shown.delete(name);
    else this.#shown.set(name, ranges);
    this.#place(name, ranges);
  }

  /** After text nodes changed, or other blocks came near. */
  placeAgain(): void {
    for (const [name, ranges] of this.#shown) this.#place(name, ranges);
  }

  clear(): void {
    for (const name of this.#shown.keys()) setPassingHighlight(name, []);
    this.#shown.clear();
  }

  #place(name: PassingHighlight, ranges: readonly Stretch[]): void {
    const near = this.#near();
    const placed = ranges
      .filter((range) => commonStretch(range, near) !== null)
      .flatMap(({ start, end }) => rangeOf(this.#article, start, end) ?? []);
    setPassingHighlight(name, placed);
  }
}
