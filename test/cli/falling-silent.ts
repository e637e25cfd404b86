import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';

/** A CSMS that serves a station until it boots a second time, and then leaves it without an answer. */
export async function fallingSilent(onSilence: () => void): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'ocpp2.0.1' });
  onTestFinished(() => server.close());
  let boots = 0;
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const [, messageId, action] = JSON.parse(String(data));
      if (action === 'BootNotification' && ++boots > 1) return onSilence();
      const now = { currentTime: new Date().toISOString() };
      const answers: Record<string, object> = { BootNotification: { ...now, interval: 300, status: 'Accepted' }, Heartbeat: now };
      socket.send(JSON.stringify([3, messageId, answers[action] ?? {}]));
    });
  });
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
