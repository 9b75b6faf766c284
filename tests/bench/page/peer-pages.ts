import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../install-peers.ts';

const folder = join(import.meta.dirname, 'peers');

/** Each peer's page, minified, over HTTP. */
export interface PeerPages {
  urlOf(peer: string): string;
  close(): void;
}

export async function servePeerPages(peers: readonly string[]): Promise<PeerPages> {
  installPeers(folder);
  const built = mkdtempSync(join(tmpdir(), 'page-bench-'));
  execFileSync(
    join(folder, 'node_modules/.bin/esbuild'),
    [...peers.map((peer) => `${peer}.js`), '--bundle', '--minify', `--outdir=${built}`],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const server = createServer(({ url = '/' }, response) => {
    const peer = peers.find((one) => url === `/${one}.js` || url === `/${one}`);
    if (peer === undefined) return response.writeHead(404).end();
    const isScript = url.endsWith('.js');
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? readFileSync(join(built, `${peer}.js`)) : pageOf(peer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port for the peers.');
  return {
    urlOf: (peer) => `http://127.0.0.1:${address.port}/${peer}`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(built, { recursive: true, force: true });
    },
  };
}

/** The text as wide and as large as Postil's, so that as many words are seen. */
function pageOf(peer: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8" />
<meta name="viewport" content="width=device-width,initial-scale=1" /><title>${peer}</title>
<style>
article { position: relative; max-width: 640px; margin: 56px auto; font: 19.5px/31px Georgia, serif; }
p { margin: 0 0 20px; }
.fact { background: #0067a322; } .prediction { background: #a85b0022; } .opinion { background: #9b3a7822; }
</style><article></article><script src="/${peer}.js"></script></html>`;
}
