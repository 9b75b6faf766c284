/** Both sides of a break are judged by this many UTF-16 units. */
const REACH = 40;

const HAS_WORD = /[\p{L}\p{N}]/u;
const LIST_NUMBER = /^\(?\d{1,3}[.)]$/;
const BEGINS_LOWER = /^["“‘'([]*\p{Ll}/u;
const BEGINS_WITH_DIGIT = /^\d/;

const TITLE =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Cmdr|Adm|Sens?|Reps?|Gov|Rev|Hon|vs|v|cf|viz|ca|approx|e\.g|i\.e)\.$/u;
const BEFORE_NUMBER =
  /(?:^|[^\p{L}])(?:Nos?|Art|Sec|Fig|Vol|pp?|ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/iu;
const SHORTENED =
  /(?:^|[^\p{L}])(?:St|Mt|Ft|Jr|Sr|Inc|Ltd|Corp|Co|Bros|(?:\p{L}{1,2}\.)+\p{L})\.$/u;
const INITIAL = /(?:^["“‘(]*|\p{Lu}[\p{L}’'-]*[\s\u00a0]|\p{Lu}\.[\s\u00a0]?)(?!I\.)\p{Lu}\.$/u;
const LIKELY_OPENING =
  /^(?:["“‘([]|(?:The|A|An|It|He|She|They|We|I|You|But|And|Or|However|In|On|At|To|This|That|These|Those|There|If|When|While|What|So|Now|As|For|After|Before|His|Her|Its|Their|Our|My|Not|No|Yet|Still|By|Even|Some|Many|Most|Why|How|Who|Where|From|With|Since|Until|Perhaps|Then)(?![\p{L}.]))/u;

/**
 * Whether the end of `before` is no end of a sentence, judged with what comes `after`.
 * After "U.S.", "Inc." or an initial a sentence may well end: there the next word decides.
 */
export function isFalseBreak(before: string, after: string): boolean {
  const end = before.slice(-REACH).trimEnd();
  const next = after.slice(0, REACH).trimStart();
  if (!HAS_WORD.test(after) || LIST_NUMBER.test(before.trim().slice(0, REACH))) return true;
  if (BEGINS_LOWER.test(next) || TITLE.test(end)) return true;
  if (BEFORE_NUMBER.test(end) && BEGINS_WITH_DIGIT.test(next)) return true;
  return (SHORTENED.test(end) || INITIAL.test(end)) && !LIKELY_OPENING.test(next);
}
