import type { Parts } from '#/parts.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { askAddress, requestAddress, requestsAddress } from '#/platform/web/correspondence-addresses.ts';
import type { HomePanel, PanelContent, PanelItem } from '#/platform/web/home-panel.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { readRequests } from '#/schools/actions/read-requests.ts';
import type { RequestsRead } from '#/schools/actions/requests.ts';

/** What schools are late with, and what they answered: of the reader's own schools, if given any. */
export function requestsPanel(parts: Parts): HomePanel {
  return {
    name: 'requests-to-schools',
    heading: 'What we asked of schools',
    for: { permission: 'ask a school' },
    order: 10,
    read: async (person, { slug }) => asked(await readRequests(parts, person, slug), person.id),
  };
}

const requestsShown = 6;

/** What was answered and not yet accepted first, then what is overdue, then what is due. */
export function asked({ authority, requests, officers }: RequestsRead, person: string): PanelContent {
  const { slug } = authority;
  const own = officers.find((one) => one.person === person)?.schools;
  const mine = requests.filter(({ urn, asked: by }) => (own?.has(urn) ?? true) || by.person === person);
  const answered = mine.filter(({ state }) => state === 'answered');
  const overdue = mine.filter((one) => one.overdue);
  const due = mine.filter(({ state, overdue: late }) => state === 'asked' && !late);
  const all = { text: 'Everything that schools are asked', href: withQuery(requestsAddress(slug), {}) };
  if (answered.length + overdue.length + due.length === 0) {
    return {
      parts: [
        {
          kind: 'nothing',
          text: 'No school owes us an answer.',
          next: { text: 'Ask schools for something', href: askAddress(slug) },
        },
      ],
      more: all,
      readings: [{ event: 'read requests to schools' }],
    };
  }
  const item = (one: (typeof mine)[number], when: NonNullable<PanelItem['when']>): PanelItem => ({
    text: one.school,
    href: requestAddress(slug, one.urn, one.id),
    detail: one.what,
    when,
  });
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(answered.length, 'answer')} to look at, ${plural(overdue.length, 'request')} overdue, ${String(due.length)} not yet due.`,
      },
      {
        kind: 'links',
        links: [
          ...answered.map((one) =>
            item(one, {
              words: `answered on ${dateInWords(one.steps.at(-1)?.at ?? one.asked.at)}`,
              state: 'waiting',
            }),
          ),
          ...overdue.map((one) =>
            item(one, { words: `overdue since ${dateInWords(one.dueOn)}`, state: 'late' }),
          ),
          ...due.map((one) => item(one, { words: `due ${dateInWords(one.dueOn)}`, state: 'due' })),
        ].slice(0, requestsShown),
      },
    ],
    more: all,
    readings: [{ event: 'read requests to schools' }],
  };
}
