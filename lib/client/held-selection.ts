/**
 * Which elements the reader holds a native selection in. Text nodes that are split or joined under a selection's end
 * move or drop it, and phones lose their handles; so those elements are left alone until it is released.
 */
export interface HeldSelection {
  /** Where it begins and ends. To be asked before anything is drawn: the browser lays the text out to answer. */
  ends(): readonly Node[];
  destroy(): void;
}

export function watchHeldSelection(onMaybeReleased: () => void): HeldSelection {
  const listening = new AbortController();
  const { signal } = listening;
  let isPointerDown = false;
  const release = (): void => {
    isPointerDown = false;
    onMaybeReleased();
  };
  document.addEventListener('pointerdown', () => (isPointerDown = true), { signal, capture: true });
  document.addEventListener('pointerup', release, { signal, capture: true });
  document.addEventListener('pointercancel', release, { signal, capture: true });
  document.addEventListener('selectionchange', onMaybeReleased, { signal });
  return {
    ends() {
      const selection = document.getSelection();
      // A drag begins with a collapsed selection whose anchor must stay where it is.
      if (selection === null || (selection.isCollapsed && !isPointerDown)) return [];
      return [selection.anchorNode, selection.focusNode].filter((node) => node !== null);
    },
    destroy: () => listening.abort(),
  };
}
