/** The id of the element in the margin that says what an annotation says: what `aria-details` of its marks name (A1). */
export function cardId(annotation: string): string {
  return `card-${annotation}`;
}
