import { FloorServer } from './peers.ts';
import type { Connection } from './record.ts';

/** Makes the same connections and exchanges the same frames, one after the other. */
export async function replay(connections: readonly Connection[]): Promise<void> {
  const server = await FloorServer.listen();
  for (const { refused, frames } of connections) {
    if (refused) {
      await server.refuse();
      continue;
    }
    const pair = await server.connect();
    for (const { from, frame } of frames) await pair.send(from, frame);
    await pair.close();
  }
  await server.close();
}
