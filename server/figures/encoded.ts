/** JSON (UTF-8) of a `T`, as it was computed: who only sends it on does not look into it. */
export interface Encoded<T> {
  readonly json: Uint8Array<ArrayBuffer>;
  /** Never there: it says what the JSON is of. */
  readonly of?: T;
}

export function encoded<T>(value: T): Encoded<T> {
  return { json: new TextEncoder().encode(JSON.stringify(value)) };
}

export function decoded<T>({ json }: Encoded<T>): T {
  return JSON.parse(new TextDecoder().decode(json)) as T;
}
