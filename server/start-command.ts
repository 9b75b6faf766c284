/** A line to type in a POSIX shell: settings, then the program. Settings that are not set are left out. */
export function startCommand(
  settings: Readonly<Record<string, string | undefined>>,
  program: string,
): string {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined && value !== '');
  return [...given.map(([name, value = '']) => `${name}=${shellWord(value)}`), program].join(' ');
}

/** As it is where the shell takes it so; else in single quotes, which nothing but one of them ends. */
function shellWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
