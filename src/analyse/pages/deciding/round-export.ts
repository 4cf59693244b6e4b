import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import type { SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportCell } from '#/platform/exports/table.ts';
import { exportNotes, rounded } from '#/platform/web/export-notes.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { overruledWords, toldWords } from './round-words.ts';

type Column = readonly [heading: string, value: (one: SchoolToDecide) => ExportCell];

/** Every school of a round: proposed, what others say, decided, by whom and why, signed, told. */
export function roundDownload(read: RoundRead): Download {
  const { authority, round, run, scheme, progress, told, sources } = read;
  const columns: readonly Column[] = [
    ['URN', ({ row }) => row.school.urn],
    ['School', ({ row }) => row.school.name],
    ['Phase', ({ row }) => row.school.phase],
    ['District', ({ row }) => row.school.district],
    ['Proposed category', ({ proposed }) => proposed],
    ['Proposed, in words', ({ row }) => row.proposal.meaning],
    ['How sure', ({ row }) => row.proposal.sureness.level],
    ['Why to look at it', ({ reasons }) => reasons.map(({ words }) => words).join(' ') || 'nothing'],
    ['Last decided category', ({ lastDecision }) => lastDecision?.category ?? 'none before'],
    ['The school’s own view', ({ against }) => against.ownView?.words ?? 'none given'],
    [
      'Chance within 18 months (0 to 1)',
      ({ against }) => (against.chance === null ? 'none told' : rounded(against.chance.chance, 3)),
    ],
    ['Standing', ({ standing }) => standing],
    ['Decided category', ({ decision }) => decision?.category ?? 'not decided'],
    [
      'Kinder or harsher than proposed',
      ({ decision, direction }) => (decision === null ? 'not decided' : (direction ?? 'as proposed')),
    ],
    ['Reason', ({ decision }) => reasonOf(decision)],
    ['Decided by', ({ decision }) => decision?.decided.name ?? 'not decided'],
    ['Decided on', ({ decision }) => (decision === null ? 'not decided' : { date: decision.decided.on })],
    ['Signed by', ({ decision }) => signedBy(decision)],
    [
      'Head and chair told on',
      ({ decision }) =>
        decision?.told === null || decision === null ? 'not told' : { date: decision.told.on },
    ],
  ];
  return {
    name: `categories-${authority.slug}-round-${round.number}`,
    tables: [
      cellsOf({
        name: 'Round of categories',
        columns: columns.map(([heading, value]) => ({ heading, value })),
        rows: read.schools,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `${round.name}: categories of schools in ${authority.name}`,
      authority,
      about: [
        `${toldWords(told)}. Otherwise than proposed: ${overruledWords(progress)}.`,
        `By the analysis as known on ${dateInWords(run.asAt)} (run ${run.id}). Scheme: ${schemeTitle(scheme)}.`,
        'What is decided is in confidence to the authority until head and chair are told, and to them and the authority from then on.',
      ],
      sources,
      confidential: false,
    }),
  };
}

function reasonOf(decision: SchoolToDecide['decision']): string {
  if (decision === null) return 'not decided';
  return decision.why === '' ? 'none: as proposed' : decision.why;
}

function signedBy(decision: SchoolToDecide['decision']): string {
  if (decision === null) return 'not decided';
  if (!decision.ofConcern) return 'no second signature needed';
  return decision.signed?.name ?? 'not signed';
}
