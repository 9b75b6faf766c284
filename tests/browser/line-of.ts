import type { Page, WebSocketRoute } from 'playwright-core';
import { CLOSE } from '#lib/protocol/sync.ts';
import { chip } from './room.ts';

/** The page's sync socket, to be cut and mended. */
export interface Line {
  cut(): Promise<void>;
  mend(): void;
}

export async function lineOf(page: Page): Promise<Line> {
  let isCut = false;
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (isCut) return void socket.close({ code: CLOSE.tryLater });
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    async cut() {
      isCut = true;
      for (const socket of sockets) await socket.close({ code: CLOSE.tryLater });
      await chip(page).filter({ hasText: 'Offline' }).waitFor();
    },
    mend() {
      isCut = false;
    },
  };
}
