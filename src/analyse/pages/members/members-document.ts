import type { Block, TextDocument } from '#/platform/documents/write-document.ts';
import { creditsInWords } from '#/platform/web/credits.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { questionsForScrutiny } from './guidance.ts';
import { membersView, suppressed, type MembersRead } from './members-view.ts';

/** A briefing of one page, to be read before a meeting and passed on: no school is named in it. */
export function membersDocument(
  read: MembersRead & { readonly sources: MembersRead['overview']['sources'] },
): TextDocument {
  const { authority } = read.members;
  const view = membersView(read);
  const { told } = view.groups;
  const title = `Our schools: a briefing for members of ${authority.name}`;
  return {
    title,
    subject: `How the schools of ${authority.name} stand together, as known on ${dateInWords(read.overview.asAt)}`,
    banner: bannerWords({ authority, sources: [...read.sources] }),
    credits: creditsInWords(read.sources),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: view.answer.join(' ') },
      {
        kind: 'table',
        caption: `Good or outstanding, as known on ${view.asAt}`,
        columns: [
          { heading: 'Phase', share: 20 },
          { heading: 'Schools', share: 12, number: true },
          { heading: 'Good or outstanding, of schools with an overall grade', share: 34, number: true },
          { heading: 'Pupils in them, of pupils in graded schools', share: 34, number: true },
        ],
        rows: view.phases.map((row) => [row.name, row.schools, row.goodOrBetter, row.pupils]),
      },
      { kind: 'paragraph', text: view.noGrade },
      ...(told === null ? [] : [groupsTable(told)]),
      { kind: 'heading', level: 2, text: 'Questions worth asking' },
      { kind: 'list', items: questionsForScrutiny.slice(0, 4) },
    ],
  };
}

function groupsTable(told: NonNullable<ReturnType<typeof membersView>['groups']['told']>): Block {
  const [byPhase] = told.tables;
  return {
    kind: 'table',
    caption: `Schools by group. ${told.restsOn}`,
    columns: [
      { heading: byPhase?.first ?? '', share: 22 },
      { heading: 'Schools', share: 12, number: true },
      ...told.headings.map((heading) => ({
        heading,
        share: Math.floor(66 / told.headings.length),
        number: true,
      })),
    ],
    rows: (byPhase?.rows ?? []).map((row) => [
      row.name,
      row.schools,
      ...row.cells.map((cell) => cell ?? suppressed),
    ]),
  };
}
