import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { allocationPanel } from './home/allocation-panel.ts';
import { schoolVisitsPanel } from './home/school-visits-panel.ts';
import { visitsPanel } from './home/visits-panel.ts';
import { plansPanel } from './home/plans-panel.ts';

/** What this room shows on the home page. */
export const diagnosePanels: readonly ((parts: Parts) => HomePanel)[] = [
  visitsPanel,
  schoolVisitsPanel,
  allocationPanel,
  plansPanel,
];
