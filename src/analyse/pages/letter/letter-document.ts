import type { LetterRead } from '#/analyse/actions/telling/read-letters.ts';
import type { Block, TextDocument } from '#/platform/documents/write-document.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import { headingOf } from './letter-view.ts';

/** The letter on paper, to print and post: the same words, marked as in confidence. */
export function letterDocument(read: LetterRead): TextDocument {
  const marking = 'In confidence: for the head and the chair of the school and the authority’s officers.';
  const invented = isInvented(read.school.urn)
    ? bannerWords({ authority: read.authority, sources: [] })
    : null;
  return {
    title: headingOf(read),
    subject: marking,
    banner: [marking, invented].filter((one) => one !== null).join(' '),
    credits: [],
    blocks: [
      { kind: 'heading', level: 1, text: headingOf(read) },
      ...(read.sent === null ? [{ kind: 'paragraph', text: 'Not sent yet.', strong: true } as const] : []),
      ...(read.letter?.sections ?? []).flatMap(({ heading, paragraphs }): readonly Block[] => [
        { kind: 'heading', level: 2, text: heading },
        ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      ]),
    ],
  };
}
