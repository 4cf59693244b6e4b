import { overviewAddress, schoolAddress } from './addresses.ts';

/** Where head and chair are told what was decided. */

/** Who would be told, who was, and who cannot be. */
export function lettersAddress(authority: string): string {
  return `${overviewAddress(authority)}/letters`;
}

export function tellAllAddress(authority: string): string {
  return `${lettersAddress(authority)}/tell`;
}

/** The letter of one school: the newest that was sent, or as it would be sent. */
export function letterAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/letter`;
}

/** One letter, as it was sent. */
export function letterSentAddress(authority: string, urn: string, decision: string): string {
  return `${letterAddress(authority, urn)}/${encodeURIComponent(decision)}`;
}

export function letterDocumentAddress(authority: string, urn: string, decision: string): string {
  return `${letterSentAddress(authority, urn, decision)}.docx`;
}

export function tellAddress(authority: string, urn: string): string {
  return `${letterAddress(authority, urn)}/tell`;
}
