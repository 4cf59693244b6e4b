import type { Content, Row } from '#/papers/rules/template.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { Chance } from '../random.ts';
import { whyRisk, type Theme } from './phrases.ts';
import { dayForVisitsFrom } from './school-days.ts';
import type { SchoolWrittenOf } from './school-written-of.ts';

/** Schools with people of their own get the longer forms; all others the usual one. */
export function templateOfVisit({ standing, head }: Pick<SchoolWrittenOf, 'standing' | 'head'>): string {
  if (head === null || standing === 'of concern') return 'note-of-visit';
  return standing === 'requiring improvement' ? 'challenge-visit' : 'good-and-outstanding';
}

/** What is known of a visit when it is planned. */
export function planOfVisit(school: SchoolWrittenOf, theme: Theme, chance: Chance): Content {
  const withGovernor = chance.happens(0.8);
  return {
    focus: theme.focus,
    time: chance.pick(['08:45', '09:00', '09:15', '09:30', '13:00', '13:30']),
    goes: school.visitor.name,
    asked: withGovernor
      ? ['Headteacher', chance.pick(['Chair of governors', 'Representative of the governing body'])]
      : ['Headteacher', 'Senior leaders'],
    ...(withGovernor ? {} : { 'why-no-governor': 'The board meets the same week and is told there.' }),
  };
}

interface Noted {
  readonly theme: Theme;
  readonly planned: Content;
  readonly day: IsoDate;
  readonly next: IsoDate | null;
  readonly chance: Chance;
}

/** The note of a visit that was held, full for schools with people of their own, short for the others. */
export function noteOf(school: SchoolWrittenOf, noted: Noted): Content {
  const { theme, planned, chance, day, next } = noted;
  const isWell = chance.happens(
    { 'of concern': 0.35, 'requiring improvement': 0.5, 'any other': 0.85 }[school.standing],
  );
  const risk = isWell
    ? chance.pick(['Lower', 'As thought', 'As thought'] as const)
    : chance.pick(['As thought', 'As thought', 'Higher'] as const);
  const isFull = school.head !== null;
  const agrees = isFull || school.standing !== 'any other' || chance.happens(0.35);
  const due = dayForVisitsFrom(addDays(day, chance.whole(28, 90)));
  return {
    ...planned,
    present: present(school, chance),
    evidence: theme.evidence,
    findings: isWell ? theme.well : theme.weak,
    vulnerable: theme.vulnerable,
    able: theme.able,
    risk,
    'risk-why': chance.pick(whyRisk[risk]),
    ...(agrees ? { actions: [{ key: 'a1', what: theme.action, owner: school.headName, due }] } : {}),
    ...(isFull ? inFull(theme, isWell, chance) : {}),
    ...(isFull && next !== null
      ? { 'next-visit': next, 'next-focus': 'What became of what was agreed' }
      : {}),
    ...ofTemplate(templateOfVisit(school), theme, isWell, due),
  };
}

function present(school: SchoolWrittenOf, chance: Chance): readonly Row[] {
  const others = [
    { key: 'p3', name: school.chair?.name ?? 'The chair', as: 'Chair of governors' },
    { key: 'p3', name: 'A parent governor', as: 'Governor' },
    { key: 'p3', name: 'The deputy head', as: 'Senior leader' },
    { key: 'p3', name: 'The assistant head', as: 'Senior leader' },
  ];
  return [
    { key: 'p1', name: school.headName, as: 'Headteacher' },
    { key: 'p2', name: school.visitor.name, as: 'Officer or partner of the authority' },
    chance.pick(others),
  ];
}

function inFull(theme: Theme, isWell: boolean, chance: Chance): Content {
  return {
    seen: [
      {
        key: 's1',
        what: 'Learning walk',
        where: chance.pick(['Four lessons', 'Five lessons', 'Six lessons']),
        with: 'The head',
        saw: isWell ? theme.well : theme.weak,
      },
      {
        key: 's2',
        what: 'Talk with pupils',
        where: 'Two groups of eight',
        with: 'Nobody else',
        saw: 'They say what they are learning and why, and what they do when they are stuck.',
      },
    ],
    groups: [
      { key: 'g1', group: 'Disadvantaged pupils', finding: theme.vulnerable, evidence: theme.evidence },
      { key: 'g2', group: 'The most able', finding: theme.able, evidence: theme.evidence },
    ],
    strengths: chance.pick([
      'The way new teachers are brought in would help other schools.',
      'Pupils are proud of their school, and say why.',
      'Leaders do not make excuses.',
    ]),
  };
}

function ofTemplate(template: string, theme: Theme, isWell: boolean, by: IsoDate): Content {
  if (template === 'challenge-visit') {
    return {
      'own-view': isWell ? 'Yes' : 'No: it is too generous',
      'own-view-why': isWell ? theme.well : theme.weak,
      'keeps-from-good': theme.weak,
      leaders: 'The head and the deputy can; the board needs help to ask for proof.',
      'by-next-inspection': isWell ? 'Probably' : 'Probably not',
    };
  }
  if (template !== 'good-and-outstanding') return {};
  return {
    standard: theme.well,
    held: isWell ? 'Held' : 'Held, with a risk',
    'our-strengths': 'Staff who stay, and a board that asks.',
    way: [{ key: 'w1', area: theme.area, now: theme.weak, outstanding: theme.well, by }],
    leads: 'Two teachers work a day a week in another school.',
    'could-lead': 'Subject leaders could meet here once a term.',
    capacity: '4',
  };
}
