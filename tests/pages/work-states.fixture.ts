import type { MyWork, WorkDue } from '#/people/actions/read-my-work.ts';
import type { MailRead } from '#/people/actions/read-mail.ts';
import { mailView } from '#/people/pages/mail/mail-view.ts';
import { workView } from '#/people/pages/my-work/work-view.ts';
import type { PageState } from './page-states.fixture.ts';

const item: WorkDue = {
  key: 'paper 1',
  what: 'Submit the note of the visit',
  school: 'Sedge Primary School',
  href: '/authorities/fenshire/schools/900001/papers/1',
  dueOn: '2026-04-02',
  waitsFor: 'me',
  since: '2026-03-01',
  source: 'papers',
  group: 'late',
  daysLate: 1,
  daysLeft: 0,
};
const some: readonly WorkDue[] = [
  item,
  { ...item, key: '2', group: 'soon', dueOn: '2026-04-09', daysLate: 0, daysLeft: 2 },
  { ...item, key: '3', group: 'later', dueOn: null, school: null, daysLate: 0 },
  { ...item, key: '4', group: 'waiting', waitsFor: { somebody: 'the school' } },
];

function myWork(work: Partial<MyWork>, asked: Parameters<typeof workView>[1]): PageState {
  const whole = {
    today: '2026-04-07',
    items: some,
    faults: [],
    sources: [{ name: 'papers', heading: 'Papers' }],
  };
  return {
    template: 'people/pages/my-work/my-work.njk',
    title: 'My work',
    view: { work: workView({ ...whole, ...work }, asked, 'fenshire', asked.of === null) },
  };
}

const all = { of: null, school: '' };
const at = '2026-04-07T09:00:00.000Z';
const standings: readonly MailRead['standing'][] = [
  { is: 'waiting', tryFrom: at },
  { is: 'sent', at },
  { is: 'refused', words: 'EENVELOPE 550' },
  { is: 'given up', words: 'ETIMEDOUT' },
  { is: 'not known' },
  { is: 'too old' },
  { is: 'invented' },
];

function mail(isSet: boolean, some: readonly MailRead['standing'][]): PageState {
  const mails = some.map((standing) => ({
    ...{ name: 'Jo <b>Marsh', occasion: 'paper to read' as const, queuedAt: at },
    standing,
  }));
  return {
    template: 'people/pages/mail/mail.njk',
    title: 'Mail',
    view: { mail: mailView({ days: 30, isSet, mails }) },
  };
}

/** What people have to do, and which mails told them. */
export const workStates: Readonly<Record<string, PageState>> = {
  'my work, of every group': myWork({}, all),
  'my work, narrowed': myWork({}, { of: 'papers', school: 'sedge' }),
  'my work, narrowed to nothing': myWork({}, { of: null, school: '<nowhere>' }),
  'my work, with nothing to do': myWork({ items: [], sources: [] }, all),
  'my work, of which a part cannot be shown': myWork(
    { faults: [{ heading: 'Plans', error: new Error('a bug'), reference: 'abc' }] },
    all,
  ),
  'mail, none yet and no server': mail(false, []),
  'mail, waiting for a server': mail(false, [{ is: 'waiting', tryFrom: at }]),
  'mail, of every standing': mail(true, standings),
  'mail, a great many that did not arrive': mail(
    true,
    Array.from({ length: 101 }, () => ({ is: 'too old' })),
  ),
};
