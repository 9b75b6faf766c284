import type { SaveState } from '#lib/client/reading-session.ts';

/** What the chip says of two places: what is worse, and all that is kept. */
export function joinedSaving(a: SaveState, b: SaveState): SaveState {
  if (b.kind === 'saved') return a;
  if (a.kind === 'saved') return b;
  const worse = [a, b].find(({ kind }) => kind === 'offline') ?? connectingOf(a, b) ?? a;
  if (worse.kind === 'connecting' || worse.kind === 'saved') return worse;
  const volatile = 'volatile' in a || 'volatile' in b ? { volatile: true as const } : {};
  return { kind: worse.kind, kept: keptIn(a) + keptIn(b), ...volatile };
}

function connectingOf(...states: SaveState[]): SaveState | undefined {
  return states.find(({ kind }) => kind === 'connecting');
}

function keptIn(state: SaveState): number {
  return 'kept' in state ? state.kept : 0;
}
