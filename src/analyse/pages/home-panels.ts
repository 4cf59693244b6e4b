import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { analysisAgePanel } from './home/analysis-age-panel.ts';
import { schoolsToWatchPanel } from './early-warning/schools-to-watch-panel.ts';
import { concernPanel } from './home/concern-panel.ts';
import { governancePanel } from './home/governance-panel.ts';
import { membersPanel } from './home/members-panel.ts';
import { schoolsToldPanel } from './home/schools-told-panel.ts';
import { howRightPanel } from './marking/how-right-panel.ts';
import { howWeStandPanel } from './home/how-we-stand-panel.ts';
import { intelligencePanel } from './intelligence/intelligence-panel.ts';
import { ownMarksPanel } from './marking/own-marks-panel.ts';
import { onTrackPanel } from './trajectory/on-track-panel.ts';
import { ourSchoolPanel } from './home/our-school-panel.ts';
import { repliesPanel } from './home/replies-panel.ts';
import { whereToLookPanel } from './home/where-to-look-panel.ts';

/** What this room shows on the home page. */
export const analysePanels: readonly ((parts: Parts) => HomePanel)[] = [
  analysisAgePanel,
  concernPanel,
  governancePanel,
  howWeStandPanel,
  onTrackPanel,
  howRightPanel,
  membersPanel,
  schoolsToldPanel,
  ourSchoolPanel,
  schoolsToWatchPanel,
  repliesPanel,
  intelligencePanel,
  ownMarksPanel,
  whereToLookPanel,
];
