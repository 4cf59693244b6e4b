import { absence } from './absence/layout.ts';
import { census } from './census/layout.ts';
import { compiledInspections } from './compiled-inspections/layout.ts';
import { establishments } from './gias/layout-establishments.ts';
import { links } from './gias/layout-links.ts';
import { keyStage2Levels } from './key-stage-2/layout-levels.ts';
import { keyStage2 } from './key-stage-2/layout.ts';
import { keyStage4 } from './key-stage-4/layout.ts';
import type { Layout } from './layout.ts';
import { statisticalNeighbours } from './neighbours/layout.ts';
import { inspectionsOfYear2015 } from './ofsted/layout-2015-inspections.ts';
import { managementInformation2015 } from './ofsted/layout-2015.ts';
import { managementInformation2018 } from './ofsted/layout-2018.ts';
import { managementInformation2022 } from './ofsted/layout-2022.ts';
import { managementInformationReportCards } from './ofsted/layout-report-cards.ts';
import { spine } from './spine/layout.ts';

/** Every layout that can be read. A new one is one file of data and one line here. */
export const layouts: readonly Layout[] = [
  managementInformation2015,
  inspectionsOfYear2015,
  managementInformation2018,
  managementInformation2022,
  managementInformationReportCards,
  compiledInspections,
  establishments,
  links,
  keyStage2Levels,
  keyStage2,
  keyStage4,
  absence,
  census,
  spine,
  statisticalNeighbours,
];
