import type { Annotation } from '#lib/annotation/record.ts';
import { pickedId, startWriting } from '../open-in-margin.ts';
import { copyPermalink } from '../permalink.ts';
import { mayWrite } from '../permissions.ts';
import type { Room } from '../room.ts';
import { goBetween } from '../text-and-annotations.ts';
import { maySettle, react, settle } from '../write-talk.ts';
import type { Command } from './command.ts';

export const TALK_COMMANDS: readonly Command[] = [
  {
    ...onVoice((room, { id }) => startWriting(room, { kind: 'reply', to: id })),
    id: 'reply',
    keys: ['r'],
    words: 'Reply in the open card',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'agree')),
    id: 'agree',
    keys: ['a'],
    words: 'Agree',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'disagree')),
    id: 'disagree',
    keys: ['d'],
    words: 'Disagree',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => react(room, id, 'question')),
    id: 'question',
    keys: ['q'],
    words: 'Ask a question about it',
    group: 'talk',
  },
  {
    ...onVoice((room, { id }) => settle(room, id), maySettle),
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

/** Done to what is open and has words, by who may answer it. */
function onVoice(
  deed: (room: Room, annotation: Annotation) => void,
  may: (room: Room, annotation: string) => boolean = ({ page }) => mayWrite(page.reading),
): Pick<Command, 'when' | 'run'> {
  return {
    when(room) {
      const voice = openVoice(room);
      return voice !== null && may(room, voice.id);
    },
    run(room) {
      const voice = openVoice(room);
      if (voice !== null) deed(room, voice);
    },
  };
}

function openVoice({ records, state }: Room): Annotation | null {
  const id = pickedId(state.opened.get());
  const annotation = id === null ? undefined : records.shown.get().annotations.get(id);
  return annotation === undefined || annotation.comment === null ? null : annotation;
}
