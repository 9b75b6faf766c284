import type { Filter } from './filter.ts';

/** The filter without those people whom nobody here is; the same object when it names none of them. `me` alone is _mine_. */
export function withoutStrangers(
  filter: Filter,
  me: string,
  isKnown: (user: string) => boolean,
): Filter {
  const by = filter.by.filter(isKnown);
  const show = knownWhose(filter.show, me, isKnown);
  const isSame = show === filter.show && by.length === filter.by.length;
  return isSame ? filter : { ...filter, show, by };
}

function knownWhose(
  show: Filter['show'],
  me: string,
  isKnown: (user: string) => boolean,
): Filter['show'] {
  if (typeof show === 'string') return show;
  if (show.user === me) return 'mine';
  return isKnown(show.user) ? show : 'everyone';
}
