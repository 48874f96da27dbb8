/**
 * A socket that sends what is written in one turn of the event loop at once. pg writes each statement by itself, even where
 * many travel together: a call of the kernel, and a waking of PostgreSQL, for each.
 */
import { Socket } from 'node:net';

export function gatheringSocket(): Socket {
  const socket = new Socket();
  const hold = socket.cork.bind(socket);
  const release = socket.uncork.bind(socket);
  let gathers = false;
  socket.cork = () => {
    if (!gathers) {
      gathers = true;
      hold();
      process.nextTick(() => {
        gathers = false;
        release();
      });
    }
    hold();
  };
  return socket;
}
