import type { Permission } from '#/people/rules/permissions.ts';
import {
  accessAddress,
  authorityHomeAddress,
  changeLogAddress,
  importsAddress,
  mapAddress,
  markingAddress,
  membersAddress,
  officialFilesAddress,
  overviewAddress,
  peopleAddress,
  permissionsAddress,
  readingLogAddress,
  registerAddress,
  replayAddress,
  resultsAddress,
  retentionAddress,
  runsAddress,
  schemeAddress,
  sourcesAddress,
  suppliedAddress,
  trajectoryAddress,
  watchlistAddress,
} from './addresses.ts';
import { actionsAddress } from './action-addresses.ts';
import { allocationAddress, contactAddress } from './allocation-addresses.ts';
import { viewsOfPartnersAddress } from './partner-view-addresses.ts';
import { boardsAddress } from './board-addresses.ts';
import { receiptsAddress, requestsAddress } from './correspondence-addresses.ts';
import { earlyWarningAddress } from './forecast-addresses.ts';
import { diagnosesAddress, plansAddress } from './plan-addresses.ts';
import { intelligenceAddress, selfAssessmentsAddress } from './intelligence-addresses.ts';
import { lettersAddress } from './letter-addresses.ts';
import { roundsAddress } from './round-addresses.ts';
import { mailAddress, myWorkAddress } from './work-addresses.ts';
import { auditsAddress, visitsAddress } from './visit-addresses.ts';

interface PageOfSite {
  readonly name: string;
  readonly address: (authority: string) => string;
  readonly permission: Permission;
}

/** The site in the order of its first row of navigation; the pages of each section are its second row. */
const sections = [
  {
    name: 'Home',
    pages: [{ name: 'Home', address: authorityHomeAddress, permission: 'read published data' }],
  },
  {
    name: 'My work',
    pages: [{ name: 'My work', address: myWorkAddress, permission: 'read published data' }],
  },
  {
    name: 'Schools',
    pages: [
      { name: 'Overview', address: overviewAddress, permission: 'read published data' },
      { name: 'Map', address: mapAddress, permission: 'read published data' },
    ],
  },
  {
    name: 'Risk',
    pages: [
      { name: 'Risk register', address: registerAddress, permission: 'read lists of categories' },
      { name: 'Watchlist', address: watchlistAddress, permission: 'read lists of categories' },
      { name: 'Who moved', address: runsAddress, permission: 'read lists of categories' },
      { name: 'How categories are decided', address: schemeAddress, permission: 'read published data' },
    ],
  },
  {
    name: 'Deciding',
    pages: [
      { name: 'Rounds', address: roundsAddress, permission: 'read what is decided' },
      { name: 'Letters', address: lettersAddress, permission: 'read what is decided' },
      { name: 'Intelligence', address: intelligenceAddress, permission: 'read the intelligence register' },
      { name: 'Self-assessments', address: selfAssessmentsAddress, permission: 'read papers' },
      { name: 'Told and confirmed', address: receiptsAddress, permission: 'read officers’ notes' },
    ],
  },
  {
    name: 'Visits and plans',
    pages: [
      { name: 'Visits', address: visitsAddress, permission: 'read papers' },
      { name: 'Audits', address: auditsAddress, permission: 'read papers' },
      { name: 'Diagnoses', address: diagnosesAddress, permission: 'read papers' },
      { name: 'Plans', address: plansAddress, permission: 'read papers' },
      { name: 'Boards', address: boardsAddress, permission: 'read papers' },
      { name: 'Actions', address: actionsAddress, permission: 'read papers' },
      { name: 'Requests', address: requestsAddress, permission: 'read officers’ notes' },
    ],
  },
  {
    // Its pages carry what was chosen from one to the next, so they bring their own second row.
    name: 'Results',
    pages: [{ name: 'Results', address: resultsAddress, permission: 'read published data' }],
  },
  {
    name: 'Look ahead',
    pages: [
      { name: 'Trajectory', address: trajectoryAddress, permission: 'read the trajectory' },
      { name: 'Early warning', address: earlyWarningAddress, permission: 'read lists of categories' },
      { name: 'How right were we', address: markingAddress, permission: 'read how right we were' },
      { name: 'Forecasts replayed', address: replayAddress, permission: 'read the summary' },
    ],
  },
  {
    name: 'Members',
    pages: [{ name: 'Members', address: membersAddress, permission: 'read the summary' }],
  },
  {
    name: 'People',
    pages: [
      { name: 'People', address: peopleAddress, permission: 'read the directory' },
      { name: 'Access', address: accessAddress, permission: 'read who has access' },
      { name: 'Who may do what', address: () => permissionsAddress, permission: 'read the directory' },
      { name: 'Allocation', address: allocationAddress, permission: 'read the allocation' },
      { name: 'Contact', address: contactAddress, permission: 'read the allocation' },
      { name: 'Views of partners', address: viewsOfPartnersAddress, permission: 'open views of partners' },
      { name: 'Mail', address: mailAddress, permission: 'send mail' },
    ],
  },
  {
    name: 'Logs',
    pages: [
      { name: 'Reading log', address: readingLogAddress, permission: 'read the reading log' },
      { name: 'Change log', address: changeLogAddress, permission: 'read the change log' },
      { name: 'Retention', address: retentionAddress, permission: 'keep the logs' },
    ],
  },
  {
    name: 'Files',
    pages: [
      { name: 'Supplied files', address: suppliedAddress, permission: 'read supplied files' },
      { name: 'Sources', address: () => sourcesAddress, permission: 'read published data' },
      { name: 'Imports', address: () => importsAddress, permission: 'import files' },
      { name: 'Official files', address: () => officialFilesAddress, permission: 'import files' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly pages: readonly PageOfSite[] }[];

/** A section of the site, or the page of one: what a page says it is, so that navigation shows where the reader stands. */
export type Section =
  (typeof sections)[number]['name'] | (typeof sections)[number]['pages'][number]['name'] | 'Our school';

/** One link of a row of navigation. */
export interface PlaceInSite {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Navigation {
  /** The sections in which the reader may open a page. */
  readonly sections: readonly PlaceInSite[];
  /** The pages of the section the reader is in; empty where there is one only. */
  readonly pages: readonly PlaceInSite[];
}

/**
 * The two rows of navigation of an authority's pages, for one reader: nothing that they may not open. A section leads to the
 * first of its pages that they may; one with a single such page is called as that page is.
 */
export function navigationOf(
  authority: string,
  here: Section | null,
  may: (permission: Permission) => boolean,
): Navigation {
  const open = sections
    .map(({ name, pages }) => ({
      name,
      pages: pages.filter(({ permission }) => may(permission)),
      current: name === here || pages.some((page) => page.name === here),
    }))
    .filter(({ pages }) => pages.length > 0);
  const place = (page: PageOfSite): PlaceInSite => ({
    text: page.name,
    href: page.address(authority),
    current: page.name === here,
  });
  const current = open.find((section) => section.current)?.pages ?? [];
  return {
    sections: open.flatMap((section) =>
      section.pages.slice(0, 1).map((first) => ({
        text: section.pages.length === 1 ? first.name : section.name,
        href: first.address(authority),
        current: section.current,
      })),
    ),
    pages: current.length > 1 ? current.map(place) : [],
  };
}
