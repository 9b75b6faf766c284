/** Tells of changes together: `rest` after the first of them, and not again within `gap`. Milliseconds. */
export interface Gathering {
  changed(): void;
  end(): void;
}

/** `tell` gives whether there was something to tell; when not, the next change need not wait for the gap. */
export function gathered(
  tell: () => boolean,
  { rest, gap }: { rest: number; gap: number },
): Gathering {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting = false;
  const speak = (): void => {
    timer = null;
    if (!waiting) return;
    waiting = false;
    if (tell()) timer = setTimeout(speak, gap);
  };
  return {
    changed() {
      waiting = true;
      timer ??= setTimeout(speak, rest);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
