import type { ReceiptsRead, SchoolReceipts } from '#/analyse/actions/read-receipts.ts';
import { ourViewAddress, type Query } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { receiptsAddress } from '#/platform/web/correspondence-addresses.ts';
import { letterSentAddress, lettersAddress } from '#/platform/web/letter-addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, momentInWords, plural, someOf } from '#/platform/web/words.ts';

/** First what is shown when nothing is asked for: where nobody is here, nobody can confirm. */
const shown = {
  known: 'With a head or chair here',
  outstanding: 'Not confirmed by everybody',
  'nobody known': 'Without head or chair here',
  'to answer': 'Replied, and not answered yet',
  all: 'Every school',
} as const;

type Shown = keyof typeof shown;

/** What the address asks for. */
export interface ReceiptsAsked {
  /** Identity of an officer: only the schools given to them. */
  readonly officer: string | null;
  readonly show: Shown;
}

/** What is not understood is left out, so that old links work. */
export function receiptsAsked(query: Query, { officers }: Pick<ReceiptsRead, 'officers'>): ReceiptsAsked {
  const officer = query['officer']?.at(-1) ?? '';
  const show = query['show']?.at(-1) ?? '';
  return {
    officer: officers.some(({ person }) => person === officer) ? officer : null,
    show: show in shown ? (show as Shown) : 'known',
  };
}

/** The schools that are asked for: who has waited longest to be confirmed first, then by name. */
export function chosenReceipts(
  read: ReceiptsRead,
  { officer, show }: ReceiptsAsked,
): readonly SchoolReceipts[] {
  const of = read.officers.find(({ person }) => person === officer)?.schools;
  return read.schools
    .filter((one) => (of?.has(one.urn) ?? true) && isShown(one, show))
    .toSorted((a, b) => longestWait(b) - longestWait(a));
}

/** Schools of which head or chair has not confirmed. */
export function isOutstanding({ leaders }: SchoolReceipts): boolean {
  return leaders.some(({ confirmation }) => confirmation.state === 'outstanding');
}

/** Schools that had the last word. */
export function isToAnswer({ lastReply }: SchoolReceipts): boolean {
  return lastReply?.side === 'school';
}

function isShown(one: SchoolReceipts, show: Shown): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'to answer':
      return isToAnswer(one);
    case 'outstanding':
      return isOutstanding(one);
    case 'known':
      return one.leaders.length > 0;
    case 'nobody known':
      return one.leaders.length === 0;
  }
}

function longestWait({ leaders }: SchoolReceipts): number {
  return Math.max(
    -1,
    ...leaders.map(({ confirmation }) => (confirmation.state === 'outstanding' ? confirmation.days : -1)),
  );
}

/** Everything the list shows. */
export function receiptsView(read: ReceiptsRead, asked: ReceiptsAsked) {
  const { slug } = read.authority;
  const rows = chosenReceipts(read, asked);
  const every = chosenReceipts(read, { ...asked, show: 'all' });
  const withLeaders = every.filter(({ leaders }) => leaders.length > 0);
  const confirmed = withLeaders.filter((one) => !isOutstanding(one));
  return {
    lead:
      read.run === null
        ? 'No analysis has been run yet, so no school is told anything.'
        : `At ${someOf(confirmed.length, withLeaders.length, 'school')} with a head or chair here, all of them have confirmed what the school is told, on ${dateInWords(read.today)}. ${plural(every.length - withLeaders.length, 'school has', 'schools have')} neither here yet.`,
    promised: promisedWords(read),
    lettersAddress: lettersAddress(slug),
    address: receiptsAddress(slug),
    files: downloadLinks(receiptsAddress(slug), queryOf(asked)),
    officers: read.officers.map(({ person, name, schools }) => ({
      value: person,
      text: `${name} (${plural(schools.size, 'school')})`,
      chosen: person === asked.officer,
    })),
    shows: Object.entries(shown).map(([value, text]) => ({ value, text, chosen: value === asked.show })),
    chosen: asked.officer !== null || asked.show !== 'known',
    rows: rows.map((one) => {
      const tag = categoryTag(categoryOf(one.scheme, one.told.category));
      return {
        name: one.name,
        href: ourViewAddress(slug, one.urn),
        tag: { ...tag, meaning: inBrief(tag.meaning) },
        told: dateInWords(one.told.since),
        standing:
          one.decided === null
            ? 'proposed, not decided'
            : `decided by ${one.decided.decidedBy}${one.decided.told?.way === 'by post' ? '; told by post' : ''}`,
        letter: one.decided === null ? null : letterSentAddress(slug, one.urn, one.decided.id),
        leaders: one.leaders.map(leaderWords),
        reply:
          one.lastReply === null
            ? null
            : `${one.lastReply.side === 'school' ? 'The school' : 'The authority'}, on ${dateInWords(one.lastReply.at)}`,
      };
    }),
  };
}

/** How many of the schools were told by the day that was promised, and in how many somebody confirmed it. */
function promisedWords({ round, schools, today }: ReceiptsRead): string | null {
  if (round === null) return null;
  const { on, told, late, of } = round.told;
  const ofRound = schools.filter(({ decided }) => decided?.round === round.round.number);
  const confirmed = ofRound.filter(({ leaders }) =>
    leaders.some(({ confirmation }) => confirmation.state === 'confirmed'),
  );
  const promise =
    today < round.round.tellBy ? ` All are to be told by ${dateInWords(round.round.tellBy)}.` : '';
  const after = late === 0 ? '' : `, and ${plural(late, 'school')} later`;
  return `${round.round.name}: ${count(told)} of ${plural(of, 'school')} told by ${dateInWords(on)}${after}.${promise} At ${someOf(confirmed.length, ofRound.length, 'school')} told, head or chair has confirmed the letter.`;
}

export function queryOf({ officer, show }: ReceiptsAsked): Query {
  return { officer: officer === null ? [] : [officer], show: show === 'known' ? [] : [show] };
}

export function leaderWords({ holder, confirmation }: SchoolReceipts['leaders'][number]): {
  readonly words: string;
  readonly done: boolean;
} {
  const who = `${holder.name}, ${holder.role}`;
  if (confirmation.state === 'confirmed')
    return { words: `${who}: on ${momentInWords(confirmation.receipt.at)}`, done: true };
  const { days } = confirmation;
  return {
    words: `${who}: not yet, ${days === 0 ? 'told today' : `told ${plural(days, 'day')} ago`}`,
    done: false,
  };
}
