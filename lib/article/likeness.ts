import { fnv1a64, hex64, type Hash64 } from './fnv1a64.ts';
import { utf8Bytes } from './utf8-bytes.ts';

const SKETCH_SIZE = 128;
const RUN_LENGTH = 5;
const SPACE = [0x20];
/** How many candidates are gathered before the largest are thrown out. */
const GATHER = 4096;

/**
 * The likeness sketch of a text: the 128 smallest different FNV-1a hashes (16 hexadecimal
 * digits, ascending) of its runs of five words, in UTF-8 with one space between. A word is
 * what white space parts (after Unicode NFC), its letters only, lower case. Fewer hashes
 * for a short text, none below five words.
 */
export function sketch(text: string): string[] {
  let smallest: string[] = [];
  let bound = 0xffff_ffff;
  for (const hash of runHashes(text)) {
    if (hash.high > bound) continue;
    smallest.push(hex64(hash));
    if (smallest.length < GATHER) continue;
    smallest = smallestOf(smallest);
    if (smallest.length === SKETCH_SIZE) bound = largestHigh(smallest);
  }
  return smallestOf(smallest);
}

/**
 * How alike two texts are, 0 to 1: the Jaccard index of their sets of runs, estimated as
 * the share of the k smallest hashes of both together that both hold. Source: A. Broder,
 * "On the resemblance and containment of documents", 1997; the bottom-k form of
 * E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", 2007.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  const together = smallestOf([...a, ...b]);
  if (together.length === 0) return 0;
  return together.filter((hash) => inA.has(hash) && inB.has(hash)).length / together.length;
}

function smallestOf(hashes: readonly string[]): string[] {
  return [...new Set(hashes)].toSorted().slice(0, SKETCH_SIZE);
}

/** The upper 32 bits of the largest hash: what lies above them cannot be among the smallest. */
function largestHigh(ascending: readonly string[]): number {
  return Number.parseInt((ascending.at(-1) ?? '').slice(0, 8), 16);
}

function* runHashes(text: string): Generator<Hash64> {
  const run: number[][] = [];
  for (const word of words(text)) {
    run.push(utf8Bytes(word));
    if (run.length < RUN_LENGTH) continue;
    yield fnv1a64(run.flatMap((bytes, index) => (index === 0 ? [bytes] : [SPACE, bytes])));
    run.shift();
  }
}

function* words(text: string): Generator<string> {
  for (const [chunk] of text.normalize('NFC').matchAll(/\S+/gu)) {
    const letters = chunk.replace(/[^\p{L}]/gu, '').toLowerCase();
    if (letters !== '') yield letters;
  }
}
