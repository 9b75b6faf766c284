import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { linkOrigin, opensToNetwork } from '../links.ts';
import type { Settings } from '../settings.ts';
import { createArticles } from './articles.ts';
import type { Deps } from './deps.ts';
import { createGroups } from './groups.ts';
import { createInvites } from './invites.ts';
import { createMetricsAnswer } from './metrics-answer.ts';
import { createPredictions } from './predictions.ts';
import { createReadingFigures } from './reading-figures.ts';
import { createReadingHistory } from './reading-history.ts';
import { createReadingReport } from './reading-report.ts';
import { createReadingRecords } from './reading-records.ts';
import { createReadings } from './readings.ts';
import { createReturnLinks } from './return-links.ts';
import { createSession, hasSecureCookies } from './session.ts';
import { createSignIn } from './sign-in.ts';
import type { AuthSettings, UseCases } from './use-cases.ts';

/** What only the running process knows. */
export interface ProcessFacts {
  health: UseCases['health'];
  /** What is measured, in Prometheus' text format. */
  metricsText: () => Promise<string>;
  /** The port that is really listened on. */
  port: number;
  entries: readonly CatalogueEntry[];
  reportBug: UseCases['reportBug'];
}

/** All use cases over one store and one sync server. */
export function createUseCases(
  deps: Deps,
  { health, metricsText, port, entries, reportBug }: ProcessFacts,
): UseCases {
  const { settings, secret } = deps;
  const { host, publicUrl, startCommand } = settings;
  const listening = { host, port, publicUrl, startCommand };
  return {
    health,
    metrics: createMetricsAnswer(deps, metricsText),
    reportBug,
    reach: () => ({ openWith: opensToNetwork(listening) }),
    linkOrigin: (requestHost) => linkOrigin(listening, requestHost),
    providers: () => providersOf(settings),
    authSettings: () => authSettingsOf(settings, secret),
    importLimitBytes: () => settings.limits.LIMIT_IMPORT_BYTES,
    session: createSession(deps),
    signIn: createSignIn(deps),
    people: { ...createGroups(deps), ...createInvites(deps), ...createReturnLinks(deps) },
    articles: createArticles(deps, entries),
    readings: {
      ...createReadings(deps),
      ...createReadingRecords(deps),
      ...createReadingFigures(deps),
      ...createPredictions(deps),
      ...createReadingHistory(deps),
      ...createReadingReport(deps),
    },
  };
}

function providersOf({ github, google, oidc }: Settings): { id: string; name: string }[] {
  return [
    ...(github === null ? [] : [{ id: 'github', name: 'GitHub' }]),
    ...(google === null ? [] : [{ id: 'google', name: 'Google' }]),
    ...(oidc === null ? [] : [{ id: 'oidc', name: new URL(oidc.issuer).hostname }]),
  ];
}

function authSettingsOf(settings: Settings, secret: string): AuthSettings {
  const { github, google, oidc } = settings;
  return { secret, secureCookies: hasSecureCookies(settings), github, google, oidc };
}
