import { quietPool } from './bench-server.js';

export interface NotifyYardstick extends AsyncDisposable {
  send(id: string): Promise<void>;
}

/** A bare NOTIFY from one connection to another, which passes its payload to `arrived`. */
export async function notifyYardstick(url: string, arrived: (id: string) => void): Promise<NotifyYardstick> {
  const senders = quietPool(url, 4);
  const listeners = quietPool(url, 1);
  const listener = await listeners.connect();
  listener.on('notification', ({ payload }) => arrived(payload ?? ''));
  await listener.query('listen hop');
  return {
    send: async (id) => void (await senders.query('select pg_notify($1, $2)', ['hop', id])),
    async [Symbol.asyncDispose]() {
      listener.release(true);
      await Promise.all([senders.end(), listeners.end()]);
    },
  };
}
