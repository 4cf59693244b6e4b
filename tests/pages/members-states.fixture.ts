import { membersChart } from '#/analyse/pages/members/members-chart.ts';
import { inventedForMembers, inventedMembersRead } from '#/analyse/pages/members/members.fixture.ts';
import { membersView } from '#/analyse/pages/members/members-view.ts';
import type { ForMembers } from '#/analyse/actions/for-members.ts';
import type { PageState } from './page-states.fixture.ts';

function membersPage(changes: Partial<ForMembers>, drawn = true): PageState {
  const read = { ...inventedMembersRead, members: { ...inventedForMembers, ...changes } };
  const chart = membersChart(read.overview);
  return {
    template: 'analyse/pages/members/members.njk',
    title: 'Our schools',
    view: {
      members: membersView(read),
      chart: chart === null || !drawn ? null : { title: chart.title, drawn: '<svg></svg>' },
    },
  };
}

const several = ['Marshland North', 'Marshland South'];

/** The page for members, for each kind of reader. */
export const membersStates = {
  'a member with a school of concern': membersPage({}),
  'a member without a school of concern': membersPage({ concerns: [] }),
  'a member of several divisions': membersPage({ divisions: several, chosen: several }),
  'a member of a panel, who sees no school by name': membersPage({
    divisions: null,
    chosen: [],
    own: false,
    concerns: null,
  }),
  'an officer before a division is chosen': membersPage({
    divisions: several,
    chosen: [],
    own: false,
    concerns: null,
  }),
  'an officer where no list of divisions is kept': membersPage({
    divisions: [],
    chosen: [],
    own: false,
    concerns: null,
  }),
  'members before the first analysis': membersPage({ told: null, concerns: null }, false),
};
