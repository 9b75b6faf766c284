import { DriverClient, type Heard } from './driver-client.ts';
import type { Server } from './server-process.ts';

const AT_ONCE = 50;

/** A client on every seat of the server, joined. `heardBy`: what the client of that number does with what it is told. */
export async function openCrowd(
  server: Server,
  heardBy: (index: number) => Heard,
): Promise<DriverClient[]> {
  const { contender, port } = server;
  const seats = server.seats.flat();
  const clients: DriverClient[] = [];
  while (clients.length < seats.length) {
    const first = clients.length;
    const more = seats
      .slice(first, first + AT_ONCE)
      .map((seat, at) => new DriverClient({ contender, port, seat, heard: heardBy(first + at) }));
    clients.push(...more);
    // oxlint-disable-next-line no-await-in-loop -- joining is not what is measured here
    await Promise.all(more.map(({ joined }) => joined));
  }
  return clients;
}

export function dismiss(clients: readonly DriverClient[]): void {
  for (const client of clients) client.end();
}
