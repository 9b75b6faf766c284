/** What a digest's reader should know: whether the group reads the text itself, else who can give it. */
export function digestNote({
  hasFullText,
  mayGive,
}: {
  hasFullText: boolean;
  mayGive: boolean;
}): string {
  if (hasFullText)
    return 'A digest. The article’s own text has a reading beside it in the library.';
  const missing = 'A digest stands in for the article, whose own wording is not here.';
  return mayGive
    ? `${missing} Give its text on the library page to read it.`
    : `${missing} An instructor of the group can add its text.`;
}
