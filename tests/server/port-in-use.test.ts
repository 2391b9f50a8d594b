import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { expect, it } from 'vitest';

import { startServerProcess } from './server-process.ts';

it.each(['PORT', 'METRICS_PORT'])(
  'a server whose %s is in use says so, and ends',
  async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(
      startServerProcess({ RECORD: 'public/template.xlsx', [variable]: String(port) }),
    ).rejects.toThrow(
      new RegExp(
        `^The server ended with 1: ${variable} ${port} is in use: end what listens there, or name another port\\.\n$`,
      ),
    );
    other.close();
  },
);
