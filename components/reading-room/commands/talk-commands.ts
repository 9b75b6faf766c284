import type { Annotation } from '#lib/annotation/record.ts';
import { inSight } from '../in-sight.ts';
import { pickedId, startWriting } from '../open-in-margin.ts';
import { copyPermalink } from '../permalink.ts';
import { mayWrite } from '../permissions.ts';
import type { Room } from '../room.ts';
import { goBetween } from '../text-and-annotations.ts';
import { maySettle, react, settle } from '../write-talk.ts';
import type { Command } from './command.ts';

export const TALK_COMMANDS: readonly Command[] = [
  {
    id: 'reply',
    keys: ['r'],
    words: 'Reply in the open card',
    group: 'talk',
    when: ({ page }) => mayWrite(page.reading),
    run(room) {
      const voice = openVoice(room);
      // Said, for who types on without looking types commands.
      if (voice === null) room.state.notice.set(NOTHING_TO_ANSWER);
      else inSight(room, voice, () => startWriting(room, { kind: 'reply', to: voice.id }));
    },
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'agree'), isAnothers),
    id: 'agree',
    keys: ['a'],
    words: 'Agree',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'disagree'), isAnothers),
    id: 'disagree',
    keys: ['d'],
    words: 'Disagree',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'question'), isAnothers),
    id: 'question',
    keys: ['q'],
    words: 'Ask a question about it',
    group: 'talk',
  },
  {
    ...onVoice(
      (room, { id }) => settle(room, id),
      (room, { id }) => maySettle(room, id),
    ),
    id: 'settle',
    keys: ['t'],
    words: 'Resolve or reopen',
    group: 'talk',
  },
  {
    id: 'link',
    keys: ['l'],
    words: 'Copy the link',
    group: 'talk',
    when: (room) => pickedId(room.state.opened.get()) !== null,
    run(room) {
      const id = pickedId(room.state.opened.get());
      if (id !== null) void copyPermalink(room, id);
    },
  },
  {
    id: 'between',
    keys: ['g'],
    words: 'Go between text and annotations',
    group: 'move',
    when: () => true,
    run: goBetween,
  },
];

const NOTHING_TO_ANSWER =
  'Nothing is open to be answered. Open a comment first, or press c to write one.';

/** My own words get no reaction of mine. */
function isAnothers({ page }: Room, { author }: Annotation): boolean {
  return mayWrite(page.reading) && author !== page.user.id;
}

/** Done to what is open and has words, by who may. */
function onVoice(
  deed: (room: Room, annotation: Annotation) => void,
  may: (room: Room, annotation: Annotation) => boolean,
): Pick<Command, 'when' | 'run'> {
  return {
    when(room) {
      const voice = openVoice(room);
      return voice !== null && may(room, voice);
    },
    run(room) {
      const voice = openVoice(room);
      if (voice !== null) inSight(room, voice, () => deed(room, voice));
    },
  };
}

function openVoice({ records, state }: Room): Annotation | null {
  const id = pickedId(state.opened.get());
  const annotation = id === null ? undefined : records.shown.get().annotations.get(id);
  return annotation === undefined || annotation.comment === null ? null : annotation;
}
