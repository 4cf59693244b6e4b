import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import type { Everything } from '#/people/actions/read-everything.ts';
import {
  everything as everyEntry,
  type ChangeEntry,
  type LogRead,
  type LogSearch,
  type ReadingEntry,
} from '#/people/actions/read-logs.ts';
import type { RetentionRead } from '#/people/actions/retention.ts';
import { everythingView } from '#/people/pages/logs/everything-view.ts';
import { changesView, readingsView } from '#/people/pages/logs/log-view.ts';
import { nothingSaid, retentionView } from '#/people/pages/logs/retention-view.ts';
import { operator, type Permission } from '#/people/rules/permissions.ts';
import { retentionKinds, retentionOf } from '#/people/rules/retention.ts';
import type { PageState } from './page-states.fixture.ts';
import { inventedPerson, inventedRole } from './people.fixture.ts';

const at = '2026-05-01T09:00:00.000Z';
const script = '<script>alert("x")</script>';
const schools = new Map([['900001', 'Sedge Lane Primary School']]);

const change: ChangeEntry = {
  ...{ number: '1234', at, person: 'p', personName: 'Pearl Linnet', act: 'gave a role' },
  about: { kind: 'person', key: 'jo' },
  ...{ aboutName: 'Jo Marsh', urn: '900001', from: null, to: 'Headteacher, Sedge Lane', why: script },
};
const renamed: ChangeEntry = {
  ...change,
  ...{ number: '1233', person: operator.id, personName: operator.name, act: 'renamed' },
  ...{ from: 'Jo', to: 'Jo Marsh', why: null },
};
const reading: ReadingEntry = {
  ...{ number: '77', at, person: 'p', personName: 'Pearl Linnet', event: 'read category' },
  ...{ path: `/authorities/fenshire/schools/900001?x=${script}`, urn: '900001' },
};
const elsewhere: ReadingEntry = { ...reading, number: '76', urn: '900099' };
const ofNoSchool: ReadingEntry = { ...reading, number: '75', urn: null, path: 'npx middletier people' };

const found = <Entry>(entries: readonly Entry[], changes: Partial<LogRead<Entry>> = {}): LogRead<Entry> => ({
  ...{ authority: inventedAuthority, entries, total: entries.length, offset: 0, schools, problems: [] },
  head: { position: 1234, hash: 'abcdef012345'.padEnd(64, '0') },
  ...changes,
});

type May = (permission: Permission) => boolean;
const all: May = () => true;
const onlyTheChangeLog: May = (permission) => permission === 'read the change log';

const changes = (read: LogRead<ChangeEntry>, search: Partial<LogSearch> = {}, may = all): PageState => ({
  template: 'people/pages/logs/log.njk',
  title: 'Change log',
  view: {
    log: changesView(read, { search: { ...everyEntry, ...search }, page: 1 }, may),
    title: 'Change log',
  },
});
const readings = (read: LogRead<ReadingEntry>, search: Partial<LogSearch> = {}): PageState => ({
  template: 'people/pages/logs/log.njk',
  title: 'Reading log',
  view: {
    log: readingsView(read, { search: { ...everyEntry, ...search }, page: 1 }, all),
    title: 'Reading log',
  },
});

