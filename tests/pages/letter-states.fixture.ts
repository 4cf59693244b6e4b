import type { LetterToTell } from '#/analyse/actions/telling/letters-to-tell.ts';
import type { LetterRead, LettersRead } from '#/analyse/actions/telling/read-letters.ts';
import { inventedAuthority, inventedSchool, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import { letterView } from '#/analyse/pages/letter/letter-view.ts';
import { lettersView } from '#/analyse/pages/letters/letters-view.ts';
import type { DecisionBeside } from '#/analyse/records/decisions-beside.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import type { RoleHolder } from '#/people/records/people-of-school.ts';
import type { PageState } from './page-states.fixture.ts';

const today = '2026-05-10';
const school = inventedSchool();
const did = { person: 'director', name: 'A Reed', on: '2026-05-01', keptAt: '2026-05-01T09:00:00.000Z' };
const letter = { sections: [{ heading: 'What we think', paragraphs: ['The category is <b>B3</b>.'] }] };
const decision: CategoryDecision = {
  ...{ id: 'd', round: '1', urn: school.urn, run: '1', proposed: 'B3', scheme: inventedScheme.id },
  ...{ category: 'B3', group: 'requiring improvement', ofConcern: false, why: '', revises: null },
  ...{ decided: did, signed: null, told: null },
};
const head: RoleHolder = {
  ...{ person: 'head', name: 'Jo Marsh', email: null, role: 'headteacher', heldFor: 'school' },
  ...{ schools: [school.urn], since: '2020-09-01', until: null, insteadOf: null },
};
const read: LetterRead = {
  ...{ authority: inventedAuthority, school, today, scheme: inventedScheme, decision, letter },
  ...{ missing: [], sent: null, replaced: false, leaders: [head], receipts: [], mayTell: true },
};
const beside: DecisionBeside = {
  ...{ id: 'd', urn: school.urn, round: '1', run: '1', asAt: '2026-04-30', proposed: 'A4' },
  ...{ scheme: inventedScheme.id, category: 'B3', group: 'requiring improvement', ofConcern: false },
  ...{ why: 'A new head', decidedOn: '2026-05-01', decidedBy: 'A Reed', signedOn: null, signedBy: null },
  told: { on: today, at: '2026-05-10T09:00:00.000Z', by: 'A Reed', way: 'by post' },
};
const waiting = (more: Partial<LetterToTell>): LetterToTell => ({
  ...{ decision, school, scheme: inventedScheme, leaders: [head], written: { kind: 'letter', letter } },
  ...more,
});
const state = (view: LetterRead, problems: Parameters<typeof letterView>[1] = []): PageState => ({
  template: 'analyse/pages/letter/letter.njk',
  title: 'Letter',
  view: { page: letterView(view, problems), nothing: null },
});
const letters = (more: Partial<LettersRead>): PageState => ({
  template: 'analyse/pages/letters/letters.njk',
  title: 'Letters',
  view: {
    page: lettersView({
      ...{ authority: inventedAuthority, today, mayTell: true, waiting: [], told: [] },
      ...more,
    }),
  },
});

/** Letters to head and chair, in every state of their pages. */
export const letterStates = {
  'a letter, to be sent here': state(read),
  'a letter, to be sent by post, with a day that was not taken': state({ ...read, leaders: [] }, [
    { field: 'posted', text: 'Write the day.' },
  ]),
  'a letter, with a fact missing': state({ ...read, letter: null, missing: ['the second signature'] }),
  'a letter, as it was sent': state({
    ...read,
    decision: { ...decision, told: did },
    sent: { ...did, way: 'here' },
    replaced: true,
    receipts: [
      {
        ...{ run: null, decision: 'd', urn: school.urn, as: 'chair', person: 'chair', name: 'Di Moor' },
        at: '2026-05-10T10:00:00.000Z',
      },
    ],
  }),
  'no letter yet': {
    template: 'analyse/pages/letter/letter.njk',
    title: 'Letter',
    view: { page: null, nothing: { school: school.name, ours: '/own' } },
  },
  'letters, of every kind': letters({
    waiting: [
      waiting({}),
      waiting({ leaders: [] }),
      waiting({ written: { kind: 'missing', missing: ['the second signature'] } }),
    ],
    told: [{ decision: beside, name: school.name, scheme: inventedScheme }],
  }),
  'letters, none waiting': letters({ mayTell: false }),
} satisfies Record<string, PageState>;
