import type { Certificates } from '../certificates.ts';
import { FloorServer } from './peers.ts';
import type { Connection, Tls } from './record.ts';

/** Makes the same connections and exchanges the same frames, one after the other. */
export async function replay(connections: readonly Connection[], certificates: Certificates): Promise<void> {
  const servers: Record<Tls, FloorServer> = {
    none: await FloorServer.listen(),
    server: await FloorServer.listen({ certificates, mutual: false }),
    both: await FloorServer.listen({ certificates, mutual: true }),
  };
  for (const { refused, tls, frames } of connections) {
    const server = servers[tls];
    if (refused) {
      await server.refuse();
      continue;
    }
    const pair = await server.connect();
    for (const { from, frame } of frames) await pair.send(from, frame);
    await pair.close();
  }
  for (const server of Object.values(servers)) await server.close();
}
