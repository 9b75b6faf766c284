import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { myWords } from './my-words.ts';
import { useRoom } from './room.ts';

/** For who cannot come back: all that they marked and said here. Nothing where that is nothing. */
export function CopyMyWords() {
  const { page, records } = useRoom();
  const [copied, setCopied] = useState<boolean | null>(null);
  const words = myWords(useObservable(records.all), page.user.id);
  if (words === '') return null;
  return (
    <>
      <span>What you wrote here can still be copied.</span>{' '}
      <Button onClick={() => void copyText(words).then(setCopied)}>Copy what I wrote</Button>{' '}
      <span role="status">{copied !== null && SAID[copied ? 'yes' : 'no']}</span>
    </>
  );
}

const SAID = { yes: 'Copied.', no: 'Your browser does not let us copy; select the words.' };
