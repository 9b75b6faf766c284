import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

const shared = z.object({ rootMainFiles: z.array(z.string()).min(1) });
const clientReferences = z.record(
  z.string(),
  z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) }),
);

/**
 * The scripts that the page of a route loads before it can be used, each once: what every page shares, and the
 * entries of the page, its layouts and what stands in for it. Not what is imported later, and not the polyfills for
 * browsers without modules. Throws when Next's manifests are not as they were.
 */
export function firstLoadFiles(distDir: string, route: string): ReadonlySet<string> {
  const folder = join(distDir, 'server', 'app', route);
  const { rootMainFiles } = shared.parse(
    JSON.parse(readFileSync(join(folder, 'page', 'build-manifest.json'), 'utf8')),
  );
  const ofPage = entryFiles(join(folder, 'page_client-reference-manifest.js'), join(route, 'page'));
  return new Set([...rootMainFiles, ...ofPage]);
}

function entryFiles(manifest: string, page: string): readonly string[] {
  const scope: Record<string, unknown> = {};
  runInNewContext(readFileSync(manifest, 'utf8'), { globalThis: scope });
  const pages = clientReferences.parse(scope['__RSC_MANIFEST']);
  const files = pages[page]?.entryJSFiles ?? {};
  const own = files[`[project]/app${page}`];
  if (own === undefined || own.length === 0) throw new Error(`${manifest} names no ${page}.`);
  return Object.values(files).flat();
}
