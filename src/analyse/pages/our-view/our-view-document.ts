import type { OurView } from '#/analyse/actions/our-view.ts';
import type { Block, TextDocument } from '#/platform/documents/write-document.ts';
import { creditsInWords } from '#/platform/web/credits.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { headingOf, nothingTyped, ourViewView } from './our-view-view.ts';

/** The school's own page on paper: the same words for the same reader, marked as in confidence, with day and for whom. */
export function ourViewDocument(read: OurView): TextDocument {
  const page = ourViewView(read, nothingTyped);
  const marking = read.reader.readsCategory
    ? 'In confidence: for the head and the chair of the school and the authority’s officers. Do not pass on.'
    : 'For the governing board of the school.';
  const invented = bannerWords({ authority: read.authority, sources: [...read.sources] });
  return {
    title: headingOf(read),
    subject: marking,
    banner: [marking, invented].filter((one) => one !== null).join(' '),
    credits: creditsInWords(read.sources),
    blocks: [
      { kind: 'heading', level: 1, text: headingOf(read) },
      { kind: 'paragraph', text: marking, strong: true },
      {
        kind: 'paragraph',
        text: `As read by ${read.reader.name} on ${dateInWords(read.today)}. ${page.lead}`,
      },
      { kind: 'heading', level: 2, text: 'What the authority thinks' },
      ...opinionBlocks(page),
      { kind: 'heading', level: 2, text: 'What the school is asked' },
      ...requestBlocks(page.requests),
      { kind: 'heading', level: 2, text: 'Whom to ask' },
      ...asksBlocks(page.asks),
      { kind: 'heading', level: 2, text: 'What the school may count on' },
      ...entitlementBlocks(page.entitlements),
      ...(read.reader.readsCategory ? correspondenceBlocks(page) : []),
    ],
  };
}

type View = ReturnType<typeof ourViewView>;

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const items = (texts: readonly string[]): readonly Block[] =>
  texts.length === 0 ? [] : [{ kind: 'list', items: texts }];

function opinionBlocks({ opinion, whyNot, confirmations, beingDecided }: View): readonly Block[] {
  const beingDecidedBlocks = beingDecided === null ? [] : [paragraph(beingDecided)];
  if (opinion === null) return [paragraph(whyNot), ...beingDecidedBlocks];
  return [
    { kind: 'paragraph', text: tagInWords(opinion.tag), strong: true },
    ...beingDecidedBlocks,
    ...(opinion.decided === null
      ? []
      : [
          paragraph(
            `${opinion.decided.words}${opinion.group === null ? '' : ` The group that schools are told: ${opinion.group}.`} ${opinion.decided.beside} By the scheme ${opinion.scheme}.`,
          ),
        ]),
    ...(opinion.decided !== null
      ? []
      : [
          paragraph(
            `Proposed, not yet decided: the rules of the scheme ${opinion.scheme} propose it.${opinion.group === null ? '' : ` The group that schools are told: ${opinion.group}.`} Told since ${opinion.since}; as known on ${opinion.asAt}.`,
          ),
        ]),
    ...items(confirmations.map(({ words }) => words)),
    { kind: 'heading', level: 3, text: 'Why' },
    ...(opinion.reasons.length === 0
      ? []
      : [{ kind: 'list', numbered: true, items: opinion.reasons.map(withSources) } as const]),
    paragraph(`The rule that decided: ${opinion.rule}`),
    ...items(opinion.because),
    paragraph(`${opinion.sureness.level}. ${opinion.sureness.words}`),
    { kind: 'heading', level: 3, text: 'What counts against, and what for' },
    ...items(opinion.against.map(({ title, reason }) => `Against – ${title}: ${reason}`)),
    ...items(opinion.for.map(({ title, reason }) => `For – ${title}: ${reason}`)),
    {
      kind: 'heading',
      level: 3,
      text: opinion.decided === null ? 'What would change it' : 'What would change what the rules propose',
    },
    ...(opinion.wouldChange.length === 0
      ? [paragraph('No single change of the evidence would give another category.')]
      : opinion.wouldChange.flatMap(({ tag, changes }) => [
          paragraph(`${tagInWords(tag)}, if one of these holds:`),
          ...items(changes),
        ])),
  ];
}

function withSources({ words, sources }: NonNullable<View['opinion']>['reasons'][number]): string {
  const from = sources.map(
    ({ publication, rows }) => `${publication}, ${rows.map(({ text }) => text).join('; ')}`,
  );
  return from.length === 0 ? words : `${words} (${from.join('; ')})`;
}

function requestBlocks(rows: View['requests']): readonly Block[] {
  if (rows.length === 0) return [paragraph('Nothing is asked of the school now.')];
  return [
    {
      kind: 'table',
      caption: 'The soonest due first',
      columns: [
        { heading: 'What', share: 45 },
        { heading: 'By', share: 20 },
        { heading: 'Where it stands', share: 35 },
      ],
      rows: rows.map((one) => [
        one.what,
        one.overdue ? [one.due, 'overdue'] : one.due,
        one.state === 'asked' ? `Not answered yet; asked by ${one.askedBy}` : `Answered by ${one.last ?? ''}`,
      ]),
    },
  ];
}

function asksBlocks({ ours, instead, governance, nobody }: View['asks']): readonly Block[] {
  const words = (people: typeof ours) =>
    people.map(({ name, role, email, note }) =>
      [role === null ? name : `${name}, ${role}`, email ?? 'no mail address known here', note].join('; '),
    );
  if (nobody !== null) return [paragraph(nobody)];
  return [
    ...(instead.length === 0
      ? []
      : [paragraph('No officer was given this school alone. Until one is, ask:')]),
    ...items([...words(ours), ...words(instead)]),
    ...(governance.length === 0
      ? []
      : [paragraph('For questions of governance:'), ...items(words(governance))]),
  ];
}

function entitlementBlocks({ words, groups, about }: View['entitlements']): readonly Block[] {
  return [
    ...(words === null ? [] : [paragraph(words)]),
    ...groups.flatMap(({ title, note, items: rows }) => [
      { kind: 'heading', level: 3, text: title } as const,
      ...items(rows.map(({ what, by, source }) => `${what} ${by}. ${source}.`)),
      ...(note === null ? [] : [paragraph(note)]),
    ]),
    paragraph(about),
  ];
}

function correspondenceBlocks({ replies, before }: View): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'What was replied' },
    ...(replies.length === 0
      ? [paragraph('Nobody has replied yet.')]
      : replies.flatMap(({ who, at, paragraphs }) => [
          { kind: 'paragraph', text: `${who}, ${at}`, strong: true } as const,
          ...paragraphs.map(paragraph),
        ])),
    { kind: 'heading', level: 2, text: 'What was thought before' },
    ...(before.length === 0
      ? [paragraph('Nothing else was told before.')]
      : items(
          before.map(
            ({ tag, decided, from, asAt, receipts }) =>
              `${tagInWords(tag)}, ${decided ? 'decided' : 'proposed'}, told from ${from}, last as known on ${asAt}; confirmed by ${receipts.length === 0 ? 'nobody' : receipts.join('; ')}`,
          ),
        )),
  ];
}

function tagInWords({ code, meaning }: { readonly code: string; readonly meaning: string }): string {
  return `${code} ${meaning}`.trim();
}
