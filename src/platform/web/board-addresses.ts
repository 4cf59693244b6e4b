import { overviewAddress, schoolAddress } from './addresses.ts';

/** Improvement boards and core groups, of all schools and of one. */

/** Which schools of concern have one, and how each stands. */
export function boardsAddress(authority: string): string {
  return `${overviewAddress(authority)}/boards`;
}

/** The board of a school with its meetings: for both sides. */
export function boardOfSchoolAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/board`;
}
