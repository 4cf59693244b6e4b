import { overviewAddress } from './addresses.ts';

/** Where visits are, over all schools. */

/** The visits of a school year: owed, planned and made. */
export function visitsAddress(authority: string): string {
  return `${overviewAddress(authority)}/visits`;
}

/** Visits planned, several schools at once. */
export function planVisitsAddress(authority: string): string {
  return `${visitsAddress(authority)}/plan`;
}

/** One week of one visitor, or of all. */
export function weekOfVisitsAddress(authority: string): string {
  return `${visitsAddress(authority)}/week`;
}

/** Notes of visits that wait for somebody, and how notes are among districts and visitors. */
export function notesAddress(authority: string): string {
  return `${visitsAddress(authority)}/notes`;
}

/** Scoping audits and reviews of governance, over all schools. */
export function auditsAddress(authority: string): string {
  return `${overviewAddress(authority)}/audits`;
}
