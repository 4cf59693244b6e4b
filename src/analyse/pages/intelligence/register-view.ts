import type { EntryRead, IntelligenceRegister } from '#/analyse/actions/intelligence/intelligence-read.ts';
import { withQuery, type Query } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import {
  intelligenceAddress,
  schoolIntelligenceAddress,
  tellOfIntelligenceAddress,
} from '#/platform/web/intelligence-addresses.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';
import { expiresSoon, rowOf } from './entry-words.ts';

const shown = {
  'in-force': ['In force', (one: EntryRead) => one.state === 'in force'],
  'to-look-at': [
    'In force, nobody has said what follows',
    (one: EntryRead) => one.state === 'in force' && !one.lookedAt,
  ],
  'expires-soon': ['Expires within 30 days', null],
  over: ['Expired or withdrawn', (one: EntryRead) => one.state !== 'in force'],
  all: ['All', () => true],
} as const;

type Shown = keyof typeof shown;

/** What the address asks for. */
export interface RegisterAsked {
  readonly kind: string | null;
  readonly show: Shown;
  /** Only schools that are so often on the register that it suggests something. */
  readonly often: boolean;
  readonly search: string;
}

/** What is not understood is left out, so that old links work. Without a choice, what is in force is shown. */
export function registerAsked(query: Query, { kinds }: Pick<IntelligenceRegister, 'kinds'>): RegisterAsked {
  const one = (name: string): string => query[name]?.at(-1)?.trim() ?? '';
  const show = one('show');
  return {
    kind: kinds.some(({ id }) => id === one('kind')) ? one('kind') : null,
    show: show in shown ? (show as Shown) : 'in-force',
    often: one('often') === 'yes',
    search: one('search').slice(0, 100),
  };
}

/** The entries that are asked for, the newest known first. */
export function chosenEntries(
  read: IntelligenceRegister,
  { kind, show, often, search }: RegisterAsked,
): readonly EntryRead[] {
  const oftenSchools = new Set(read.recurrences.filter((one) => one.suggests !== null).map(({ urn }) => urn));
  const wanted = search.toLocaleLowerCase('en-GB');
  return read.entries.filter(
    (one) =>
      (kind === null || one.kind === kind) &&
      (shown[show][1]?.(one) ?? expiresSoon(one, read.today)) &&
      (!often || oftenSchools.has(one.urn)) &&
      (one.school.toLocaleLowerCase('en-GB').includes(wanted) || one.urn === wanted),
  );
}

/** Everything the register shows. */
export function registerView(read: IntelligenceRegister, asked: RegisterAsked) {
  const { slug } = read.authority;
  const rows = chosenEntries(read, asked);
  const inForce = read.entries.filter(({ state }) => state === 'in force');
  const schools = new Set(inForce.map(({ urn }) => urn)).size;
  const soon = inForce.filter((one) => expiresSoon(one, read.today)).length;
  const unread = inForce.filter(({ lookedAt }) => !lookedAt).length;
  const often = read.recurrences.filter((one) => one.suggests !== null);
  const kindName = new Map(read.kinds.map(({ id, name }) => [id, name]));
  const address = intelligenceAddress(slug);
  return {
    lead:
      read.entries.length === 0
        ? `Nothing that services told of the ${plural(read.schools, 'open school')} is here for you to read.`
        : `${plural(inForce.length, 'entry', 'entries')} in force about ${someOf(schools, read.schools, 'open school')}, ${dateInWords(read.today)}. Of ${unread === 1 ? 'one' : String(unread)} nobody has said yet what follows; ${String(soon)} ${soon === 1 ? 'expires' : 'expire'} within 30 days.`,
    counted: `${rows.length === read.entries.length ? plural(rows.length, 'entry', 'entries') : `${String(rows.length)} of ${plural(read.entries.length, 'entry', 'entries')}`} that you may read`,
    tellAddress: read.mayTell ? tellOfIntelligenceAddress(slug) : null,
    address,
    files: downloadLinks(address, queryOf(asked)),
    kinds: read.kinds.map(({ id, name }) => ({ value: id, text: name, chosen: id === asked.kind })),
    shows: Object.entries(shown).map(([value, [text]]) => ({ value, text, chosen: value === asked.show })),
    often: {
      chosen: asked.often,
      rows: often.map((one) => ({
        school: one.school,
        href: schoolIntelligenceAddress(slug, one.urn),
        entries: plural(one.entries, 'entry', 'entries'),
        kinds: one.byKind
          .map(
            ({ kind, entries }) =>
              `${kindName.get(kind) ?? kind}${entries > 1 ? ` (${String(entries)} times)` : ''}`,
          )
          .join(', '),
        suggests: one.suggests ?? '',
      })),
      title: `Schools with several entries in the last ${String(read.months)} months: ${String(often.length)}`,
    },
    search: asked.search,
    rows: rows.map((one) => rowOf(one, slug, read.today, read.months)),
    clearAddress: withQuery(address, {}),
    chosen: asked.kind !== null || asked.show !== 'in-force' || asked.often || asked.search !== '',
  };
}

export function queryOf({ kind, show, often, search }: RegisterAsked): Query {
  return {
    kind: kind === null ? [] : [kind],
    show: show === 'in-force' ? [] : [show],
    often: often ? ['yes'] : [],
    search: search === '' ? [] : [search],
  };
}
