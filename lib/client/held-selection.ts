/**
 * Which elements the reader holds a native selection in. Text nodes that are split or joined under a selection's end
 * move or drop it, and phones lose their handles; so those elements are left alone until it is released.
 */
export interface HeldSelection {
  isHeldIn(element: Element): boolean;
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
    isHeldIn(element) {
      const selection = document.getSelection();
      // A drag begins with a collapsed selection whose anchor must stay where it is.
      if (selection === null || (selection.isCollapsed && !isPointerDown)) return false;
      return element.contains(selection.anchorNode) || element.contains(selection.focusNode);
    },
    destroy: () => listening.abort(),
  };
}
