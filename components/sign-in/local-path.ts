/** Where to go after signing in: only ever a path of our own. Browsers leave tabs and line breaks out: “/⇥/else.where” leads away. */
export function localPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])\P{Control}*$/u.test(to) ? to : '/';
}
