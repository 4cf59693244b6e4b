import type { CorrespondenceRead } from '#/analyse/actions/read-correspondence.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { momentInWords, plural } from '#/platform/web/words.ts';

/** The way to the school's own page, who has confirmed what is told there, and the last reply; `null` for whoever may not open it. */
export function correspondenceView(read: CorrespondenceRead, authority: string, urn: string) {
  if (!read.mayOpen) return null;
  const last = read.lastReply;
  return {
    href: ourViewAddress(authority, urn),
    confirmations: read.leaders.flatMap(({ holder, confirmation }) => {
      const who = `${holder.name}, ${holder.role}`;
      if (confirmation === null) return [];
      if (confirmation.state === 'confirmed')
        return [`${who}: confirmed on ${momentInWords(confirmation.receipt.at)}`];
      const { days } = confirmation;
      return [`${who}: not confirmed yet, told ${days === 0 ? 'today' : `${plural(days, 'day')} ago`}`];
    }),
    lastReply:
      last === null ? null : { who: `${last.name}, ${momentInWords(last.at)}`, words: shortened(last.words) },
  };
}

const longestShown = 300;

function shortened(words: string): string {
  return words.length <= longestShown ? words : `${words.slice(0, longestShown).trimEnd()}…`;
}
