import type { IsoDate } from '#/schools/rules/dates.ts';

interface AreaGraded {
  readonly key: string;
  readonly name: string;
  /** Only where a school has it: nothing is said of it here. */
  readonly isOptional: boolean;
  /** What a school of concern is graded. */
  readonly grades: readonly string[];
}

const area = (key: string, name: string, grades: readonly string[], isOptional = false): AreaGraded => ({
  key,
  name,
  grades,
  isOptional,
});
const before = ['Good', 'Requires improvement', 'Requires improvement', 'Inadequate'];
const since = ['Expected standard', 'Needs attention', 'Needs attention', 'Urgent improvement'];

/** The day from which inspectors, and with them forms, look at the areas of report cards. */
const reportCards: IsoDate = '2025-11-10';

/** What forms opened on a day look at, in the words of the inspection framework of that day, and the areas of plans. */
export function areasOn(day: IsoDate): {
  readonly areas: readonly AreaGraded[];
  readonly ofPlans: readonly [string, string, string];
} {
  if (day < reportCards) {
    return {
      areas: [
        area('quality-of-education', 'Quality of education', before),
        area('behaviour-and-attitudes', 'Behaviour and attitudes', before),
        area('personal-development', 'Personal development', before),
        area(
          'effectiveness-of-leadership-and-management',
          'Effectiveness of leadership and management',
          before,
        ),
        area('early-years-provision', 'Early years provision', before, true),
        area('sixth-form-provision', 'Sixth form provision', before, true),
      ],
      ofPlans: ['Quality of education', 'Effectiveness of leadership and management', 'Attendance'],
    };
  }
  return {
    areas: [
      area('safeguarding-standards', 'Safeguarding standards', ['Met']),
      area('inclusion', 'Inclusion', since),
      area('curriculum-and-teaching', 'Curriculum and teaching', since),
      area('achievement', 'Achievement', since),
      area('attendance-and-behaviour', 'Attendance and behaviour', since),
      area('personal-development-and-wellbeing', 'Personal development and wellbeing', since),
      area('leadership-and-governance', 'Leadership and governance', since),
      area('early-years', 'Early years', since, true),
      area('post-16-provision', 'Post-16 provision', since, true),
    ],
    ofPlans: ['Achievement', 'Leadership and governance', 'Attendance and behaviour'],
  };
}
