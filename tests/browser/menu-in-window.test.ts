import { expect, test } from 'vitest';
import { newReading, open } from './room.ts';
import { setStage } from './stage.ts';

const stage = setStage();

test.each([
  [320, 0],
  [390, 0],
  [390, 260],
  [768, 400],
])(
  '[A7] in a window of %i px the menu lies wholly in it, its button %i px from the right edge',
  async (width, moved) => {
    const path = await newReading(stage.olga);
    const page = await stage.windowOf(stage.olga, { width, height: 640 });
    await open(page, path);
    const button = page.getByRole('button', { name: /^Your menu/ });
    await button.evaluate((element, px) => {
      element.style.position = 'fixed';
      element.style.right = `${px}px`;
    }, moved);
    await button.click();
    const menu = page.getByRole('menu', { name: /^Your menu/ });
    await menu.waitFor();
    const box = await menu.boundingBox();
    if (box === null) throw new Error('the menu is not drawn');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(640);
    expect(box.width).toBeGreaterThan(200);
  },
);
