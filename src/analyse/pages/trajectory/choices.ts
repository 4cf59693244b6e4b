import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import { groupValue } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { schoolsOf, wordsOf } from './trajectory-words.ts';

type Option = readonly [value: string, text: string];

/** The boxes to choose from; a question is chosen only where several were asked as at the day. */
export function fieldsOf({ runs }: TrajectoryRead, { kept, shown, of, points, point }: Chosen) {
  const groups = kept.trajectories.filter(({ denominator }) => denominator === shown.denominator);
  const sameDay = runs.filter(({ asAt }) => asAt === kept.run.asAt);
  const questions = [...new Set(sameDay.map(({ target }) => target))];
  const days = [...new Set(runs.map(({ asAt }) => asAt))];
  return [
    field(
      'to',
      'By',
      point.on,
      points.map(({ on }): Option => [on, dateInWords(on)]),
    ),
    field(
      'group',
      'Of which schools',
      groupValue(shown.group),
      groups.map(({ group }): Option => [
        groupValue(group),
        group.kind === 'all' ? group.name : sentence(schoolsOf(group)),
      ]),
    ),
    field('of', 'Share of', of, [
      ['schools', 'Schools'],
      ['pupils', 'Pupils in them'],
    ]),
    field('count', 'Which grades count', shown.denominator === 'own grades only' ? 'own' : 'all', [
      ['all', 'Those of schools before, too'],
      ['own', 'Own grades only'],
    ]),
    ...(questions.length > 1
      ? [
          field(
            'question',
            'What is forecast',
            kept.run.target,
            questions.map((target): Option => [target, wordsOf[target].question]),
          ),
        ]
      : []),
    field(
      'as-at',
      'Forecast as at',
      kept.run.asAt,
      days.map((day): Option => [day, dateInWords(day)]),
    ),
  ];
}

function field(name: string, label: string, now: string, all: readonly Option[]) {
  return {
    ...{ name, label, notThere: null },
    options: all.map(([value, text]) => ({ value, text, chosen: value === now })),
  };
}
