import type { Picture } from './picture.ts';

/** Gives the reader a file to keep. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveText(name: string, type: 'text/csv' | 'image/svg+xml', content: string): void {
  saveFile(name, new Blob([content], { type: `${type};charset=utf-8` }));
}

/** Twice as fine as it is shown. */
const FINE = 2;

export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * FINE, height * FINE];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      const keep = (blob: Blob | null): void =>
        blob === null ? reject(new Error('The picture is too large.')) : resolve(blob);
      canvas.toBlob(keep, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
