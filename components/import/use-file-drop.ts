import { type DragEvent, useState } from 'react';

interface FileDrop {
  /** A file is held over the element. */
  over: boolean;
  handlers: {
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** Lets one file be dropped on an element. */
export function useFileDrop(onFile: (file: File) => Promise<void> | void): FileDrop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event) {
        const file = event.dataTransfer.files[0];
        setOver(false);
        if (file === undefined) return;
        event.preventDefault();
        void onFile(file);
      },
    },
  };
}
