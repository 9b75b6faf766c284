import type { Page } from 'playwright-core';

/** As wide and as high as a finger. CSS px. */
const FINGER = 44;

/**
 * What in the window can be touched, but is less than 44 px wide or high: `<name> <width> x <height>`. Measured as a finger would: from its
 * middle, how far a touch still reaches it (so what only looks small counts by what it takes, and what something else covers by what
 * is left). Not counted: words in the flow of the text, what shows on focus only, what lies under a sheet or reaches under the panel,
 * and the noted lines, whose target is not theirs alone.
 */
export async function smallTargets(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate(
    ({ finger, root }) => {
      const CONTROLS =
        'a[href], button, input, select, textarea, [contenteditable="true"], [role="menuitem"], [data-end]';
      const sheet = document.querySelector('dialog:modal, [popover]:popover-open');
      const isSeen = (one: Element): boolean =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.closest('[popover]:not(:popover-open)') === null &&
        (sheet === null || sheet.contains(one)) &&
        getComputedStyle(one).clipPath === 'none' &&
        !one.matches('[data-block], [class*="skip"]') &&
        one.getBoundingClientRect().width > 1;
      const takes = (one: Element, x: number, y: number): boolean => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (one.contains(hit) || hit.closest('label')?.contains(one) === true);
      };
      const reach = (one: Element, from: [number, number], step: [number, number]): number => {
        let far = 0;
        while (
          far < finger &&
          takes(one, from[0] + step[0] * (far + 1), from[1] + step[1] * (far + 1))
        )
          far += 1;
        return far;
      };
      const measure = (one: Element): { width: number; height: number } | null => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const middle: [number, number] = [left + width / 2, top + height / 2];
        if (!takes(one, ...middle)) return null;
        return {
          width: reach(one, middle, [-1, 0]) + reach(one, middle, [1, 0]) + 1,
          height: reach(one, middle, [0, -1]) + reach(one, middle, [0, 1]) + 1,
        };
      };
      const panel = document.querySelector('[aria-label="Open in the margin"]');
      const reachesUnderPanel = (one: Element): boolean => {
        if (panel === null || panel.contains(one)) return false;
        const [a, b] = [one.getBoundingClientRect(), panel.getBoundingClientRect()];
        return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      };
      const nameOf = (one: Element): string =>
        one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? '';
      return [...document.querySelectorAll(`${root} :is(${CONTROLS})`)]
        .filter(isSeen)
        .flatMap((one) => {
          if (one.closest('main article') === null)
            one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
          if (reachesUnderPanel(one)) return [];
          const size = measure(one);
          if (size === null || (size.width >= finger && size.height >= finger)) return [];
          return [`${one.tagName} ${nameOf(one)} ${size.width} x ${size.height}`];
        });
    },
    { finger: FINGER, root: within },
  );
}
