/** A full load, so that no page of before is shown to who has just signed in or out. */
export function goTo(path: string): void {
  window.location.assign(path);
}
