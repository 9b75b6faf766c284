/** Where to go after signing in: only ever a path of our own. */
export function localPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
}
