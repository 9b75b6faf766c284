import * as Y from 'yjs';

/**
 * Takes updates into a document and does nothing else. Yjs deletes formatting that became superfluous by what came
 * from elsewhere; a document that did so would hold deletes that nobody wrote and no log has. `Y.applyUpdate` calls
 * every transaction a remote one, the one around it too, so it has to be told otherwise before observers run. Throws
 * when the updates build on what the document lacks.
 */
export function applyUntidied(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update);
    transaction.local = true;
  });
  const { pendingDs, pendingStructs } = doc.store;
  if (pendingStructs !== null || pendingDs !== null)
    throw new Error('the document lacks something');
}
