import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { linksPanel } from './home/links-panel.ts';
import { logsPanel } from './home/logs-panel.ts';
import { notTherePanel } from './home/not-there-panel.ts';
import { peoplePanel } from './home/people-panel.ts';

/** What this room shows on the home page. */
export const peoplePanels: readonly ((parts: Parts) => HomePanel)[] = [
  linksPanel,
  peoplePanel,
  notTherePanel,
  logsPanel,
];
