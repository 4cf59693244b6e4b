import { ourViewAddress, withQuery, type Query } from '#/platform/web/addresses.ts';
import { askAddress, requestAddress, requestsAddress } from '#/platform/web/correspondence-addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';
import type { RequestsRead } from '#/schools/actions/requests.ts';

type Row = RequestsRead['requests'][number];

const shown = {
  waiting: ['Waiting for an answer', (one: Row) => one.state === 'asked'],
  overdue: ['Overdue', (one: Row) => one.overdue],
  answered: ['Answered, not yet accepted', (one: Row) => one.state === 'answered'],
  over: ['Over', (one: Row) => one.state === 'done' || one.state === 'withdrawn'],
} as const;

type Shown = keyof typeof shown;

/** What the address asks for. */
export interface RequestsAsked {
  /** Identity of an officer: only the schools given to them. */
  readonly officer: string | null;
  readonly show: Shown | null;
}

/** What is not understood is left out, so that old links work; an officer whose schools are not known is everybody. */
export function requestsAsked(query: Query, { officers }: Pick<RequestsRead, 'officers'>): RequestsAsked {
  const officer = query['officer']?.at(-1) ?? '';
  const show = query['show']?.at(-1) ?? '';
  return {
    officer: officers.some(({ person }) => person === officer) ? officer : null,
    show: show in shown ? (show as Shown) : null,
  };
}

/** The requests that are asked for, in the order in which they are due. */
export function chosenRequests(read: RequestsRead, { officer, show }: RequestsAsked): readonly Row[] {
  const schools = read.officers.find(({ person }) => person === officer)?.schools;
  return read.requests.filter(
    (one) => (schools?.has(one.urn) ?? true) && (show === null || shown[show][1](one)),
  );
}

/** Everything the list shows. */
export function requestsView(read: RequestsRead, asked: RequestsAsked, mayAsk: boolean) {
  const { authority, requests } = read;
  const { slug } = authority;
  const rows = chosenRequests(read, asked);
  const query = queryOf(asked);
  const overdue = rows.filter((one) => one.overdue).length;
  return {
    lead:
      requests.length === 0
        ? 'No school is asked for anything.'
        : `${rows.length === requests.length ? plural(rows.length, 'request') : someOf(rows.length, requests.length, 'request')}; ${overdue === 0 ? 'none of these is overdue' : `${plural(overdue, 'request is', 'requests are')} overdue`}.`,
    mayAsk,
    askAddress: askAddress(slug),
    address: requestsAddress(slug),
    files: downloadLinks(requestsAddress(slug), query),
    officers: read.officers.map(({ person, name, schools }) => ({
      value: person,
      text: `${name} (${plural(schools.size, 'school')})`,
      chosen: person === asked.officer,
    })),
    shows: Object.entries(shown).map(([value, [text]]) => ({
      value,
      text,
      chosen: value === asked.show,
    })),
    rows: rows.map((one) => ({
      school: one.school,
      schoolAddress: ourViewAddress(slug, one.urn),
      what: one.what,
      href: requestAddress(slug, one.urn, one.id),
      due: dateInWords(one.dueOn),
      overdue: one.overdue,
      state: stateWords(one),
      by: one.asked.name,
      note: noteOf(one),
    })),
    clearAddress: withQuery(requestsAddress(slug), {}),
    chosen: asked.officer !== null || asked.show !== null,
  };
}

export function queryOf({ officer, show }: RequestsAsked): Query {
  return { officer: officer === null ? [] : [officer], show: show === null ? [] : [show] };
}

export function stateWords({ state, steps }: Row): string {
  const last = steps.at(-1);
  const when = last === undefined ? '' : ` on ${dateInWords(last.at)}`;
  const words = { asked: 'Not answered yet', answered: 'Answered', withdrawn: 'Withdrawn', done: 'Done' };
  return `${words[state]}${when}`;
}

function noteOf({ level }: Row): string | null {
  if (level === 'named people') return 'Only for the people named';
  return level === 'authority' ? 'For officers only' : null;
}
