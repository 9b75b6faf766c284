'use client';
import { type ComponentType, useEffect, useState } from 'react';

/**
 * The margin, whose code comes beside the session's: before records are there it has nothing to show, and takes no room of the text's. Not by
 * `lazy`: React shows what was suspended up to 300 ms late, so as not to flicker, and the cards would come behind the marks.
 */
export function LaterMargin() {
  const [Margin, setMargin] = useState<ComponentType | null>(null);

  useEffect(() => {
    let isLeft = false;
    void import('./margin.tsx').then((loaded) => {
      if (!isLeft) setMargin(() => loaded.Margin);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  return Margin === null ? null : <Margin />;
}
