import { overviewAddress, schoolAddress } from './addresses.ts';

/** What was agreed, of all schools and of one. */

/** Agreed actions of all schools: what is open, the latest first. */
export function actionsAddress(authority: string): string {
  return `${overviewAddress(authority)}/actions`;
}

/** Agreed actions of one school, for both sides. */
export function actionsOfSchoolAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/actions`;
}

/** One action: what became of it, and where that is said. */
export function actionAddress(authority: string, urn: string, action: string): string {
  return `${actionsOfSchoolAddress(authority, urn)}/${encodeURIComponent(action)}`;
}
