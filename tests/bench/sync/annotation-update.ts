import * as encoding from 'lib0/encoding';
import type { Annotation } from '#lib/annotation/record.ts';
import { recordKey } from '#lib/annotation/record-key.ts';

/** What everybody annotates. */
export const ARTICLE = {
  id: 'measured',
  text: 'The harvest failed. It will fail again. Somebody ought to be ashamed.',
};

const WORDS = 'Some words about this passage, as long as people write them in a margin';

/** Info bits of a struct: plain content, its key follows (Yjs, `Item.write`). */
const CONTENT_ANY_WITH_KEY = 8 | 0x20;

/** The `at`-th annotation of a person. */
export function annotationOf(user: string, at: number): Annotation {
  return {
    id: recordKey(user, String(at).padStart(10, '0')),
    author: user,
    created: '2026-02-01T10:00:00.000Z',
    target: {
      revision: ARTICLE.id,
      start: 4,
      end: 11,
      exact: 'harvest',
      prefix: 'The ',
      suffix: ' failed. ',
    },
    tag: 'fact',
    comment: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: WORDS }] }],
    },
  };
}

/**
 * The update in which `client` puts that annotation as its clock `at`: what Yjs would send, without the
 * cost of a document for every writer. `bench.ts` checks it against Yjs before it measures.
 */
export function annotationUpdate(client: number, user: string, at: number): Uint8Array {
  const record = annotationOf(user, at);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, at);
    encoding.writeUint8(encoder, CONTENT_ANY_WITH_KEY);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'annotations');
    encoding.writeVarString(encoder, record.id);
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, { ...record, comment: record.comment as encoding.AnyEncodable });
    encoding.writeVarUint(encoder, 0);
  });
}
