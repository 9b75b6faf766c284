import type { UseCases } from './usecases/use-cases.ts';

/**
 * What the routes reach of the running server. Next bundles its own copies of modules, so live state goes
 * through this one property of `globalThis`, and only plain values and functions go across.
 */
export type Runtime = UseCases;

declare global {
  var postilRuntime: Runtime | undefined;
}

export function runtime(): Runtime {
  if (globalThis.postilRuntime === undefined)
    throw new Error(
      'Postil’s pages run inside its own server: start it with npm start or npm run dev.',
    );
  return globalThis.postilRuntime;
}

export function installRuntime(value: Runtime): void {
  globalThis.postilRuntime = value;
}
