import { networkInterfaces } from 'node:os';
import type { NextConfig } from 'next';

const ownAddresses = Object.values(networkInterfaces()).flatMap((list) =>
  (list ?? []).map(({ address }) => address),
);

const config: NextConfig = {
  poweredByHeader: false,
  /** One copy in the process: what pages import while they are rendered is what the sync server uses. */
  serverExternalPackages: ['yjs'],
  /** The overlay's styles would break the content security policy. */
  devIndicators: false,
  /** `npm run types` checks them, with the compiler that Next does not know yet. */
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ownAddresses,
};

export default config;
