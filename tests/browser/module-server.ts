import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViteServer } from 'vitest/node';

/** Serves the project's files to a browser, TypeScript as JavaScript, for tests of modules without the application. */
export async function serveModules(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createViteServer({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    cacheDir: join(tmpdir(), 'postil-vite'),
    optimizeDeps: { noDiscovery: true, include: ['zod', 'idb-keyval'] },
    server: { host: '127.0.0.1', port: 0, watch: null, hmr: false },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The module server has no address.');
  return { url, close: () => server.close() };
}
