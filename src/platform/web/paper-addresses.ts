import { schoolAddress, withQuery } from './addresses.ts';

/** Where papers are: notes of visits, diagnoses, plans. A paper is addressed with its school, so that its reading is logged with it. */

/** All papers of a school. */
export function papersAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/papers`;
}

/** One paper: what it says, what became of it, and what can be done now. */
export function paperAddress(authority: string, urn: string, paper: string): string {
  return `${papersAddress(authority, urn)}/${encodeURIComponent(paper)}`;
}

/** The form of its template. */
export function writePaperAddress(authority: string, urn: string, paper: string): string {
  return `${paperAddress(authority, urn, paper)}/write`;
}

/** Where a step of it is taken. */
export function paperStepAddress(authority: string, urn: string, paper: string, step: string): string {
  return `${paperAddress(authority, urn, paper)}/steps/${encodeURIComponent(step)}`;
}

/** What it said before, beside what it says now. */
export function paperVersionsAddress(authority: string, urn: string, paper: string): string {
  return `${paperAddress(authority, urn, paper)}/versions`;
}

export function paperDocumentAddress(authority: string, urn: string, paper: string): string {
  return `${paperAddress(authority, urn, paper)}/document.docx`;
}

/** Where a paper of a kind is opened; part of another, where that is given. */
export function openPaperAddress(authority: string, urn: string, kind: string, partOf?: string): string {
  return withQuery(`${papersAddress(authority, urn)}/open/${encodeURIComponent(kind)}`, {
    'part-of': partOf === undefined ? [] : [partOf],
  });
}

/** Files that belong to it. */
export function paperFilesAddress(authority: string, urn: string, paper: string): string {
  return `${paperAddress(authority, urn, paper)}/files`;
}

export function paperFileAddress(authority: string, urn: string, paper: string, file: string): string {
  return `${paperFilesAddress(authority, urn, paper)}/${encodeURIComponent(file)}`;
}
