import { networkInterfaces } from 'node:os';
import type { NextConfig } from 'next';

const ownAddresses = Object.values(networkInterfaces()).flatMap((list) =>
  (list ?? []).map(({ address }) => address),
);

const config: NextConfig = {
  poweredByHeader: false,
  /** One copy in the process: what pages import while they are rendered is what the sync server uses. */
  serverExternalPackages: ['yjs'],
  /** Several can run beside one another in one working tree. */
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  /** `npm run types` checks them, with the compiler that Next does not know yet. */
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ownAddresses,
};

export default config;
