import { overviewAddress } from './addresses.ts';

/** What a person has to do or waits for. */
export function myWorkAddress(authority: string): string {
  return `${overviewAddress(authority)}/my-work`;
}

/** Where a mail leads: on to what it tells of, for whom it was to. */
export function toldAddress(authority: string, mail: string): string {
  return `${overviewAddress(authority)}/told/${encodeURIComponent(mail)}`;
}

/** Which mails wait, and which could not be sent. */
export function mailAddress(authority: string): string {
  return `${overviewAddress(authority)}/mail`;
}