const nothingHeld: Everything = {
  ...{ authority: inventedAuthority, person: inventedPerson({ email: null, roles: [] }), emailsEver: [] },
  ...{ readings: [], changesBy: [], changesAbout: [], account: null, attempts: [], schools },
  ...{ written: null, notHere: ['What other authorities hold is not here.'] },
};
const session = {
  ...{ beganAt: at, how: 'password', lastUsedAt: at, endedAt: null, why: null, endsAt: at },
};
const muchHeld: Everything = {
  ...nothingHeld,
  person: inventedPerson({
    roles: [
      inventedRole(),
      inventedRole({
        standing: 'over',
        span: { from: '2024-09-01', last: '2025-08-31' },
        ended: { by: 'p', byName: 'Pearl Linnet', at, lastDay: '2025-08-31', why: 'Left' },
        standsInFor: { id: 'al', name: 'Al Reed' },
      }),
    ],
  }),
  emailsEver: ['jo@example.org', 'j.fen@example.org'],
  readings: [reading, elsewhere, ofNoSchool],
  changesBy: Array.from({ length: 102 }, () => change),
  changesAbout: [change, renamed],
  account: {
    ...{ signInName: 'jo@example.org', madeAt: at, demonstration: false },
    sessions: [
      session,
      { ...session, how: 'provider', lastUsedAt: null, endedAt: at, why: 'signed out' },
      { ...session, how: 'demonstration', endedAt: at },
    ],
    links: [
      { madeAt: at, until: at, usedAt: null },
      { madeAt: at, until: at, usedAt: at },
    ],
    passwordsSetAt: [at],
  },
  written: (['replied', 'answered', 'asked', 'is named in a request'] as const).map((what) => ({
    ...{ at, what, urn: '900001', words: `We think ${script}` },
    request: what === 'answered' ? 'Your plan' : null,
  })),
  attempts: [
    { at, outcome: 'failed' },
    { at, outcome: 'came too soon' },
  ],
};
const held = (read: Everything): PageState => ({
  template: 'people/pages/logs/everything.njk',
  title: 'Everything held',
  view: { held: everythingView(read) },
});

const kept: RetentionRead = {
  authority: inventedAuthority,
  rows: retentionKinds.map((kind) => {
    const entry = retentionOf(kind);
    return { kind, entry, rule: null, months: entry.months, kept: null };
  }),
  gone: [],
};
const ruled: RetentionRead = {
  ...kept,
  rows: kept.rows.map((row) => {
    if (row.kind === 'change log') return { ...row, kept: { entries: 0, oldest: null, due: 0 } };
    if (row.kind !== 'reading log') return row;
    return {
      ...row,
      rule: { kind: row.kind, months: 120, why: script, saidAt: at, saidBy: 'Pearl Linnet' },
      months: 120,
      kept: { entries: 1, oldest: at, due: 1 },
    };
  }),
  gone: [{ kind: 'reading log', at, before: at, rows: 3, months: 72 }],
};
const retention = (
  read: RetentionRead,
  said = nothingSaid,
  problems: Parameters<typeof retentionView>[2] = [],
): PageState => ({
  template: 'people/pages/logs/retention.njk',
  title: 'How long records are kept',
  view: { retention: retentionView(read, said, problems) },
});

/** The logs, what is held about one person, and how long records are kept. */
export const logsStates: Readonly<Record<string, PageState>> = {
  'the change log': changes(found([change, renamed])),
  'the change log, empty': changes(found<ChangeEntry>([], { head: null })),
  'the change log, for whoever may not read the reading log': changes(found([change]), {}, onlyTheChangeLog),
  'the change log, searched, a page in the middle': changes(
    found([change, renamed], { total: 150, offset: 50 }),
    { person: 'Pearl', kind: 'person', from: '2026-01-01' },
  ),
  'the change log, searched for what is not in it': changes(found<ChangeEntry>([]), { words: script }),
  'the change log, asked for what cannot be looked for': changes(
    found<ChangeEntry>([], {
      head: null,
      problems: [
        { field: 'school', text: 'No school is called so.' },
        { field: 'from', text: '“soon” is not a date.' },
        { field: 'to', text: '“later” is not a date.' },
      ],
    }),
    { school: 'Nowhere', from: 'soon', to: 'later' },
  ),
  'the reading log': readings(found([reading, elsewhere, ofNoSchool])),
  'the reading log, its first page': readings(found([reading], { total: 51 }), { school: '900001' }),
  'the reading log, its last page': readings(found([reading], { total: 51, offset: 50 })),
  'everything held about somebody': held(muchHeld),
  'everything held about somebody who wrote nothing': held({ ...muchHeld, written: [] }),
  'everything held about somebody of whom nothing is held': held(nothingHeld),
  'how long records are kept': retention(kept),
  'how long records are kept, as the authority said, with what went': retention(ruled),
  'how long records are kept, everything wrong': retention(
    kept,
    { kind: 'reading log', years: '0', why: '' },
    (['kind', 'years', 'why'] as const).map((field) => ({ field, text: `Wrong ${field}` })),
  ),
};
