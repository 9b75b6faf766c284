/** What a page is given after the "?". */
export type Search = Promise<Record<string, string | string[] | undefined>>;

/** The first of possibly several values. */
export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
