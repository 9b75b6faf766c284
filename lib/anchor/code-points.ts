/**
 * Offsets count UTF-16 units inside and Unicode code points at every border (W3C export and import). An offset
 * inside a surrogate pair counts as the pair's start.
 */
export function codePointsOf(text: string, utf16: number): number {
  let points = 0;
  for (let at = 0; at < utf16; at += unitsAt(text, at)) {
    if (at + unitsAt(text, at) > utf16) break;
    points += 1;
  }
  return points;
}

/** The UTF-16 offset of the `codePoints`th character; the text's length when it has fewer. */
export function utf16Of(text: string, codePoints: number): number {
  let at = 0;
  for (let points = 0; points < codePoints && at < text.length; points += 1) {
    at += unitsAt(text, at);
  }
  return at;
}

function unitsAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
