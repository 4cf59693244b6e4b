import { analysePanels } from '#/analyse/pages/home-panels.ts';
import { diagnosePanels } from '#/diagnose/pages/home-panels.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import type { Parts } from '#/parts.ts';
import { peoplePanels } from '#/people/pages/home-panels.ts';
import { myWorkPanel } from '#/people/pages/my-work/my-work-panel.ts';
import { publishedPanels } from '#/published/pages/home-panels.ts';
import { schoolsPanels } from '#/schools/pages/home-panels.ts';
import { workSources } from '#/work.ts';

/** What every room shows on the home page. */
export const homePanels: readonly ((parts: Parts) => HomePanel)[] = [
  (parts) => myWorkPanel(parts, workSources(parts)),
  ...analysePanels,
  ...diagnosePanels,
  ...peoplePanels,
  ...publishedPanels,
  ...schoolsPanels,
];
