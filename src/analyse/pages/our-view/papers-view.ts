import type { PapersInBrief } from '#/analyse/actions/read-papers-in-brief.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { planOfSchoolAddress } from '#/platform/web/plan-addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** Last and next visit, the plan, and a disengagement that is not resolved; `null` for who may read none of it. */
export function papersView(read: PapersInBrief | null, authority: string, urn: string) {
  if (read === null) return null;
  const { lastVisit, nextVisit, plan, disengagement } = read;
  const line = (name: string, one: PapersInBrief['plan'], day: 'its day' | 'no day', href?: string) => ({
    name,
    words: one === null ? null : `${day === 'its day' ? `${dateInWords(one.on)}: ` : ''}${one.words}`,
    href: one === null ? null : (href ?? paperAddress(authority, urn, one.paper)),
  });
  return [
    line('Last visit', lastVisit, 'its day'),
    line('Next visit', nextVisit, 'its day'),
    line('Improvement plan', plan, 'no day', planOfSchoolAddress(authority, urn)),
    ...(disengagement === null ? [] : [line('Disengagement', disengagement, 'no day')]),
  ];
}
