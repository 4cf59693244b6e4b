import { readReceipts, type ReceiptsRead } from '#/analyse/actions/read-receipts.ts';
import type { Parts } from '#/parts.ts';
import { ourViewAddress, withQuery } from '#/platform/web/addresses.ts';
import { receiptsAddress } from '#/platform/web/correspondence-addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

/** Where a reply to the category waits for an answer, and how many have not confirmed: of the reader's own schools, if given any. */
export function repliesPanel(parts: Parts): HomePanel {
  return {
    name: 'replies',
    heading: 'What schools replied and confirmed',
    for: { roles: ['head of service', 'intervention officer', 'challenge partner'] },
    order: 20,
    read: async (person, { slug }) => repliesOf(await readReceipts(parts, person, slug), person.id),
  };
}

const schoolsShown = 6;

/** `null` where nothing is told yet. */
export function repliesOf(read: ReceiptsRead, person: string): PanelContent | null {
  const { authority, run, officers } = read;
  if (run === null) return null;
  const own = officers.find((one) => one.person === person)?.schools;
  const schools = read.schools.filter(({ urn }) => own?.has(urn) ?? true);
  const known = schools.filter(({ leaders }) => leaders.length > 0);
  const waiting = known.filter(({ leaders }) =>
    leaders.some(({ confirmation }) => confirmation.state === 'outstanding'),
  );
  const replied = schools
    .flatMap(({ urn, name, lastReply }) => (lastReply?.side === 'school' ? [{ urn, name, lastReply }] : []))
    .toSorted((a, b) => a.lastReply.at.localeCompare(b.lastReply.at));
  const query = own === undefined ? {} : { officer: [person] };
  return {
    parts: [
      {
        kind: 'sentence',
        text: `At ${someOf(waiting.length, known.length, 'school')} ${own === undefined ? '' : 'given to me '}with a head or chair here, somebody has not confirmed what the school is told, as known on ${dateInWords(run.asAt)}. ${replied.length === 0 ? 'No reply waits for an answer.' : `${plural(replied.length, 'reply waits', 'replies wait')} for an answer.`}`,
      },
      ...(replied.length === 0
        ? []
        : [
            {
              kind: 'links',
              links: replied.slice(0, schoolsShown).map(({ urn, name, lastReply }) => ({
                text: name,
                href: `${ourViewAddress(authority.slug, urn)}#reply`,
                when: { words: `replied on ${dateInWords(lastReply.at)}`, state: 'waiting' } as const,
                detail: `By ${lastReply.name}`,
              })),
            } as const,
          ]),
    ],
    more: {
      text: 'Who has confirmed, school by school',
      href: withQuery(receiptsAddress(authority.slug), query),
    },
    readings: [{ event: 'read categories' }],
  };
}
