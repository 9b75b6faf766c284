import { useEffect } from 'react';

/**
 * Keeps `--keyboard` on the page's root at how much of the window's lower edge a keyboard on the screen covers. The window itself
 * keeps its height while one is open (Visual Viewport API), so what stands at the bottom has to stand that much higher.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const { visualViewport: viewport } = window;
    if (viewport === null) return undefined;
    const { style } = document.documentElement;
    const measure = (): void => {
      // Zoomed in, the visible part is smaller without any keyboard.
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      const inset = viewport.scale === 1 ? Math.max(0, Math.round(covered)) : 0;
      style.setProperty('--keyboard', `${inset}px`);
    };
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    measure();
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
      style.removeProperty('--keyboard');
    };
  }, []);
}
