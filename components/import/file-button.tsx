import { FileText } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { ButtonKind } from '#components/ui/button-look.ts';

interface Props {
  kind?: ButtonKind;
  onFile: (file: File) => void;
  disabled?: boolean;
}

/** Opens the browser's own file picker. */
export function FileButton({ kind = 'plain', onFile, disabled = false }: Props) {
  const input = useRef<HTMLInputElement>(null);

  function chosen({ target }: ChangeEvent<HTMLInputElement>): void {
    const file = target.files?.[0];
    target.value = '';
    if (file !== undefined) onFile(file);
  }

  return (
    <>
      <Button kind={kind} disabled={disabled} onClick={() => input.current?.click()}>
        <FileText size={15} aria-hidden="true" /> Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".txt,.md,.markdown,.html,.htm,.xhtml,text/*"
        hidden
        onChange={chosen}
      />
    </>
  );
}
