import type { Block } from '#lib/article/document.ts';
import type { Client } from './client.ts';
import type { PlannedDeed } from './deeds.ts';
import { play, type Playing } from './play.ts';
import { SimulatedMember } from './simulated-member.ts';
import { simulatedReading } from './simulated-reading.ts';

/** Members who are in a reading, each over a socket of their own, with what they are going to do there. */
export interface Simulation {
  members: readonly SimulatedMember[];
  plan: readonly PlannedDeed[];
  /** Resolves when the server has all of it, or `signal` ended it. The members stay. */
  play(playing: Playing): Promise<void>;
  leave(): void;
}

/** Signed-in members of the reading's group join it. Throws when it is not a reading of theirs. */
export async function joinReading(
  clients: readonly [Client, ...Client[]],
  reading: string,
  seed = 1,
): Promise<Simulation> {
  const [reader] = clients;
  const text = await (await reader.fetch(`/api/readings/${reading}/text`)).text();
  const blocks = await reader.get<Block[]>(`/api/readings/${reading}/blocks`);
  const members = await Promise.all(clients.map((client) => SimulatedMember.join(client, reading)));
  const plan = simulatedReading(blocks, text, seed, members.length);
  return {
    members,
    plan,
    play: (playing) => play(plan, { members, text }, playing),
    leave: () => members.forEach((member) => member.leave()),
  };
}

/** The members read, mark and talk, all at once, and leave. Resolves when the server has it all. */
export async function simulate(
  clients: readonly [Client, ...Client[]],
  reading: string,
  seed = 1,
): Promise<void> {
  const simulation = await joinReading(clients, reading, seed);
  await simulation.play({ pace: 0 });
  simulation.leave();
}
