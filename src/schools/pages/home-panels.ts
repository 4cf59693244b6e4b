import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { requestsPanel } from './home/requests-panel.ts';
import { suppliedPanel } from './home/supplied-panel.ts';

/** What this room shows on the home page. */
export const schoolsPanels: readonly ((parts: Parts) => HomePanel)[] = [suppliedPanel, requestsPanel];
