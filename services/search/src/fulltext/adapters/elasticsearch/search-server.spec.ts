import { expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSearchServer, serverVersion } from './search-server.js';

it('shows the user and the password of its address', async () => {
  const shown: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization);
    response.setHeader('content-type', 'application/json').end('{"nodes":{"one":{"version":"9.2.0"}}}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const opened = await openSearchServer({ url: `http://elastic:p-a_ss@127.0.0.1:${port}` });
  expect(await serverVersion(opened)).toBe('9.2.0');
  expect(shown).toEqual([`Basic ${Buffer.from('elastic:p-a_ss').toString('base64')}`]);
  await opened.client.close();
  server.closeAllConnections();
  server.close();
});
