/**
 * Whose each Yjs client id is, across all places of one reading and for ever (J14): the
 * first user accepted with it. Belongs to the user, not to a connection, because a person's
 * tabs hand each other's structs on.
 */
export class ClientIds {
  readonly #users = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  /** Undefined for an id that nobody has used yet. */
  userOf(client: number): string | undefined {
    return this.#users.get(client);
  }

  /** How many ids are this user's. */
  countOf(userId: string): number {
    return this.#counts.get(userId) ?? 0;
  }

  /** Gives a free id to the user. Throws when it is somebody else's: judging comes first. */
  claim(client: number, userId: string): void {
    const user = this.#users.get(client);
    if (user === userId) return;
    if (user !== undefined) throw new Error(`client id ${client} is already taken`);
    this.#give(client, userId);
  }

  /** What the log says of an id: it outweighs a claim that is not in the log yet. */
  settle(client: number, userId: string): void {
    const user = this.#users.get(client);
    if (user === userId) return;
    if (user !== undefined) this.#counts.set(user, this.countOf(user) - 1);
    this.#give(client, userId);
  }

  #give(client: number, userId: string): void {
    this.#users.set(client, userId);
    this.#counts.set(userId, this.countOf(userId) + 1);
  }
}
