import type { EventEmitter } from 'node:events';

const nothing = () => {};

/** Has a closed socket forget who listened to it, since Node keeps it for a while, with all that it knows (decision 0016). */
export function forgetListeners(socket: EventEmitter): void {
  socket.removeAllListeners();
  socket.on('error', nothing);
}
