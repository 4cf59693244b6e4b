import { somebody } from './everybody.fixture.ts';
import { all, authority, knownToday, type RowsOfTable } from './rows-tried.fixture.ts';

const toHead = '10000000-0000-4000-8000-000000000001';
const toNobodyKnown = '10000000-0000-4000-8000-000000000002';
const byClerk = '10000000-0000-4000-8000-000000000003';
const head = somebody('headteacher', authority);
const clerk = somebody('clerk', authority);
const sends = (person: Parameters<RowsOfTable['read']>[0]) => all(person, 'send mail');

/** Mails that wait to be sent, where they lead, what was done about them, and who wants the daily one. */
export const rowsOfMail = {
  mail_queued: {
    rows: {
      'to the head': { id: toHead, person: head.id, occasion: 'paper to read', queued_by: 'stranger' },
      'to nobody known': {
        id: toNobodyKnown,
        person: 'stranger',
        occasion: 'paper to read',
        queued_by: 'stranger',
      },
      'by the clerk': { id: byClerk, person: 'stranger', occasion: 'paper to read', queued_by: clerk.id },
    },
    read: (person, row) => sends(person) || row['person'] === person.id || row['queued_by'] === person.id,
    add: {
      'to a colleague': { row: () => ({ person: clerk.id, occasion: 'paper to read' }), may: knownToday },
      'in another’s name': {
        row: () => ({ person: clerk.id, occasion: 'paper to read', queued_by: 'stranger' }),
        may: () => false,
      },
      'a daily summary': {
        row: () => ({ person: clerk.id, occasion: 'daily summary', for_day: '2019-01-01', late: 1, soon: 0 }),
        may: sends,
      },
    },
  },
  mail_link: {
    rows: {
      'to the head': { mail: toHead, href: '/authorities/fenshire/schools/900001' },
      'to nobody known': { mail: toNobodyKnown, href: '/authorities/fenshire/schools/900003' },
    },
    read: (person, { mail }, everything) =>
      everything('mail_queued').some(({ id, person: to }) => id === mail && to === person.id),
    add: {
      'of a mail they queued': {
        row: () => ({ mail: byClerk, href: '/x' }),
        may: ({ id }) => id === clerk.id,
      },
    },
  },
  mail_attempt: {
    rows: {
      'of the head’s': { number: 900, mail: toHead, outcome: 'sent', words: '' },
      'of nobody’s known': { number: 901, mail: toNobodyKnown, outcome: 'sent', words: '' },
    },
    read: (person, { mail }, everything) =>
      sends(person) ||
      everything('mail_queued').some(
        ({ id, person: to, queued_by: by }) => id === mail && [to, by].includes(person.id),
      ),
    add: { 'that it was sent': { row: () => ({ mail: toHead, outcome: 'sent', words: '' }), may: sends } },
  },
  mail_choice: {
    rows: {
      'of the head': {
        number: 900,
        person: head.id,
        daily: 'false',
        said_by: head.id,
        said_by_name: head.name,
      },
    },
    read: (person, row) => sends(person) || row['person'] === person.id,
    add: {
      'their own': { row: ({ id }) => ({ person: id, daily: 'false' }), may: knownToday },
      'another’s': { row: () => ({ person: 'stranger', daily: 'false' }), may: () => false },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
