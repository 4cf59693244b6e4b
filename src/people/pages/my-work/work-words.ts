import type { WorkDue } from '#/people/actions/read-my-work.ts';
import type { PanelItem } from '#/platform/web/home-panel.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** When something is due, as people say it: how late it is in working days, or the day with its weekday. */
export function whenInWords({
  dueOn,
  since,
  group,
  daysLate,
  daysLeft,
}: Pick<WorkDue, 'dueOn' | 'since' | 'group' | 'daysLate' | 'daysLeft'>): NonNullable<PanelItem['when']> {
  const waits = group === 'waiting';
  if (dueOn === null) {
    return { words: since === null ? 'no day is set' : `since ${dateInWords(since)}`, state: 'waiting' };
  }
  if (daysLate > 0) {
    return {
      words: `${plural(daysLate, 'working day')} late, was due ${dateInWords(dueOn)}`,
      state: waits ? 'waiting' : 'late',
    };
  }
  const day = `${weekday.format(new Date(dueOn))} ${dateInWords(dueOn)}`;
  const left =
    daysLeft === 0 ? 'now' : daysLeft === 1 ? 'next working day' : `in ${plural(daysLeft, 'working day')}`;
  return {
    words: daysLeft <= 10 ? `due ${left}: ${day}` : `due ${day}`,
    state: waits ? 'waiting' : 'due',
  };
}

/** `3 things are late, 5 are due within a week.` */
export function lateAndSoon(items: readonly Pick<WorkDue, 'group'>[]): string {
  const of = (group: WorkDue['group']): number => items.filter((one) => one.group === group).length;
  const [late, soon, later, waiting] = [of('late'), of('soon'), of('later'), of('waiting')];
  const said = [
    `${late === 0 ? 'Nothing is' : late === 1 ? '1 thing is' : `${String(late)} things are`} late`,
    `${soon === 0 ? 'nothing' : String(soon)} ${soon > 1 ? 'are' : 'is'} due within a week`,
    ...(later === 0 ? [] : [`${String(later)} later or without a day`]),
  ];
  const others =
    waiting === 0 ? '' : ` ${String(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for somebody else.`;
  return `${said.join(', ')}.${others}`;
}
