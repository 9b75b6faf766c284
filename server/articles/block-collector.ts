import type { Emphasis, ProposedBlock } from '#lib/article/proposed-block.ts';
import { trimEdges } from '#lib/article/text-blocks.ts';

/** What the text at some place of a page is, before it has text. */
export type BlockPlace = Omit<ProposedBlock, 'text' | 'emphasis'>;

export interface BlockCollector {
  readonly blocks: ProposedBlock[];
  /** Adds text as a browser shows it: runs of white space are one space, except when preformatted. */
  text(value: string, marks: readonly Emphasis['mark'][], preformatted: boolean): void;
  /** One breaks the line; a second one in a row ends the block. */
  lineBreak(place: BlockPlace): void;
  /** Ends the block that was being gathered; blank text makes none. */
  close(place: BlockPlace): void;
}

export function blockCollector(): BlockCollector {
  const blocks: ProposedBlock[] = [];
  let text = '';
  let last = '';
  let emphasis: Emphasis[] = [];

  const append = (addition: string) => {
    text += addition;
    last = addition.at(-1) ?? last;
  };
  const close = (place: BlockPlace) => {
    if (/\S/u.test(text)) blocks.push(finished(place, text, emphasis));
    [text, last, emphasis] = ['', '', []];
  };
  return {
    blocks,
    close,
    text(value, marks, preformatted) {
      const start = text.length;
      append(preformatted ? value.replace(/\r\n?/g, '\n') : collapsed(value, last));
      for (const mark of marks) addEmphasis(emphasis, { start, end: text.length, mark });
    },
    lineBreak(place) {
      if (last === '\n') close(place);
      else if (text !== '') append('\n');
    },
  };
}

function collapsed(value: string, last: string): string {
  const single = value.replace(/[ \t\n\f\r]+/g, ' ');
  const isAfterSpace = last === '' || last === ' ' || last === '\n';
  return isAfterSpace && single.startsWith(' ') ? single.slice(1) : single;
}

function addEmphasis(emphasis: Emphasis[], added: Emphasis): void {
  if (added.start === added.end) return;
  const before = emphasis.findLast(({ mark }) => mark === added.mark);
  if (before?.end === added.start) before.end = added.end;
  else emphasis.push(added);
}

function finished(
  place: BlockPlace,
  gathered: string,
  emphasis: readonly Emphasis[],
): ProposedBlock {
  const text = trimEdges(gathered);
  const cut = gathered.indexOf(text);
  const moved = emphasis
    .map(({ start, end, mark }) => ({
      start: Math.max(start - cut, 0),
      end: Math.min(end - cut, text.length),
      mark,
    }))
    .filter(({ start, end }) => start < end);
  return { ...place, text, ...(moved.length === 0 ? {} : { emphasis: moved }) };
}
