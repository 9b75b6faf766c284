import { type MutableObservable, observable } from '#lib/client/observable.ts';

/** Keys instead of the tables' own, by the id of the command; an empty list: none. */
type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** Habits of one person at this device: each is remembered as soon as it is set. */
export interface RoomSettings {
  /** Others do not see where I read. */
  placeHidden: MutableObservable<boolean>;
  /** New marks go to my own `private` place. */
  onlyMe: MutableObservable<boolean>;
  /** Marks are drawn in all of the text, not only near the window: for screen readers. */
  wholeText: MutableObservable<boolean>;
  /** What others do is said to who listens to the page. */
  saysChanges: MutableObservable<boolean>;
  /** Keys of a single character do something (WCAG 2.1.4). */
  singleKeys: MutableObservable<boolean>;
  keys: MutableObservable<ChosenKeys>;
}

/** The settings kept for this user; on the server, and without storage, they are as at first. */
export function openRoomSettings(user: string): RoomSettings {
  const setting = <T>(name: string, initial: T, isValid: (value: unknown) => value is T) =>
    remembered(`postil.room.${user}.${name}`, initial, isValid);
  return {
    placeHidden: setting('place-hidden', false, isBoolean),
    onlyMe: setting('only-me', false, isBoolean),
    wholeText: setting('whole-text', false, isBoolean),
    saysChanges: setting('says-changes', true, isBoolean),
    singleKeys: setting('single-keys', true, isBoolean),
    keys: setting<ChosenKeys>('keys', {}, isChosenKeys),
  };
}

function remembered<T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): MutableObservable<T> {
  const kept = readKept(name);
  const setting = observable(isValid(kept) ? kept : initial);
  setting.subscribe(() => keep(name, setting.get()));
  return setting;
}

function readKept(name: string): unknown {
  try {
    return typeof localStorage === 'undefined'
      ? null
      : JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    // No storage, or another program's words under this name.
    return null;
  }
}

function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage it holds for this page.
  }
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isChosenKeys(value: unknown): value is ChosenKeys {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
    )
  );
}
