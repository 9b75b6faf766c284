import type { Settings } from './settings.ts';
import type { SyncLimits } from './sync/sync-deps.ts';

/** The settings that concern sockets and places, as the sync server names them. */
export function syncLimits({ limits }: Settings): SyncLimits {
  return {
    messageBytes: limits.LIMIT_MESSAGE_BYTES,
    recordBytes: limits.LIMIT_RECORD_BYTES,
    recordsPerMember: limits.LIMIT_RECORDS_PER_MEMBER,
    placeBytes: limits.LIMIT_PLACE_BYTES,
    messagesPerSecond: limits.LIMIT_MESSAGES_PER_SECOND,
    bytesPerSecond: limits.LIMIT_BYTES_PER_SECOND,
    connectionsPerUser: limits.LIMIT_CONNECTIONS_PER_USER,
    clientIdsPerMember: limits.LIMIT_CLIENT_IDS_PER_MEMBER,
  };
}
